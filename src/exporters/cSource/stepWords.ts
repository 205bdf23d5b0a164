// A full-integer graph as the steps of C: what each kind of node puts into the fields of a step (kernels.ts), for the
// generated project and for model.bin alike.
import {
  applyRule,
  UnsupportedModelError,
  volume,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
} from '../../graph/graph';
import { type Int8Graph } from '../../graph/int8Graph';

import { isInt8Weighted, type Int8Node } from '../../graph/int8Nodes';
import { planProgram, type Place } from '../../graph/program';
import { paddingOf } from '../../graph/windows';
import type { Shape } from '../../core/network';
import { FUNCTIONS, type KernelName } from './kernels';
import { numbersOf, type StepNumbers } from './stepNumbers';

/** [height, width, channels] of any shape: what is flat has one pixel. */
const asImage = (shape: Shape): readonly number[] => (shape.length === 3 ? shape : [1, 1, volume(shape)]);

/** Fields of a step; what is left out is 0, but kernel and stride, which are 1, and `low`, which is -128. */
export interface StepWords {
  readonly kind: KernelName;
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly kernel?: number;
  readonly stride?: number;
  /** Where they differ from kernel and stride. */
  readonly kernelWidth?: number;
  readonly strideWidth?: number;
  readonly top?: number;
  readonly left?: number;
  readonly doubled?: boolean;
  readonly inZero?: number;
  readonly outZero?: number;
  readonly low?: number;
  readonly factors?: number;
  /** Zero point of the second of two values. */
  readonly otherZero?: number;
  /** The channel of the output where this part begins. */
  readonly first?: number;
}

export interface CStep {
  /** A name in C: of the node, and of its part where each value that it reads is a step. */
  readonly name: string;
  readonly node: GraphNode;
  readonly words: StepWords;
  readonly numbers: StepNumbers;
  /** As many as the kernel reads (kernels.ts). */
  readonly from: readonly Place[];
  readonly to: Place;
}

export interface CProgram {
  readonly steps: readonly CStep[];
  readonly arenaBytes: number;
}

/** What holds for every kind. */
function common(node: GraphNode, { input, output }: Int8Node, doubled: boolean) {
  const [height, width, channels] = asImage(node.inputs[0]);
  const sides = doubled ? [height / 2, width / 2, channels] : [height, width, channels];
  return {
    input: sides,
    output: asImage(node.output),
    doubled,
    inZero: input.zeroPoint,
    outZero: output.zeroPoint,
  };
}

/** Of every value that a node reads. */
const zeroPointsOf = (item: Int8Node): readonly number[] =>
  ('inputs' in item ? item.inputs : [item.input]).map(({ zeroPoint }) => zeroPoint);

const summed = (node: NodeOf<'dense' | 'scaleShift'>, item: Int8Node, doubled: boolean) => ({
  ...common(node, item, doubled),
  kind: node.kind,
  low: node.relu ? item.output.zeroPoint : -128,
  factors: isInt8Weighted(item) ? item.factors.length : 0,
});

/** Where windows lie. */
function windowWords(
  node: NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose' | 'averagePool' | 'maxPool'>,
) {
  const { top, left } = paddingOf(node);
  const [kernel, kernelWidth] = node.kernel;
  const [stride, strideWidth] = node.stride;
  return {
    kernel,
    stride,
    ...(kernelWidth !== kernel && { kernelWidth }),
    ...(strideWidth !== stride && { strideWidth }),
    top,
    left,
  };
}

const windowed = (
  node: NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose'>,
  item: Int8Node,
  doubled: boolean,
): StepWords => ({
  ...common(node, item, doubled),
  kind: node.kind,
  low: node.relu ? item.output.zeroPoint : -128,
  factors: isInt8Weighted(item) ? item.factors.length : 0,
  ...windowWords(node),
});

const copied =
  (kind: KernelName) =>
  (node: GraphNode): StepWords => ({
    kind,
    input: asImage(node.inputs[0]),
    output: asImage(node.output),
  });

const table = (node: GraphNode): StepWords => {
  const size = asImage(node.output);
  return { kind: 'table', input: size, output: size };
};

const normalized = (
  kind: KernelName,
  node: NodeOf<'exampleNorm' | 'pixelNorm'>,
  item: Int8Node,
): StepWords => ({
  ...common(node, item, false),
  kind,
  factors: 'signs' in item ? item.signs.length : 0,
});

