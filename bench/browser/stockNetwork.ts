// A network description on stock TensorFlow.js operations, the way TensorFlow.js' own layers run them in training:
// no operation of this project. For comparison only.
import * as tf from '@tensorflow/tfjs-core';
import { BATCH_NORM_EPSILON, chainLayers, type NetworkSpec, type ResolvedNode } from '../../src/core/network';
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
    return this.#layers.reduce((value, { resolved, weights }) => this.#run(resolved, weights, value), x);
  }

  #run({ layer }: ResolvedNode, weights: Weights, x: tf.Tensor): tf.Tensor {
    const biased = (y: tf.Tensor) => (weights.bias ? tf.add(y, weights.bias) : y);
    switch (layer.kind) {
      case 'dense':
        return biased(tf.matMul(x, need(weights, 'kernel')));
      case 'conv2d': {
        const filter = tf.reshape<tf.Rank.R4>(need(weights, 'kernel'), fourOf(need(weights, 'kernel').shape));
        return biased(tf.conv2d(images(x), filter, layer.stride ?? 1, layer.padding ?? 'same'));
      }
      case 'conv2dTranspose':
      case 'depthwiseConv2d':
      case 'layerNorm':
      case 'instanceNorm':
      case 'minibatchStd':
        throw new RangeError(`No model that is compared here has a layer of kind ${layer.kind}.`);
      case 'upsample':
        return tf.image.resizeNearestNeighbor(images(x), [2 * images(x).shape[1], 2 * images(x).shape[2]]);
      case 'reshape':
        return tf.reshape(x, [x.shape[0], ...layer.shape]);
      case 'flatten':
        return tf.reshape(x, [x.shape[0], -1]);
      case 'zeroPad': {
        const { top, bottom, left, right } = layer;
        return tf.pad(x, [
          [0, 0],
          [top, bottom],
          [left, right],
          [0, 0],
        ]);
      }
      case 'batchNorm':
        return this.#batchNorm(weights, x, layer.momentum, layer.epsilon ?? BATCH_NORM_EPSILON);
      case 'activation':
        if (layer.fn === 'leakyRelu') return tf.leakyRelu(x, layer.alpha);
        return { relu: tf.relu, tanh: tf.tanh, sigmoid: tf.sigmoid }[layer.fn](x);
      case 'dropout':
        return tf.dropout(x, layer.rate, undefined, ++this.#dropoutSeed);
    }
  }

  #batchNorm(weights: Weights, x: tf.Tensor, momentum: number, epsilon: number): tf.Tensor {
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
}

const fourOf = ([a, b, c, d]: readonly number[]): [number, number, number, number] => [a, b, c, d];
const images = (x: tf.Tensor): tf.Tensor4D => tf.reshape<tf.Rank.R4>(x, fourOf(x.shape));
const vector = (x: tf.Tensor): tf.Tensor1D => tf.reshape<tf.Rank.R1>(x, [-1]);
