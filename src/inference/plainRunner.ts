// Draws in JavaScript where a browser has no SIMD (WebKit before 16.4). Convolutions and dense layers sum four filters side by
// side, so that the processor need not wait for one sum before it adds to the next; each sum is added in the order of the
// float reference, so the numbers are its own to the last bit. Everything else runs there.
import { outputShape, soleInput, soleOutput, valueOf } from '../graph/edges';
import { runFloatNode } from '../graph/floatReference';
import { volume, type ExportGraph, type GraphNode, type NodeOf } from '../graph/graph';
import { paddingOf } from '../graph/windows';

type Filters = Pick<NodeOf<'dense'>, 'weights' | 'bias' | 'relu'>;

/** Stretches of the input that lie under a window, and where each stretch begins in a filter. */
interface Stretches {
  count: number;
  length: number;
  readonly inputs: Int32Array;
  readonly weights: Int32Array;
}

/** All filters, `apart` from each other, on the same stretches of `x`; their sums from `to` on. */
function addUp(node: Filters, apart: number, x: Float32Array, under: Stretches, y: Float32Array, to: number) {
  const { weights, bias, relu } = node;
  const { count, length } = under;
  const filters = bias.length;
  let f = 0;
  for (; f + 4 <= filters; f += 4) {
    let a: number = bias[f];
    let b: number = bias[f + 1];
    let c: number = bias[f + 2];
    let d: number = bias[f + 3];
    for (let s = 0; s < count; s++) {
      const from = under.inputs[s];
      const first = f * apart + under.weights[s];
      const second = first + apart;
      const third = second + apart;
      const fourth = third + apart;
      for (let i = 0; i < length; i++) {
        const value = x[from + i];
        a += value * weights[first + i];
        b += value * weights[second + i];
        c += value * weights[third + i];
        d += value * weights[fourth + i];
      }
    }
    y[to + f] = a;
    y[to + f + 1] = b;
    y[to + f + 2] = c;
    y[to + f + 3] = d;
  }
  for (; f < filters; f++) {
    let sum: number = bias[f];
    for (let s = 0; s < count; s++) {
      const from = under.inputs[s];
      const first = f * apart + under.weights[s];
      for (let i = 0; i < length; i++) sum += x[from + i] * weights[first + i];
    }
    y[to + f] = sum;
  }
  if (relu) for (let i = to; i < to + filters; i++) y[i] = Math.max(0, y[i]);
}

function dense(node: NodeOf<'dense'>, x: Float32Array, y: Float32Array): void {
  const all = { count: 1, length: x.length, inputs: Int32Array.of(0), weights: Int32Array.of(0) };
  addUp(node, x.length, x, all, y, 0);
}

function conv2d(node: NodeOf<'conv2d'>, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns, filters] = node.output;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const { top, left } = paddingOf(node);
  const under = { count: 0, length: 0, inputs: new Int32Array(tall), weights: new Int32Array(tall) };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      // Taps that lie beside each other read values that lie beside each other.
      const begin = column * across - left;
      const firstTap = Math.max(0, -begin);
      under.length = Math.max(0, Math.min(wide, width - begin) - firstTap) * channels;
      under.count = 0;
      for (let ky = 0; ky < tall; ky++) {
        const iy = row * down + ky - top;
        if (iy < 0 || iy >= height) continue;
        under.inputs[under.count] = (iy * width + begin + firstTap) * channels;
        under.weights[under.count++] = (ky * wide + firstTap) * channels;
      }
      addUp(node, tall * wide * channels, x, under, y, (row * columns + column) * filters);
    }
  }
}

function runNode(node: GraphNode, inputs: readonly Float32Array[]): Float32Array {
  if (node.kind !== 'dense' && node.kind !== 'conv2d') return runFloatNode(node, inputs);
  const y = new Float32Array(volume(node.output));
  if (node.kind === 'dense') dense(node, inputs[0], y);
  else conv2d(node, inputs[0], y);
  return y;
}

/**
 * Runs a graph of one input and one output on `rows` examples, one after the other.
 * @param inputs [rows * input]
 * @returns [rows * output]
 * @throws UnsupportedModelError for a graph with several inputs or outputs
 */
export function runPlainGraph(graph: ExportGraph, inputs: Float32Array, rows: number): Float32Array {
  const input = soleInput(graph);
  const output = soleOutput(graph);
  const size = volume(input.shape);
  const made = volume(outputShape(graph));
  const outputs = new Float32Array(rows * made);
  for (let row = 0; row < rows; row++) {
    const values = new Map([[input.name, inputs.subarray(row * size, (row + 1) * size)]]);
    for (const node of graph.nodes)
      values.set(
        node.name,
        runNode(
          node,
          node.from.map((name) => valueOf(values, name)),
        ),
      );
    outputs.set(valueOf(values, output), row * made);
  }
  return outputs;
}
