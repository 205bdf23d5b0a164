// What each kind of node is as an operation of the engine. Kernels of two different sides, which the fused operations do
// not have, run as stock operations.
import {
  add,
  conv2d,
  conv2dTranspose,
  depthwiseConv2d,
  mul,
  pad,
  reshape,
  tensor1d,
  tensor2d,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { isFusedActivation } from '../core/network';
import { activate } from '../engine/ops/activation';
import { concatChannels } from '../engine/ops/concat';
import {
  depthwise,
  fusedConv2d,
  fusedConv2dTranspose,
  upsample,
  upsampleConv2d,
} from '../engine/ops/convolution';
import { crop } from '../engine/ops/crop';
import { curves } from '../engine/ops/curves';
import { fusedDense } from '../engine/ops/dense';
import { embedding } from '../engine/ops/embedding';
import { exampleNorm, pixelNorm } from '../engine/ops/exampleNorm';
import { averagePool, maxPool } from '../engine/ops/pooling';
import { prelu } from '../engine/ops/prelu';
import { images, matrix, vector } from '../engine/ops/rank';
import { reflectionPad } from '../engine/ops/reflectionPad';
import { bilinearResize } from '../engine/ops/resize';
import { softmax } from '../engine/ops/softmax';
import { LINEAR, type Activation } from '../engine/plan';
import {
  applyRule,
  type NodeOf,
  type PlainKind,
  type PlainNode,
  type Rules,
  type Sides,
  type WeightedKind,
  type WeightedNode,
} from './graph';

const RELU: Activation = { activation: 'relu', alpha: 0 };

/** The weights of a node on the active backend. */
interface Numbers {
  readonly kernel: Tensor;
  readonly bias: Tensor;
  /** The input still has to be doubled. */
  readonly doubled: boolean;
}

const isSquare = ([height, width]: Sides): boolean => height === width;
const isRegular = ({ kernel, stride }: { readonly kernel: Sides; readonly stride: Sides }): boolean =>
  isSquare(kernel) && isSquare(stride);
const activationOf = ({ relu }: WeightedNode): Activation => (relu ? RELU : LINEAR);
const finished = (node: WeightedNode, sum: Tensor, bias: Tensor): Tensor =>
  activate(add(sum, bias), activationOf(node));

const WEIGHTED: Rules<WeightedKind, [x: Tensor, numbers: Numbers], Tensor> = {
  dense: (node, x, { kernel, bias }) =>
    fusedDense(matrix(x), matrix(kernel), vector(bias), activationOf(node)),
  conv2d: (node, x, { kernel, bias, doubled }) => {
    const activation = activationOf(node);
    if (doubled) return upsampleConv2d(images(x), images(kernel), vector(bias), activation);
    if (!isRegular(node))
      return finished(node, conv2d(images(x), images(kernel), [...node.stride], node.padding), bias);
    const settings = { stride: node.stride[0], padding: node.padding, ...activation };
    return fusedConv2d(images(x), images(kernel), vector(bias), settings);
  },
  depthwiseConv2d: (node, x, { kernel, bias }) => {
    if (!isRegular(node))
      return finished(node, depthwiseConv2d(images(x), images(kernel), [...node.stride], 'same'), bias);
    const settings = { stride: node.stride[0], ...activationOf(node) };
    return depthwise(images(x), images(kernel), vector(bias), settings);
  },
  conv2dTranspose: (node, x, { kernel, bias }) => {
    if (!isRegular(node)) {
      const [height, width, filters] = node.output;
      const shape: [number, number, number, number] = [x.shape[0], height, width, filters];
      return finished(
        node,
        conv2dTranspose(images(x), images(kernel), shape, [...node.stride], 'same'),
        bias,
      );
    }
    const settings = { stride: node.stride[0], ...activationOf(node) };
    return fusedConv2dTranspose(images(x), images(kernel), vector(bias), settings);
  },
  scaleShift: (node, x, { kernel, bias }) => finished(node, mul(x, kernel), bias),
};

/** One weighted node. */
export const applyWeighted = (node: WeightedNode, x: Tensor, numbers: Numbers): Tensor =>
  applyRule(WEIGHTED, node, x, numbers);

function curve({ fn }: NodeOf<'curve'>, [x]: readonly Tensor[]): Tensor {
  if (isFusedActivation(fn)) return activate(x, { activation: fn, alpha: 0 });
  return curves[fn](x);
}

const PLAIN: Rules<PlainKind, [inputs: readonly Tensor[]], Tensor> = {
  upsample: (_, [x]) => upsample(images(x)),
  reshape: ({ output }, [x]) => reshape(x, [x.shape[0], ...output]),
  zeroPad: ({ top, bottom, left, right }, [x]) =>
    pad(x, [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]),
  reflectionPad: ({ top, bottom, left, right }, [x]) => reflectionPad(images(x), [top, bottom, left, right]),
  crop: ({ top, bottom, left, right }, [x]) => crop(images(x), [top, bottom, left, right]),
  resize: ({ output: [height, width] }, [x]) => bilinearResize(images(x), [height, width]),
  averagePool: ({ kernel, stride, padding }, [x]) => averagePool(images(x), kernel, stride, padding),
  maxPool: ({ kernel, stride, padding }, [x]) => maxPool(images(x), kernel, stride, padding),
  add: (_, [a, b]) => add(a, b),
  concat: (_, inputs) => concatChannels(inputs),
  softmax: (_, [x]) => softmax(x),
  prelu: ({ slopes }, [x]) => prelu(x, tensor1d(slopes)),
  exampleNorm: ({ gamma, beta, over }, [x]) => exampleNorm(x, tensor1d(gamma), tensor1d(beta), over),
  pixelNorm: (_, [x]) => pixelNorm(x),
  embedding: ({ table, output: [units] }, [x]) =>
    embedding(vector(reshape(x, [x.shape[0]])), tensor2d(table, [table.length / units, units])),
  leakyRelu: ({ alpha }, [x]) => activate(x, { activation: 'leakyRelu', alpha }),
  relu: (_, [x]) => activate(x, RELU),
  curve,
};

/** One node without weights. */
export const applyPlain = (node: PlainNode, inputs: readonly Tensor[]): Tensor =>
  applyRule(PLAIN, node, inputs);
