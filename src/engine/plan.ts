// Turns a network description into the steps that run: a step for each node, then passes that join neighbours which one
// fused kernel can do (upsampling + convolution, batch norm + activation + dropout, ...). Pure; no tensors.
import {
  LEAKY_ALPHA,
  isFusedActivation,
  pairOf,
  resolveNetwork,
  type FusedActivation,
  type LayerOptions,
  type NetworkNode,
  type NetworkSpec,
  type ResolvedNode,
  type Shape,
} from '../core/network';

/** Activation of a fused operation; `alpha` is the negative slope of `leakyRelu`. */
export interface Activation {
  readonly activation: FusedActivation | 'linear';
  readonly alpha: number;
}

export const LINEAR: Activation = { activation: 'linear', alpha: 0 };

/** Dropout after the activation; `layerIndex` makes its stream unique in the network. */
export interface PlannedDropout {
  readonly rate: number;
  readonly layerIndex: number;
}

/** What steps may run: every layer kind, and what several layers become together. */
interface PlannedOptions extends LayerOptions {
  /** Nearest upsampling to twice the sides, then this convolution. */
  readonly upsampleConv2d: LayerOptions['conv2d'];
}

export type PlannedKind = keyof PlannedOptions;

export type PlannedLayer<K extends PlannedKind = PlannedKind> = {
  [P in K]: { readonly kind: P } & PlannedOptions[P];
}[K];

export interface PlannedStep {
  readonly layer: PlannedLayer;
  /** Of the layer whose weights it uses. */
  readonly name: string;
  /** Values that it takes: ids of steps before it, or names of inputs. */
  readonly from: readonly string[];
  /** The value that it makes. */
  readonly to: string;
  /** Shape of that, for one example. */
  readonly shape: Shape;
  readonly frozen: boolean;
  /** Applied to what the layer makes. */
  readonly activation: Activation;
  /** Applied last. */
  readonly dropout: PlannedDropout | null;
}

function activationOf(layer: NetworkNode): Activation {
  if (layer.kind !== 'activation' || !isFusedActivation(layer.fn)) return LINEAR;
  return { activation: layer.fn, alpha: layer.alpha ?? LEAKY_ALPHA };
}

function stepOf({ layer, name, index, output }: ResolvedNode): PlannedStep {
  return {
    layer,
    name,
    from: layer.from,
    to: name,
    shape: output,
    frozen: layer.frozen ?? false,
    activation: activationOf(layer),
    dropout: layer.kind === 'dropout' ? { rate: layer.rate, layerIndex: index } : null,
  };
}

/** Two steps as one, or null where no kernel does both; `second` reads nothing but `first`. */
type Join = (first: PlannedStep, second: PlannedStep) => PlannedStep | null;

const isBare = ({ activation, dropout }: PlannedStep): boolean =>
  activation.activation === 'linear' && dropout === null;

const upsampleThenConvolution: Join = (first, second) => {
  const { layer } = second;
  if (first.layer.kind !== 'upsample' || layer.kind !== 'conv2d' || layer.spectral) return null;
  const sides = [...pairOf(layer.kernel), ...pairOf(layer.stride ?? 1)].join();
  if (sides !== '3,3,1,1' || layer.padding === 'valid') return null;
  return { ...second, layer: { ...layer, kind: 'upsampleConv2d' }, from: first.from };
};

const activationThenDropout: Join = (first, second) =>
  first.layer.kind === 'activation' && !first.dropout && second.layer.kind === 'dropout'
    ? { ...first, to: second.to, dropout: second.dropout }
    : null;

/** Batch normalization takes an activation and dropout along. */
const normThenElementwise: Join = (first, second) => {
  if (first.layer.kind !== 'batchNorm' || !isBare(first)) return null;
  const activates = second.layer.kind === 'activation' && second.activation.activation !== 'linear';
  if (!activates && second.layer.kind !== 'dropout') return null;
  return { ...first, to: second.to, activation: second.activation, dropout: second.dropout };
};

const TAKES_ACTIVATION: readonly PlannedKind[] = [
  'dense',
  'conv2d',
  'depthwiseConv2d',
  'upsampleConv2d',
  'conv2dTranspose',
  'layerNorm',
  'instanceNorm',
];

/** These take an activation along, unless dropout follows: then one pass does both. */
const weightedThenActivation: Join = (first, second) =>
  TAKES_ACTIVATION.includes(first.layer.kind) &&
  isBare(first) &&
  second.layer.kind === 'activation' &&
  !isBare(second) &&
  !second.dropout
    ? { ...first, to: second.to, activation: second.activation }
    : null;

/** In this order: each pass sees what those before it made. */
const PASSES: readonly Join[] = [
  upsampleThenConvolution,
  activationThenDropout,
  normThenElementwise,
  weightedThenActivation,
];

/** Joins wherever a value has one reader and is no output. */
function joined(
  steps: readonly PlannedStep[],
  outputs: readonly string[],
  join: Join,
): readonly PlannedStep[] {
  const readers = new Map<string, number>();
  for (const value of [...steps.flatMap(({ from }) => from), ...outputs]) {
    readers.set(value, (readers.get(value) ?? 0) + 1);
  }
  const result: PlannedStep[] = [];
  const madeAt = new Map<string, number>();
  for (const step of steps) {
    const [value] = step.from;
    const at = step.from.length === 1 && readers.get(value) === 1 ? madeAt.get(value) : undefined;
    const both = at === undefined ? null : join(result[at], step);
    if (at !== undefined && both) result[at] = both;
    else result.push(step);
    madeAt.set(step.to, both && at !== undefined ? at : result.length - 1);
  }
  return result;
}

/**
 * The steps of a network, each after all that it takes.
 * @param apart activations that are not joined with the layer before, but stay steps of their own
 * @throws InvalidValueError when the layers do not fit each other
 */
export function planNetwork(
  spec: NetworkSpec,
  apart: (activation: Activation) => boolean = () => false,
): readonly PlannedStep[] {
  const keptApart =
    (join: Join): Join =>
    (first, second) =>
      second.layer.kind === 'activation' && apart(second.activation) ? null : join(first, second);
  return PASSES.reduce<readonly PlannedStep[]>(
    (steps, join) => joined(steps, spec.outputs, keptApart(join)),
    resolveNetwork(spec).map(stepOf),
  );
}
