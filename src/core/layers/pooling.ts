// What the layers that look at windows have in common. The stride is the window's size when absent, the padding `valid`.
import type { LayerFacts, Shape } from './define';
import { oneOf, optional } from './options';
import { convOutputSide, PADDING_MODES, plainFacts, soleImage, type PaddingMode } from './shapes';
import { pairOf, sidesText, wholeSides, type Sides } from './sides';

export interface PoolOptions {
  readonly size: Sides;
  readonly stride?: Sides;
  readonly padding?: PaddingMode;
}

export const POOL_OPTIONS = {
  size: wholeSides,
  stride: optional(wholeSides),
  padding: optional(oneOf(PADDING_MODES)),
};

export function poolFacts(layer: PoolOptions, inputs: readonly Shape[], name: string): LayerFacts {
  const [h, w, c] = soleImage(inputs, name);
  const { size, stride = size, padding = 'valid' } = layer;
  const [[height, width], [down, across]] = [pairOf(size), pairOf(stride)];
  return plainFacts([convOutputSide(h, height, down, padding), convOutputSide(w, width, across, padding), c]);
}

export const poolText = ({ size, stride = size }: PoolOptions): string =>
  `${sidesText(size)}, stride ${sidesText(stride)}`;
