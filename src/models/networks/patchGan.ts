// A discriminator that says of every patch of a picture how real it looks, and nothing of the whole (Isola et al. 2017,
// https://arxiv.org/abs/1611.07004, appendix 6.1.2): a map of scores, each of which sees a square of the picture.
import { chain, type LayerSpec, type NetworkSpec } from '../../core/network';
import type { ImageShape } from '../define';
import { LEAKY, normOf, type ImageNetworkSettings } from './blocks';

const KERNEL = 4;
const MOST_HALVINGS = 3;
const MOST_WIDENING = 8;
/** Two convolutions of stride 1 end every such network. */
const LAST = 2;

export interface PatchGanSettings extends Pick<ImageNetworkSettings, 'normalization'> {
  /** What it sees: where it judges a picture beside the one that it was made of, the channels of both. */
  readonly shape: ImageShape;
  /** Channels of the first map, from 1. */
  readonly width: number;
  /** How often the sides are halved; `fittingHalvings` says how often suits a picture. */
  readonly halvings: number;
}

/** Side in pixels of the square that one score depends on: 7, 16, 34 and 70 for 0 to 3 halvings. */
export function receptiveField(halvings: number): number {
  let field = 1;
  for (let layer = 0; layer < LAST; layer++) field += KERNEL - 1;
  for (let layer = 0; layer < halvings; layer++) field = 2 * field + KERNEL - 2;
  return field;
}

/** The most halvings with which a score still depends on no more than the picture, at most 3. */
export function fittingHalvings([height, width]: ImageShape): number {
  let halvings = 0;
  while (halvings < MOST_HALVINGS && receptiveField(halvings + 1) <= Math.min(height, width)) halvings++;
  return halvings;
}

/** Picture [h, w, c] in [-1, 1] to a map of scores [h', w', 1]; the sides are halved as often as the settings say. */
export function patchGan(name: string, settings: PatchGanSettings): NetworkSpec {
  const { shape, width, halvings } = settings;
  const filters = (layer: number): number => width * Math.min(MOST_WIDENING, 2 ** layer);
  const conv = (layer: number, stride: number): LayerSpec => ({
    ...{ kind: 'conv2d', filters: filters(layer), kernel: KERNEL, stride },
  });
  const layers = Array.from({ length: halvings + 1 }, (_, i): readonly LayerSpec[] => [
    conv(i, i < halvings ? 2 : 1),
    ...(i > 0 ? normOf(settings) : []),
    LEAKY,
  ]);
  return chain(name, shape, [...layers.flat(), { kind: 'conv2d', filters: 1, kernel: KERNEL }]);
}
