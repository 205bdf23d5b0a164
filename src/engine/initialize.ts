// Initial weights, seeded: tensor i of network n of run r is a function of (seed, n, i).
import { createRandom, hashSeed, normalArray } from '../core/random';
import {
  resolveNetwork,
  type Initializer,
  type NetworkSpec,
  type ResolvedNode,
  type WeightRole,
  type WeightSpec,
} from '../core/network';

/** Of PReLU, as its authors start it (He et al. 2015). */
const PRELU_SLOPE = 0.25;
const GLOROT: Initializer = { kind: 'glorotUniform' };

/** Inputs and outputs that one weight connects, as Keras counts them. */
function fans(shape: readonly number[]): [number, number] {
  const receptive = shape.slice(0, -2).reduce((product, side) => product * side, 1);
  return [shape[shape.length - 2] * receptive, shape[shape.length - 1] * receptive];
}

type Stream = readonly [seed: number, ...stream: readonly number[]];

/** Values of one role, filled into `values`, which are zeros. */
type Start = (values: Float32Array, weight: WeightSpec, node: ResolvedNode, at: Stream) => Float32Array;

const zeros: Start = (values) => values;
const ones: Start = (values) => values.fill(1);
const normal: Start = (values, _, __, [seed, ...stream]) => normalArray(values.length, seed, ...stream);

const kernel: Start = (values, { shape }, { layer }, [seed, ...stream]) => {
  const random = createRandom(seed, ...stream);
  const init = 'init' in layer ? (layer.init ?? GLOROT) : GLOROT;
  if (init.kind === 'normal') {
    for (let i = 0; i < values.length; i++) values[i] = init.standardDeviation * random.normal();
    return values;
  }
  const [fanIn, fanOut] = fans(shape);
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  for (let i = 0; i < values.length; i++) values[i] = limit * (2 * random.uniform() - 1);
  return values;
};

const STARTS: { readonly [R in WeightRole]: Start } = {
  kernel,
  bias: zeros,
  beta: zeros,
  movingMean: zeros,
  gamma: ones,
  movingVariance: ones,
  alpha: (values) => values.fill(PRELU_SLOPE),
  spectralIn: normal,
  spectralOut: normal,
};

/** First values of a weight tensor. Glorot & Bengio 2010 unless the layer says otherwise; biases 0, gammas 1. */
export function initialValues(
  weight: WeightSpec,
  node: ResolvedNode,
  seed: number,
  ...stream: readonly number[]
): Float32Array {
  const size = weight.shape.reduce((product, side) => product * side, 1);
  return STARTS[weight.role](new Float32Array(size), weight, node, [seed, ...stream]);
}

const streamOfName = (name: string): number => [...name].reduce((h, c) => hashSeed(h, c.charCodeAt(0)), 0);

interface FirstWeight {
  /** `conv2d_1/kernel` */
  readonly name: string;
  readonly spec: WeightSpec;
  readonly values: Float32Array;
}

/** First values of all weights of a network, in its order. */
export function firstWeights(spec: NetworkSpec, seed: number): readonly FirstWeight[] {
  const network = streamOfName(spec.name);
  const { initScale = 1 } = spec;
  return resolveNetwork(spec).flatMap((layer) =>
    layer.weights.map((weight, slot) => {
      const values = initialValues(weight, layer, seed, network, layer.index, slot);
      const scales = weight.role === 'kernel' && initScale !== 1;
      return {
        name: `${layer.name}/${weight.role}`,
        spec: weight,
        values: scales ? values.map((v) => v * initScale) : values,
      };
    }),
  );
}
