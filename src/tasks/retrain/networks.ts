// The networks that learn to name images, as data: an encoder whose first layers stay as they are with a new head, or a small
// MobileNet (Howard et al. 2017, https://arxiv.org/abs/1704.04861) that begins from nothing. No weights.
import { InvalidValueError } from '../../core/errors';
import { checkFrozenLayers, frozenNetwork, thawedNetwork } from '../../core/frozenLayers';
import { NetworkBuilder } from '../../core/networkBuilder';
import {
  networkTotals,
  resolveNetwork,
  type LayerSpec,
  type NetworkNode,
  type NetworkSpec,
} from '../../core/network';
import { numberParam, type ParamValues } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import { encoders } from '../../encoders';
import type { EncoderDefinition } from '../../encoders/define';
import { encoderLayers, encoderNetwork, leastSide } from '../../encoders/network';
import type { ImageShape } from '../../models/define';

/** Of the network in run files and links. */
export const CLASSIFIER = 'classifier';
export const MOBILENET = 'mobilenet';
/** Turns the picture into what an encoder was trained on, where that is something else. */
export const PREPARE = 'prepare';

/** Filters at width 1 of each separable convolution, and its stride. */
const SEPARABLE: readonly (readonly [filters: number, stride: number])[] = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
];
const FIRST_FILTERS = 32;
/** Kernels work on whole vectors of numbers. */
const MULTIPLE = 8;
const MOMENTUM = 0.9;

/** The encoder that is chosen; null where the network begins from nothing. */
export const retrainedEncoder = ({ encoder }: ParamValues): EncoderDefinition | null =>
  encoders.find(({ id }) => id === encoder) ?? null;

const norm: LayerSpec = { kind: 'batchNorm', momentum: MOMENTUM };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };

function mobileNet(shape: ImageShape, width: number): readonly [NetworkBuilder, string] {
  const filtersOf = (most: number): number =>
    Math.max(MULTIPLE, MULTIPLE * Math.round((most * width) / MULTIPLE));
  const builder = new NetworkBuilder(CLASSIFIER);
  const first: LayerSpec = {
    kind: 'conv2d',
    filters: filtersOf(FIRST_FILTERS),
    kernel: 3,
    stride: 2,
    useBias: false,
  };
  const layers = SEPARABLE.flatMap(([filters, stride]): LayerSpec[] => [
    { kind: 'depthwiseConv2d', kernel: 3, stride, useBias: false },
    ...[norm, relu],
    { kind: 'conv2d', filters: filtersOf(filters), kernel: 1, useBias: false },
    ...[norm, relu],
  ]);
  return [builder, builder.add(builder.input('picture', shape), first, norm, relu, ...layers)];
}

const headLayers = (params: ParamValues, classes: number): readonly LayerSpec[] => {
  const rate = numberParam(params, 'dropout');
  return [
    { kind: 'globalAveragePool' },
    ...(rate > 0 ? [{ kind: 'dropout', rate } as const] : []),
    { kind: 'dense', units: classes },
  ];
};

/** Whether pictures of so many channels are not what the encoder takes. */
export const isPrepared = ({ input }: EncoderDefinition, channels: number): boolean =>
  input === 'bgr-less-mean' || channels === 1;

function encoderNodes(
  definition: EncoderDefinition,
  shape: ImageShape,
  learning: number,
): readonly NetworkNode[] {
  const [height, width, channels] = shape;
  const least = leastSide(definition);
  if (Math.min(height, width) < least) {
    throw new InvalidValueError(
      `${definition.label} takes pictures of at least ${least} pixels a side; these are ${height} x ${width}.`,
      'Choose larger pictures, or a network that begins from nothing.',
    );
  }
  const layers = encoderLayers(definition);
  const free = new Set(learning > 0 ? layers.slice(-learning) : []);
  const { nodes } = encoderNetwork(definition, [height, width], 'max', layers.slice(-1));
  const own = nodes.map((node) => (free.has(node.id) ? { ...node, frozen: false } : node));
  if (!isPrepared(definition, channels)) return own;
  const [first, ...rest] = own;
  return [
    { kind: 'conv2d', filters: 3, kernel: 1, id: PREPARE, from: first.from, frozen: true },
    { ...first, from: [PREPARE] },
    ...rest,
  ];
}

function withHead(
  definition: EncoderDefinition,
  shape: ImageShape,
  params: ParamValues,
  classes: number,
): NetworkSpec {
  const nodes = [...encoderNodes(definition, shape, numberParam(params, 'learning'))];
  for (const layer of headLayers(params, classes))
    nodes.push({ ...layer, id: `${layer.kind}_1`, from: [nodes[nodes.length - 1].id] });
  const inputs = [{ name: 'picture', shape }];
  return { name: CLASSIFIER, inputs, nodes, outputs: [nodes[nodes.length - 1].id] };
}

/**
 * From pictures to logits [classes].
 * @throws InvalidValueError for frozen layers that there are none of, and for pictures that are too small
 */
export function classifierSpec(
  { taskParams, frozenLayers }: RunConfig,
  shape: ImageShape,
  classes: number,
): NetworkSpec {
  const definition = retrainedEncoder(taskParams);
  const build = (): NetworkSpec => {
    if (definition) return withHead(definition, shape, taskParams, classes);
    const [builder, last] = mobileNet(shape, numberParam(taskParams, 'width'));
    return builder.build(builder.add(last, ...headLayers(taskParams, classes)));
  };
  const spec = build();
  checkFrozenLayers(frozenLayers, { [CLASSIFIER]: thawedNetwork(spec) });
  const frozen = frozenNetwork(spec, frozenLayers, CLASSIFIER);
  if (networkTotals(frozen).trainable > 0) return frozen;
  throw new InvalidValueError(
    'Every layer of the classifier is frozen, so it could learn nothing.',
    'Leave one of them out, or let layers of the encoder learn.',
  );
}

/** The same network in two: what only computes and never changes, and the rest from the first layer that learns. */
export interface NetworkHalves {
  /** Null where the first layer learns. */
  readonly fixed: NetworkSpec | null;
  readonly rest: NetworkSpec;
}

/** @param spec layers one after the other */
export function networkHalves(spec: NetworkSpec): NetworkHalves {
  const layers = resolveNetwork(spec);
  const cut = layers.findIndex(
    ({ layer, weights }) => layer.kind === 'dropout' || weights.some((w) => w.trainable),
  );
  if (cut <= 0) return { fixed: null, rest: spec };
  const { name, output } = layers[cut - 1];
  return {
    fixed: { ...spec, nodes: spec.nodes.slice(0, cut), outputs: [name] },
    rest: { ...spec, inputs: [{ name, shape: output }], nodes: spec.nodes.slice(cut) },
  };
}
