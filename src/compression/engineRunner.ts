// Runs a graph with the engine's own operations, on whatever backend is active: quick enough to watch many examples.
// The float reference beside it says what the numbers must be.
import { pad, reshape, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { activationDropout, NO_DROPOUT } from '../engine/ops/dropout';
import { batchNormInference } from '../engine/ops/batchNorm';
import { fusedConv2d, fusedConv2dTranspose, upsample } from '../engine/ops/convolution';
import { fusedDense } from '../engine/ops/dense';
import { images, matrix, vector } from '../engine/ops/rank';
import { LINEAR, type Activation } from '../engine/plan';
import { transpose } from './buildGraph';
import type { GraphRunner } from './calibration';
import type { GraphNode } from './graph';

const RELU: Activation = { activation: 'relu', alpha: 0 };

function runNode(node: GraphNode, x: Tensor): Tensor {
  const rows = x.shape[0];
  switch (node.kind) {
    case 'dense': {
      const [units, inputs] = [node.bias.length, node.weights.length / node.bias.length];
      const kernel = tensor(transpose(node.weights, [units, inputs], [1, 0]), [inputs, units]);
      return fusedDense(matrix(x), matrix(kernel), vector(tensor(node.bias)), node.relu ? RELU : LINEAR);
    }
    case 'conv2d': {
      const { kernel: k, stride, padding } = node;
      const [filters, channels] = [node.bias.length, node.input[2]];
      const kernel = tensor(transpose(node.weights, [filters, k, k, channels], [1, 2, 3, 0]), [
        k,
        k,
        channels,
        filters,
      ]);
      const settings = { stride, padding, ...(node.relu ? RELU : LINEAR) };
      return fusedConv2d(images(x), images(kernel), vector(tensor(node.bias)), settings);
    }
    case 'conv2dTranspose': {
      const { kernel: k, stride } = node;
      const [filters, channels] = [node.bias.length, node.input[2]];
      const kernel = tensor(transpose(node.weights, [filters, k, k, channels], [1, 2, 0, 3]), [
        k,
        k,
        filters,
        channels,
      ]);
      const settings = { stride, ...(node.relu ? RELU : LINEAR) };
      return fusedConv2dTranspose(images(x), images(kernel), vector(tensor(node.bias)), settings);
    }
    case 'scaleShift': {
      const channels = node.bias.length;
      const [zeros, ones] = [new Float32Array(channels), new Float32Array(channels).fill(1)];
      const [gamma, beta, mean, variance] = [node.weights, node.bias, zeros, ones].map((v) =>
        vector(tensor(v)),
      );
      return batchNormInference(x, gamma, beta, mean, variance, 0, node.relu ? RELU : LINEAR);
    }
    case 'upsample':
      return upsample(images(x));
    case 'reshape':
      return reshape(x, [rows, ...node.output]);
    case 'zeroPad':
      return pad(x, [
        [0, 0],
        [node.top, node.bottom],
        [node.left, node.right],
        [0, 0],
      ]);
    case 'leakyRelu':
      return activationDropout(x, { activation: 'leakyRelu', alpha: node.alpha }, NO_DROPOUT);
    case 'relu':
    case 'tanh':
    case 'sigmoid':
      return activationDropout(x, { activation: node.kind, alpha: 0 }, NO_DROPOUT);
  }
}

/** Copies have the range of what they copy: reading them back would show nothing new. */
const isCopy = (node: GraphNode): boolean => node.kind === 'reshape' || node.kind === 'upsample';

/** A runner on the active backend; leaves no tensors behind. */
export const engineRunner: GraphRunner = async (graph, inputs, rows, visit) => {
  let x: Tensor = tensor(inputs, [rows, ...graph.input]);
  let values = inputs;
  for (const [index, node] of graph.nodes.entries()) {
    const before = x;
    x = tidy(() => runNode(node, before));
    before.dispose();
    if (!isCopy(node)) values = Float32Array.from(await x.data());
    visit(index, values);
  }
  x.dispose();
  return values;
};
