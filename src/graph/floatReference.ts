// The graph in plain float32 arithmetic, one loop per operation: the oracle that everything else is checked against.
// Slow and simple on purpose; the engine is what draws quickly.
import { samePadding } from '../core/network';
import {
  volume,
  type Conv2dNode,
  type ConvTransposeNode,
  type DepthwiseNode,
  type ExportGraph,
  type GraphNode,
} from './graph';

/** First row of the window that makes output row 0 of a `same` convolution, as a distance above the image. */
export function padBefore(node: Conv2dNode | DepthwiseNode | ConvTransposeNode, axis: 0 | 1): number {
  if (node.kind === 'conv2d' && node.padding === 'valid') return 0;
  const image = node.kind === 'conv2dTranspose' ? node.output : node.input;
  return samePadding(image[axis], node.kernel, node.stride)[0];
}

function conv2d(node: Conv2dNode, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = node.input;
  const [rows, columns, filters] = node.output;
  const { kernel, stride, weights, bias } = node;
  const [top, left] = [padBefore(node, 0), padBefore(node, 1)];
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let f = 0; f < filters; f++) {
        let sum = bias[f];
        for (let ky = 0; ky < kernel; ky++) {
          const iy = row * stride + ky - top;
          if (iy < 0 || iy >= height) continue;
          for (let kx = 0; kx < kernel; kx++) {
            const ix = column * stride + kx - left;
            if (ix < 0 || ix >= width) continue;
            const from = (iy * width + ix) * channels;
            const w = ((f * kernel + ky) * kernel + kx) * channels;
            for (let c = 0; c < channels; c++) sum += x[from + c] * weights[w + c];
          }
        }
        y[at++] = sum;
      }
    }
  }
}

function depthwise(node: DepthwiseNode, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = node.input;
  const { kernel, stride, weights, bias } = node;
  const [top, left] = [padBefore(node, 0), padBefore(node, 1)];
  for (let at = 0; at < y.length; at++) {
    const c = at % channels;
    const column = Math.floor(at / channels) % node.output[1];
    const row = Math.floor(at / channels / node.output[1]);
    let sum = bias[c];
    for (let ky = 0; ky < kernel; ky++) {
      const iy = row * stride + ky - top;
      if (iy < 0 || iy >= height) continue;
      for (let kx = 0; kx < kernel; kx++) {
        const ix = column * stride + kx - left;
        if (ix < 0 || ix >= width) continue;
        sum += x[(iy * width + ix) * channels + c] * weights[(c * kernel + ky) * kernel + kx];
      }
    }
    y[at] = sum;
  }
}

function conv2dTranspose(node: ConvTransposeNode, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = node.input;
  const [rows, columns, filters] = node.output;
  const { kernel, stride, weights, bias } = node;
  const [top, left] = [padBefore(node, 0), padBefore(node, 1)];
  const sums = new Float64Array(y.length);
  for (let i = 0; i < sums.length; i++) sums[i] = bias[i % filters];
  for (let iy = 0; iy < height; iy++) {
    for (let ix = 0; ix < width; ix++) {
      const from = (iy * width + ix) * channels;
      for (let ky = 0; ky < kernel; ky++) {
        const row = iy * stride + ky - top;
        if (row < 0 || row >= rows) continue;
        for (let kx = 0; kx < kernel; kx++) {
          const column = ix * stride + kx - left;
          if (column < 0 || column >= columns) continue;
          const to = (row * columns + column) * filters;
          for (let f = 0; f < filters; f++) {
            const w = ((f * kernel + ky) * kernel + kx) * channels;
            for (let c = 0; c < channels; c++) sums[to + f] += x[from + c] * weights[w + c];
          }
        }
      }
    }
  }
  y.set(sums);
}

/** Copies an image into a larger one; what lies outside stays as it is. */
export function padImage<T extends Float32Array | Int8Array>(
  node: GraphNode & { readonly kind: 'zeroPad' },
  x: T,
  y: T,
): void {
  const row = node.input[1] * node.input[2];
  const wide = node.output[1] * node.output[2];
  for (let i = 0; i < node.input[0]; i++) {
    y.set(x.subarray(i * row, (i + 1) * row), (i + node.top) * wide + node.left * node.input[2]);
  }
}

/** Doubles both sides of an image by copying. */
export function doubleImage<T extends Float32Array | Int8Array>(node: GraphNode, x: T, y: T): void {
  const [rows, columns, channels] = node.output;
  const width = node.input[1];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = ((row >> 1) * width + (column >> 1)) * channels;
      y.set(x.subarray(from, from + channels), (row * columns + column) * channels);
    }
  }
}

/** The output of one node for one example. */
export function runFloatNode(node: GraphNode, x: Float32Array): Float32Array {
  if (node.kind === 'reshape') return x;
  const y = new Float32Array(volume(node.output));
  switch (node.kind) {
    case 'dense':
      for (let o = 0; o < y.length; o++) {
        let sum = node.bias[o];
        for (let i = 0; i < x.length; i++) sum += x[i] * node.weights[o * x.length + i];
        y[o] = sum;
      }
      break;
    case 'conv2d':
      conv2d(node, x, y);
      break;
    case 'depthwiseConv2d':
      depthwise(node, x, y);
      break;
    case 'conv2dTranspose':
      conv2dTranspose(node, x, y);
      break;
    case 'scaleShift':
      for (let i = 0; i < y.length; i++) {
        y[i] = x[i] * node.weights[i % node.bias.length] + node.bias[i % node.bias.length];
      }
      break;
    case 'upsample':
      doubleImage(node, x, y);
      break;
    case 'zeroPad':
      padImage(node, x, y);
      break;
    case 'relu':
      for (let i = 0; i < y.length; i++) y[i] = Math.max(0, x[i]);
      break;
    case 'leakyRelu':
      for (let i = 0; i < y.length; i++) y[i] = x[i] < 0 ? node.alpha * x[i] : x[i];
      break;
    case 'tanh':
      for (let i = 0; i < y.length; i++) y[i] = Math.tanh(x[i]);
      break;
    case 'sigmoid':
      for (let i = 0; i < y.length; i++) y[i] = 1 / (1 + Math.exp(-x[i]));
      break;
  }
  if ('weights' in node && node.relu) for (let i = 0; i < y.length; i++) y[i] = Math.max(0, y[i]);
  return y;
}

/** Sees the output of node `index`, [rows, ...node.output]; must not change or keep it. */
export type NodeVisitor = (index: number, values: Float32Array) => void;

/**
 * Runs the graph on `rows` examples, one after the other.
 * @param inputs [rows * volume(graph.input)]
 * @returns [rows * volume(graph.output)]
 */
export function runFloatGraph(
  graph: ExportGraph,
  inputs: Float32Array,
  rows: number,
  visit?: NodeVisitor,
): Float32Array {
  const size = volume(graph.input);
  const outputs = new Float32Array(rows * volume(graph.output));
  for (let row = 0; row < rows; row++) {
    let value: Float32Array = inputs.slice(row * size, (row + 1) * size);
    for (const [index, node] of graph.nodes.entries()) {
      value = runFloatNode(node, value);
      visit?.(index, value);
    }
    outputs.set(value, row * value.length);
  }
  return outputs;
}
