// All layer kinds. What a layer may say and what follows from it stands in its own file; the types follow from the list.
import { InvalidValueError } from '../errors';
import { activation } from './activation';
import { add } from './add';
import { averagePool } from './averagePool';
import { batchNorm } from './batchNorm';
import { concat } from './concat';
import { conditionalInstanceNorm } from './conditionalInstanceNorm';
import { conv2d } from './conv2d';
import { conv2dTranspose } from './conv2dTranspose';
import { crop } from './crop';
import type { LayerDefinition, LayerFacts, Shape } from './define';
import { dense } from './dense';
import { depthwiseConv2d } from './depthwiseConv2d';
import { dropout } from './dropout';
import { embedding } from './embedding';
import { flatten } from './flatten';
import { globalAveragePool } from './globalAveragePool';
import { instanceNorm } from './instanceNorm';
import { layerNorm } from './layerNorm';
import { maxPool } from './maxPool';
import { minibatchStd } from './minibatchStd';
import { pixelNorm } from './pixelNorm';
import { prelu } from './prelu';
import { reflectionPad } from './reflectionPad';
import { reshape } from './reshape';
import { resize } from './resize';
import { softmax } from './softmax';
import { upsample } from './upsample';
import { zeroPad } from './zeroPad';

const LAYERS = {
  dense,
  reshape,
  flatten,
  upsample,
  conv2d,
  depthwiseConv2d,
  conv2dTranspose,
  embedding,
  zeroPad,
  reflectionPad,
  crop,
  resize,
  averagePool,
  maxPool,
  globalAveragePool,
  add,
  concat,
  batchNorm,
  layerNorm,
  instanceNorm,
  conditionalInstanceNorm,
  pixelNorm,
  minibatchStd,
  activation,
  prelu,
  softmax,
  dropout,
};

export type LayerKind = keyof typeof LAYERS;

type OptionsOf<D> = D extends LayerDefinition<string, infer O> ? O : never;

/** The options of each kind. */
export type LayerOptions = { readonly [K in LayerKind]: OptionsOf<(typeof LAYERS)[K]> };

/** One layer: its kind and the options of that kind. `LayerSpec<'conv2d'>` is that of one kind. */
export type LayerSpec<K extends LayerKind = LayerKind> = {
  [P in K]: { readonly kind: P } & LayerOptions[P];
}[K];

/** By kind; the compiler checks that every key is the definition's own kind. */
const BY_KIND: { readonly [K in LayerKind]: LayerDefinition<K, LayerOptions[K]> } = LAYERS;

export const layerKinds: readonly LayerKind[] = Object.values(LAYERS).map(({ kind }) => kind);

/** @throws InvalidValueError when the inputs do not fit the layer */
export const layerFacts = <K extends LayerKind>(
  layer: LayerSpec<K>,
  inputs: readonly Shape[],
  name: string,
): LayerFacts => BY_KIND[layer.kind].facts(layer, inputs, name);

/** What the page prints beside the layer's id. */
export const layerDetail = <K extends LayerKind>(layer: LayerSpec<K>): string =>
  BY_KIND[layer.kind].detail(layer);

export const layerDefinition = <K extends LayerKind>(kind: K) => BY_KIND[kind];

type SpectralKind = { [K in LayerKind]: 'spectral' extends keyof LayerSpec<K> ? K : never }[LayerKind];

/** Whether the layer's kernel can be divided by its largest singular value. */
export const takesSpectral = (layer: LayerSpec): layer is LayerSpec<SpectralKind> =>
  'spectral' in BY_KIND[layer.kind].options;

const isLayerKind = (kind: unknown): kind is LayerKind =>
  typeof kind === 'string' && Object.hasOwn(LAYERS, kind);

/**
 * A layer out of untrusted data.
 * @param what names it in messages
 * @throws InvalidValueError for an unknown kind, and for an unknown or misshapen option by its name
 */
export function readLayer(raw: Readonly<Record<string, unknown>>, what: string): LayerSpec {
  const { kind, ...options } = raw;
  if (isLayerKind(kind)) return BY_KIND[kind].read(options, what);
  throw new InvalidValueError(
    `${what} is of the kind ${JSON.stringify(kind)?.slice(0, 40) ?? 'nothing'}.`,
    `Known kinds are ${layerKinds.join(', ')}.`,
  );
}