/** The most rows and columns to which the C kernel interpolates in whole numbers without leaving the image. */
const MOST_RESIZED = 1024;

function resized(node: NodeOf<'resize'>): StepWords {
  const [rows, columns] = node.output;
  if (Math.max(rows, columns) <= MOST_RESIZED) return copied('resize')(node);
  throw new UnsupportedModelError(
    `Layer ${node.name} resizes to ${rows} x ${columns}; the C kernel goes to ${MOST_RESIZED} a side.`,
    'Choose TensorFlow Lite with float32 numbers, or a smaller image.',
  );
}

/** Borders of an image that is copied. */
const bordered =
  (kind: KernelName) =>
  (node: NodeOf<'zeroPad' | 'reflectionPad' | 'crop'>): StepWords => ({
    ...copied(kind)(node),
    top: node.top,
    left: node.left,
  });

function pooled(node: NodeOf<'averagePool' | 'maxPool'>): StepWords {
  return { ...copied(node.kind)(node), ...windowWords(node) };
}

/** One value that is placed into the output of a concatenation. */
function part(node: NodeOf<'concat'>, { output }: Int8Node, inZero: number, index: number): StepWords {
  const widths = node.inputs.map((shape) => shape[shape.length - 1]);
  const channels = node.output[node.output.length - 1];
  const sides = (shape: Shape, last: number): readonly number[] => [1, volume(shape) / last, last];
  return {
    kind: 'concat',
    input: sides(node.inputs[index], widths[index]),
    output: sides(node.output, channels),
    inZero,
    outZero: output.zeroPoint,
    factors: 1,
    first: widths.slice(0, index).reduce((sum, width) => sum + width, 0),
  };
}

/** The steps of a node, one for all but concatenations. */
const WORDS: Rules<GraphKind, [item: Int8Node, doubled: boolean], StepWords | readonly StepWords[]> = {
  dense: summed,
  conv2d: windowed,
  depthwiseConv2d: windowed,
  conv2dTranspose: windowed,
  scaleShift: (node, item, doubled) => {
    const size = [1, volume(node.output) / node.bias.length, node.bias.length];
    return { ...summed(node, item, doubled), input: size, output: size };
  },
  upsample: copied('upsample'),
  reshape: ({ name }) => {
    throw new TypeError(`${name} moves nothing, so it is no step`);
  },
  zeroPad: (node, { input }) => ({ ...bordered('zeroPad')(node), inZero: input.zeroPoint }),
  reflectionPad: bordered('reflectionPad'),
  crop: bordered('crop'),
  resize: resized,
  averagePool: pooled,
  maxPool: pooled,
  add: (node, item) => ({
    ...common(node, item, false),
    kind: 'add',
    factors: 3,
    otherZero: zeroPointsOf(item)[1],
  }),
  concat: (node, item) => zeroPointsOf(item).map((zero, index) => part(node, item, zero, index)),
  softmax: copied('softmax'),
  prelu: (node, item) => ({ ...common(node, item, false), kind: 'prelu', factors: 2 }),
  exampleNorm: (node, item) => normalized(node.over === 'layer' ? 'layerNorm' : 'instanceNorm', node, item),
  pixelNorm: (node, item) => normalized('pixelNorm', node, item),
  embedding: (node) => ({ ...copied('embedding')(node), kernel: node.table.length / node.output[0] }),
  relu: table,
  leakyRelu: table,
  curve: table,
};

/** @throws UnsupportedModelError for a graph that computes nothing, or of several inputs or outputs */
export function planSteps(q: Int8Graph): CProgram {
  const { steps, arenaBytes } = planProgram(q.graph);
  if (steps.length === 0) {
    throw new UnsupportedModelError(
      `${q.graph.name} has no layers.`,
      'Choose a model with at least one layer.',
    );
  }
  return {
    arenaBytes,
    steps: steps.flatMap(({ index, doubled, from, to }): readonly CStep[] => {
      const item = q.nodes[index];
      const node = q.graph.nodes[index];
      const made = applyRule(WORDS, node, item, doubled);
      const parts: readonly StepWords[] = 'kind' in made ? [made] : made;
      return parts.map((words, i): CStep => ({
        name: parts.length === 1 ? node.name : `${node.name}_part_${i + 1}`,
        node,
        words,
        numbers: numbersOf(item, i),
        from: from.slice(i, i + FUNCTIONS[words.kind].inputs),
        to,
      }));
    }),
  };
}
