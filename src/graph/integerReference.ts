// A full-integer graph, run with integers alone, bit for bit as TFLite's reference kernels and the generated C do.
// The oracle of every int8 export; it holds no floating-point arithmetic between input and output.
import type { Affine } from './calibration';
import { cropImage, doubleImage, padImage, reflectImage } from './copies';
import { soleInput, valueOf } from './edges';
import { applyRule, volume, type Rules } from './graph';
import {
  addValues,
  averageImage,
  concatValues,
  largestOfImage,
  preluValues,
  resizeImage,
  softmaxValues,
} from './integerJoins';
import { runInt8Weighted } from './integerKernels';
import { embeddingValues, normValues } from './integerNorms';
import { type Int8Graph } from './int8Graph';
import {
  applyInt8Rule,
  curvesAlike,
  weightedAlike,
  type CopyKind,
  type Int8Copy,
  type Int8Node,
  type Int8Rules,
  type Int8Table,
  type Int8Weighted,
} from './int8Nodes';

type Integers = Int8Array<ArrayBuffer>;

const clamp = (value: number): number => Math.max(-128, Math.min(127, value));

/** Real numbers as int8. */
export const quantizeValues = (values: Float32Array, { scale, zeroPoint }: Affine): Integers =>
  Int8Array.from(values, (v) => {
    const steps = Math.fround(v / scale);
    return clamp(Math.sign(steps) * Math.round(Math.abs(steps)) + zeroPoint);
  });

/** The real numbers that int8 values stand for. */
export const dequantizeValues = (
  values: Int8Array,
  { scale, zeroPoint }: Affine,
): Float32Array<ArrayBuffer> => Float32Array.from(values, (v) => scale * (v - zeroPoint));

/** Fills `y`, whose numbers have the scale of those that are read. */
const COPIES: Rules<CopyKind, [zeroPoint: number, x: Integers, y: Integers], void> = {
  reshape: (_, __, x, y) => y.set(x),
  upsample: (node, _, x, y) => doubleImage(node, x, y),
  zeroPad: (node, zeroPoint, x, y) => padImage(node, x, y.fill(zeroPoint)),
  reflectionPad: (node, _, x, y) => reflectImage(node, x, y),
  crop: (node, _, x, y) => cropImage(node, x, y),
  resize: (node, _, x, y) => resizeImage(node, x, y),
  averagePool: (node, _, x, y) => averageImage(node, x, y),
  maxPool: (node, _, x, y) => largestOfImage(node, x, y),
};

function copied({ node, input }: Int8Copy, [x]: readonly Integers[]): Integers {
  const y = new Int8Array(volume(node.output));
  applyRule(COPIES, node, input.zeroPoint, x, y);
  return y;
}

const RULES: Int8Rules<[inputs: readonly Integers[]], Integers> = {
  ...weightedAlike((q: Int8Weighted, [x]: readonly Integers[]) => runInt8Weighted(q, x)),
  ...curvesAlike(({ table }: Int8Table, [x]: readonly Integers[]) => x.map((v) => table[v + 128])),
  reshape: copied,
  upsample: copied,
  zeroPad: copied,
  reflectionPad: copied,
  crop: copied,
  resize: copied,
  averagePool: copied,
  maxPool: copied,
  add: addValues,
  concat: concatValues,
  prelu: (q, [x]) => preluValues(q, x),
  softmax: (q, [x]) => softmaxValues(q, x),
  exampleNorm: (q, [x]) => normValues(q, x),
  pixelNorm: (q, [x]) => normValues(q, x),
  embedding: (q, [x]) => embeddingValues(q, x),
};

/** The output of one node for one example. */
const runInt8Node = (q: Int8Node, inputs: readonly Integers[]): Integers => applyInt8Rule(RULES, q, inputs);

/**
 * Runs the graph on `rows` examples of int8 inputs.
 * @returns [rows * output] int8
 */
export function runInt8Graph(q: Int8Graph, inputs: Integers, rows: number): Integers {
  const { name: input, shape } = soleInput(q.graph);
  const size = volume(shape);
  const drawn: Integers[] = [];
  for (let row = 0; row < rows; row++) {
    const values = new Map([[input, inputs.slice(row * size, (row + 1) * size)]]);
    for (const item of q.nodes) {
      const read = item.node.from.map((name) => valueOf(values, name));
      values.set(item.node.name, runInt8Node(item, read));
    }
    drawn.push(valueOf(values, q.graph.outputs[0]));
  }
  const outputs = new Int8Array(rows * (drawn[0]?.length ?? 0));
  drawn.forEach((image, row) => outputs.set(image, row * image.length));
  return outputs;
}
