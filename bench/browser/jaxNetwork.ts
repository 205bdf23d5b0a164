// A network description on jax-js, images as [batch, channels, height, width]. For comparison only. Arrays move: an
// operation takes its arguments away, `.ref` keeps one more.
import { numpy as np, nn, random, type Array as JaxArray } from '@jax-js/jax';
import {
  BATCH_NORM_EPSILON,
  chainLayers,
  samePadding,
  type LayerSpec,
  type NetworkSpec,
} from '../../src/core/network';
import { initialValues } from '../../src/engine/initialize';

type Conv = Extract<LayerSpec, { readonly kind: 'conv2d' }>;

/** First values of the trainable weights in the order in which `applyNetwork` takes them; kernels as matrices. */
export function initialWeights(spec: NetworkSpec, seed: number): JaxArray[] {
  return chainLayers(spec).flatMap((layer) =>
    layer.weights.flatMap((weight, slot) => {
      if (!weight.trainable) return [];
      const values = new Float32Array(initialValues(weight, layer, seed, layer.index, slot));
      const columns = weight.shape[weight.shape.length - 1];
      const isKernel = weight.role === 'kernel';
      return [np.array(values, { shape: isKernel ? [values.length / columns, columns] : [columns] })];
    }),
  );
}

/** A convolution as one matrix product over gathered taps: several times as fast as jax-js' own, gradients included. */
function convolve(x: JaxArray, kernel: JaxArray, { kernel: taps, stride = 1, filters }: Conv): JaxArray {
  const [batch, channels, height, width] = x.shape;
  const [top, bottom] = samePadding(height, taps, stride);
  const [left, right] = samePadding(width, taps, stride);
  const [outH, outW] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  // One stride more at the end, so that every tap can be cut as whole strides.
  const padded = np.pad(x, [
    [0, 0],
    [0, 0],
    [top, bottom + stride],
    [left, right + stride],
  ]);
  const gathered: JaxArray[] = [];
  for (let i = 0; i < taps; i++) {
    for (let j = 0; j < taps; j++) {
      const cut = padded.ref.slice([], [], [i, i + outH * stride], [j, j + outW * stride]);
      const strided = stride === 1 ? cut : cut.reshape([batch, channels, outH, stride, outW, stride]);
      gathered.push(stride === 1 ? strided : strided.slice([], [], [], 0, [], 0));
    }
  }
  padded.dispose();
  const columns = np
    .transpose(np.stack(gathered, 0), [1, 3, 4, 0, 2])
    .reshape([batch * outH * outW, taps * taps * channels]);
  return np.transpose(np.matmul(columns, kernel).reshape([batch, outH, outW, filters]), [0, 3, 1, 2]);
}

function upsample(x: JaxArray): JaxArray {
  const [b, c, h, w] = x.shape;
  return np.broadcastTo(x.reshape([b, c, h, 1, w, 1]), [b, c, h, 2, w, 2]).reshape([b, c, 2 * h, 2 * w]);
}

/** A vector per channel, in the shape that broadcasts over x. */
const perChannel = (vector: JaxArray, rank: number): JaxArray =>
  vector.reshape(rank === 4 ? [1, vector.shape[0], 1, 1] : [1, vector.shape[0]]);

function batchNorm(x: JaxArray, gamma: JaxArray, beta: JaxArray, epsilon: number): JaxArray {
  const rank = x.shape.length;
  const axes = rank === 4 ? [0, 2, 3] : [0];
  const mean = np.mean(x.ref, axes, { keepdims: true });
  const centred = x.sub(mean);
  const variance = np.mean(np.square(centred.ref), axes, { keepdims: true });
  const normal = centred.div(np.sqrt(variance.add(epsilon)));
  return normal.mul(perChannel(gamma, rank)).add(perChannel(beta, rank));
}

function dropout(x: JaxArray, rate: number, key: JaxArray): JaxArray {
  const mask = random.bernoulli(key, 1 - rate, x.shape).astype(np.float32);
  return x.mul(mask.mul(1 / (1 - rate)));
}

/** The training pass; takes x and the weights away, reads the key. */
export function applyNetwork(
  spec: NetworkSpec,
  weights: readonly JaxArray[],
  x: JaxArray,
  key: JaxArray,
): JaxArray {
  let next = 0;
  const take = () => weights[next++];
  return chainLayers(spec).reduce((value, { layer, index }) => {
    switch (layer.kind) {
      case 'dense':
        return np.matmul(value, take()).add(perChannel(take(), 2));
      case 'conv2d':
        return convolve(value, take(), layer).add(perChannel(take(), 4));
      case 'upsample':
        return upsample(value);
      case 'reshape': {
        const [h, w, c] = layer.shape;
        return value.reshape([value.shape[0], c, h, w]);
      }
      case 'flatten':
        return value.reshape([value.shape[0], value.size / value.shape[0]]);
      case 'zeroPad': {
        const { top, bottom, left, right } = layer;
        return np.pad(value, [
          [0, 0],
          [0, 0],
          [top, bottom],
          [left, right],
        ]);
      }
      case 'batchNorm':
        return batchNorm(value, take(), take(), layer.epsilon ?? BATCH_NORM_EPSILON);
      case 'activation':
        if (layer.fn === 'relu') return nn.relu(value);
        if (layer.fn === 'tanh') return np.tanh(value);
        if (layer.fn === 'leakyRelu') return np.maximum(value.ref.mul(layer.alpha ?? 0.2), value);
        return nn.sigmoid(value);
      case 'dropout':
        return dropout(value, layer.rate, key.ref.add(index));
      case 'conv2dTranspose':
      case 'depthwiseConv2d':
      case 'layerNorm':
      case 'instanceNorm':
      case 'minibatchStd':
        throw new RangeError(`No model that is compared here has a layer of kind ${layer.kind}.`);
    }
  }, x);
}
