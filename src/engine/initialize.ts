// Initial weights, seeded: tensor i of network n of run r is a function of (seed, n, i).
import { createRandom, normalArray } from '../core/random';
import type { Initializer, ResolvedNode, WeightSpec } from '../core/network';

/** Of PReLU, as its authors start it (He et al. 2015). */
const PRELU_SLOPE = 0.25;
const GLOROT: Initializer = { kind: 'glorotUniform' };

/** Inputs and outputs that one weight connects, as Keras counts them. */
function fans(shape: readonly number[]): [number, number] {
  const receptive = shape.slice(0, -2).reduce((product, side) => product * side, 1);
  return [shape[shape.length - 2] * receptive, shape[shape.length - 1] * receptive];
}

/** First values of a weight tensor. Glorot & Bengio 2010 unless the layer says otherwise; biases 0, gammas 1. */
export function initialValues(
  weight: WeightSpec,
  { layer }: ResolvedNode,
  seed: number,
  ...stream: readonly number[]
): Float32Array {
  const size = weight.shape.reduce((product, side) => product * side, 1);
  const values = new Float32Array(size);
  switch (weight.role) {
    case 'bias':
    case 'beta':
    case 'movingMean':
      return values;
    case 'alpha':
      return values.fill(PRELU_SLOPE);
    case 'gamma':
    case 'movingVariance':
      return values.fill(1);
    case 'spectralIn':
    case 'spectralOut':
      return normalArray(size, seed, ...stream);
    case 'kernel': {
      const random = createRandom(seed, ...stream);
      const init = 'init' in layer ? (layer.init ?? GLOROT) : GLOROT;
      if (init.kind === 'normal') {
        for (let i = 0; i < size; i++) values[i] = init.standardDeviation * random.normal();
        return values;
      }
      const [fanIn, fanOut] = fans(weight.shape);
      const limit = Math.sqrt(6 / (fanIn + fanOut));
      for (let i = 0; i < size; i++) values[i] = limit * (2 * random.uniform() - 1);
      return values;
    }
  }
}
