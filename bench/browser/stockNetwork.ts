// A network description on stock TensorFlow.js operations, the way TensorFlow.js' own layers run them in training:
// no operation of this project. For comparison only.
import * as tf from '@tensorflow/tfjs-core';
import {
  BATCH_NORM_EPSILON,
  chainLayers,
  type NetworkSpec,
  type ResolvedNode,
  pairOf,
  type ActivationName,
  type LayerKind,
  type LayerSpec,
} from '../../src/core/network';
import { initialValues } from '../../src/engine/initialize';

type Weights = Readonly<Partial<Record<string, tf.Variable>>>;

function need(weights: Weights, role: string): tf.Variable {
  const found = weights[role];
  if (!found) throw new RangeError(`The layer has no ${role}.`);
  return found;
}

export class StockNetwork {
  readonly trainable: tf.Variable[] = [];
  readonly #layers: readonly { readonly resolved: ResolvedNode; readonly weights: Weights }[];
  #dropoutSeed = 0;

  constructor(spec: NetworkSpec, seed: number) {
    this.#layers = chainLayers(spec).map((resolved) => {
      const weights: Record<string, tf.Variable> = {};
      for (const [slot, weight] of resolved.weights.entries()) {
        const values = initialValues(weight, resolved, seed, resolved.index, slot);
        weights[weight.role] = tf.variable(tf.tensor(values, [...weight.shape]), weight.trainable);
        if (weight.trainable) this.trainable.push(weights[weight.role]);
      }
      return { resolved, weights };
    });
  }

  /** The training pass of x [b, ...spec.input]. */
  apply(x: tf.Tensor): tf.Tensor {
    return this.#layers.reduce(
      (value, { resolved, weights }) =>
        ruleOf(resolved.layer)({ x: value, weights, dropoutSeed: ++this.#dropoutSeed }),
      x,
    );
  }
}

/** What a layer computes from. */
interface Given {
  readonly x: tf.Tensor;
  readonly weights: Weights;
  readonly dropoutSeed: number;
}

const biased = (y: tf.Tensor, { bias }: Weights): tf.Tensor => (bias ? tf.add(y, bias) : y);

const ACTIVATIONS: Partial<Record<ActivationName, (x: tf.Tensor) => tf.Tensor>> = {
  relu: tf.relu,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
};

const RULES: { readonly [K in LayerKind]?: (layer: LayerSpec<K>) => (given: Given) => tf.Tensor } = {
  dense:
    () =>
    ({ x, weights }) =>
      biased(tf.matMul(x, need(weights, 'kernel')), weights),
  conv2d:
    ({ stride = 1, padding = 'same' }) =>
    ({ x, weights }) => {
      const kernel = need(weights, 'kernel');
      const filter = tf.reshape<tf.Rank.R4>(kernel, fourOf(kernel.shape));
      return biased(tf.conv2d(images(x), filter, pairOf(stride), padding), weights);
    },
  upsample:
    () =>
    ({ x }) => {
      const [, height, width] = images(x).shape;
      return tf.image.resizeNearestNeighbor(images(x), [2 * height, 2 * width]);
    },
  reshape:
    ({ shape }) =>
    ({ x }) =>
      tf.reshape(x, [x.shape[0], ...shape]),
  flatten:
    () =>
    ({ x }) =>
      tf.reshape(x, [x.shape[0], -1]),
  zeroPad:
    ({ top, bottom, left, right }) =>
    ({ x }) =>
      tf.pad(x, [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ]),
  batchNorm:
    ({ momentum, epsilon = BATCH_NORM_EPSILON }) =>
    ({ x, weights }) =>
      batchNorm(weights, x, momentum, epsilon),
  activation:
    ({ fn, alpha }) =>
    ({ x }) => {
      if (fn === 'leakyRelu') return tf.leakyRelu(x, alpha);
      const apply = ACTIVATIONS[fn];
      if (apply) return apply(x);
      throw new RangeError(`No model that is compared here has the activation ${fn}.`);
    },
  dropout:
    ({ rate }) =>
    ({ x, dropoutSeed }) =>
      tf.dropout(x, rate, undefined, dropoutSeed),
};

function ruleOf<K extends LayerKind>(layer: LayerSpec<K>): (given: Given) => tf.Tensor {
  const rule = RULES[layer.kind];
  if (rule) return rule(layer);
  throw new RangeError(`No model that is compared here has a layer of kind ${layer.kind}.`);
}

function batchNorm(weights: Weights, x: tf.Tensor, momentum: number, epsilon: number): tf.Tensor {
  const { mean, variance } = tf.moments(
    x,
    x.shape.slice(0, -1).map((_, axis) => axis),
  );
  for (const [role, value] of [
    ['movingMean', mean],
    ['movingVariance', variance],
  ] as const) {
    const moving = need(weights, role);
    moving.assign(tf.add(tf.mul(moving, momentum), tf.mul(value, 1 - momentum)));
  }
  const [gamma, beta] = [need(weights, 'gamma'), need(weights, 'beta')].map((t) =>
    tf.reshape<tf.Rank.R1>(t, [-1]),
  );
  return tf.batchNorm(x, vector(mean), vector(variance), beta, gamma, epsilon);
}

const fourOf = ([a, b, c, d]: readonly number[]): [number, number, number, number] => [a, b, c, d];
const images = (x: tf.Tensor): tf.Tensor4D => tf.reshape<tf.Rank.R4>(x, fourOf(x.shape));
const vector = (x: tf.Tensor): tf.Tensor1D => tf.reshape<tf.Rank.R1>(x, [-1]);
