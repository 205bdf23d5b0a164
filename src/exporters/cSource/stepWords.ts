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
import { isInt8Table, isInt8Weighted, type Int8Node } from '../../graph/int8Nodes';
import { planProgram, type Place } from '../../graph/program';
import { paddingOf } from '../../graph/windows';
import type { Shape } from '../../core/network';
import type { KernelName } from './kernels';

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
}

/** Weights or table, biases, mantissas, exponents: as many as the kernel takes. */
export type StepNumbers = readonly (Int8Array | Int32Array)[];

export interface CStep {
  readonly item: Int8Node;
  readonly words: StepWords;
  readonly numbers: StepNumbers;
  readonly from: Place;
  readonly to: Place;
}

export interface CProgram {
  readonly steps: readonly CStep[];
  readonly arenaBytes: number;
}

/** The numbers of a node, as a step takes them. */
export function numbersOf(item: Int8Node): StepNumbers {
  if (isInt8Table(item)) return [item.table];
  if (!isInt8Weighted(item)) return [];
  const { weights, bias, factors } = item;
  return [
    weights,
    bias,
    Int32Array.from(factors, (f) => f.mantissa),
    Int8Array.from(factors, (f) => f.exponent),
  ];
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

const summed = (node: NodeOf<'dense' | 'scaleShift'>, item: Int8Node, doubled: boolean) => ({
  ...common(node, item, doubled),
  kind: node.kind,
  low: node.relu ? item.output.zeroPoint : -128,
  factors: isInt8Weighted(item) ? item.factors.length : 0,
});

function windowed(
  node: NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose'>,
  item: Int8Node,
  doubled: boolean,
): StepWords {
  const { top, left } = paddingOf(node);
  const [kernel, kernelWidth] = node.kernel;
  const [stride, strideWidth] = node.stride;
  return {
    ...common(node, item, doubled),
    kind: node.kind,
    low: node.relu ? item.output.zeroPoint : -128,
    factors: isInt8Weighted(item) ? item.factors.length : 0,
    kernel,
    stride,
    ...(kernelWidth !== kernel && { kernelWidth }),
    ...(strideWidth !== stride && { strideWidth }),
    top,
    left,
  };
}

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

const unknownInC = ({ name, kind }: GraphNode): never => {
  throw new UnsupportedModelError(
    `Layer ${name} is of the kind ${kind}, for which there is no C kernel.`,
    'Choose TensorFlow Lite with int8 numbers, which microcontrollers run too.',
  );
};

const WORDS: Rules<GraphKind, [item: Int8Node, doubled: boolean], StepWords> = {
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
  zeroPad: (node, { input }) => ({
    ...copied('zeroPad')(node),
    top: node.top,
    left: node.left,
    inZero: input.zeroPoint,
  }),
  reflectionPad: unknownInC,
  crop: unknownInC,
  resize: unknownInC,
  averagePool: unknownInC,
  maxPool: unknownInC,
  add: unknownInC,
  concat: unknownInC,
  softmax: unknownInC,
  prelu: unknownInC,
  exampleNorm: unknownInC,
  embedding: unknownInC,
  relu: table,
  leakyRelu: table,
  tanh: table,
  sigmoid: table,
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
    steps: steps.map(({ index, doubled, from, to }): CStep => {
      const item = q.nodes[index];
      const words = applyRule(WORDS, q.graph.nodes[index], item, doubled);
      return { item, words, numbers: numbersOf(item), from: from[0], to };
    }),
  };
}
