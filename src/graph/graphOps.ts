// The nodes of a graph as engine operations, and a graph whose weights are variables that can be learned. What happens
// to weights and outputs on the way (rounding, watching) is the caller's.
import {
  add,
  mul,
  pad,
  reshape,
  tensor,
  tidy,
  variable,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { activate } from '../engine/ops/activation';
import {
  depthwise,
  fusedConv2d,
  fusedConv2dTranspose,
  upsample,
  upsampleConv2d,
} from '../engine/ops/convolution';
import { fusedDense } from '../engine/ops/dense';
import { images, matrix, vector } from '../engine/ops/rank';
import { LINEAR, type Activation } from '../engine/plan';
import { transpose } from './buildGraph';
import { isWeighted, type ExportGraph, type GraphNode, type PlainNode, type WeightedNode } from './graph';

const RELU: Activation = { activation: 'relu', alpha: 0 };

interface KernelLayout {
  /** As the engine wants the kernel. */
  readonly shape: readonly number[];
  /** As the graph holds it: output channels first. */
  readonly graphShape: readonly number[];
  /** Axis i of the engine's kernel is this axis of the graph's. */
  readonly order: readonly number[];
}

/** How the engine lays out the weights of a node. */
export function kernelLayout(node: WeightedNode): KernelLayout {
  const outputs = node.bias.length;
  const lay = (graphShape: readonly number[], order: readonly number[]): KernelLayout => ({
    graphShape,
    order,
    shape: order.map((axis) => graphShape[axis]),
  });
  switch (node.kind) {
    case 'dense':
      return lay([outputs, node.weights.length / outputs], [1, 0]);
    case 'conv2d':
      return lay([outputs, node.kernel, node.kernel, node.input[2]], [1, 2, 3, 0]);
    case 'depthwiseConv2d':
      return lay([outputs, node.kernel, node.kernel, 1], [1, 2, 0, 3]);
    case 'conv2dTranspose':
      return lay([outputs, node.kernel, node.kernel, node.input[2]], [1, 2, 0, 3]);
    case 'scaleShift':
      return lay([outputs], [0]);
  }
}

/** The axis of the engine's kernel that counts output channels. */
export const outputAxis = (node: WeightedNode): number => kernelLayout(node).order.indexOf(0);

/** The node's weights in the engine's order. */
export function engineKernel(node: WeightedNode): Float32Array {
  const { graphShape, order } = kernelLayout(node);
  return transpose(node.weights, graphShape, order);
}

/** The node's weights as the engine wants them. */
export const kernelTensor = (node: WeightedNode): Tensor =>
  tensor(engineKernel(node), [...kernelLayout(node).shape]);

/** Whether the engine does a doubling and the convolution behind it as one. */
const joins = (node: GraphNode, next: GraphNode | undefined): boolean =>
  node.kind === 'upsample' &&
  next?.kind === 'conv2d' &&
  next.kernel === 3 &&
  next.stride === 1 &&
  next.padding === 'same';

/** One weighted node; `doubled` when its input still has to be doubled. */
function applyWeighted(
  node: WeightedNode,
  x: Tensor,
  kernel: Tensor,
  bias: Tensor,
  doubled: boolean,
): Tensor {
  const activation = node.relu ? RELU : LINEAR;
  switch (node.kind) {
    case 'dense':
      return fusedDense(matrix(x), matrix(kernel), vector(bias), activation);
    case 'conv2d': {
      if (doubled) return upsampleConv2d(images(x), images(kernel), vector(bias), activation);
      const settings = { stride: node.stride, padding: node.padding, ...activation };
      return fusedConv2d(images(x), images(kernel), vector(bias), settings);
    }
    case 'depthwiseConv2d':
      return depthwise(images(x), images(kernel), vector(bias), { stride: node.stride, ...activation });
    case 'conv2dTranspose':
      return fusedConv2dTranspose(images(x), images(kernel), vector(bias), {
        stride: node.stride,
        ...activation,
      });
    case 'scaleShift':
      return activate(add(mul(x, kernel), bias), activation);
  }
}

function applyPlain(node: PlainNode, x: Tensor): Tensor {
  switch (node.kind) {
    case 'upsample':
      return upsample(images(x));
    case 'reshape':
      return reshape(x, [x.shape[0], ...node.output]);
    case 'zeroPad':
      return pad(x, [
        [0, 0],
        [node.top, node.bottom],
        [node.left, node.right],
        [0, 0],
      ]);
    case 'leakyRelu':
      return activate(x, { activation: 'leakyRelu', alpha: node.alpha });
    case 'relu':
    case 'tanh':
    case 'sigmoid':
      return activate(x, { activation: node.kind, alpha: 0 });
  }
}

/** What a caller does on the way. */
export interface GraphHooks {
  /** The weights that node `index` works with. */
  readonly kernel?: (index: number, kernel: Tensor) => Tensor;
  /** What node `index` hands on. A doubling that the engine joins with a convolution is passed over. */
  readonly output?: (index: number, output: Tensor) => Tensor;
}

interface NodeVariables {
  readonly kernel: Variable;
  readonly bias: Variable;
}

/** A graph with its weights on the active backend. `dispose` frees them. */
export class EngineGraph {
  readonly #variables: readonly (NodeVariables | null)[];

  constructor(readonly graph: ExportGraph) {
    this.#variables = graph.nodes.map((node) =>
      isWeighted(node)
        ? tidy(() => ({ kernel: variable(kernelTensor(node)), bias: variable(tensor(node.bias)) }))
        : null,
    );
  }

  /** Weights and biases of every node. */
  get variables(): Variable[] {
    return this.variablesBut(new Set());
  }

  /** The same without the biases of the nodes of these names. */
  variablesBut(fixedBiases: ReadonlySet<string>): Variable[] {
    return this.#variables.flatMap((pair, index) => {
      if (!pair) return [];
      return fixedBiases.has(this.graph.nodes[index].name) ? [pair.kernel] : [pair.kernel, pair.bias];
    });
  }

  /** The variable of the weights of node `index`, or null. */
  kernelOf(index: number): Variable | null {
    return this.#variables[index]?.kernel ?? null;
  }

  /** The forward pass of x [rows, ...input]. Disposes nothing: run it in `tidy` or under a gradient. */
  apply(x: Tensor, hooks: GraphHooks = {}): Tensor {
    const { nodes } = this.graph;
    let value = x;
    let doubled = false;
    for (const [index, node] of nodes.entries()) {
      const own = this.#variables[index];
      if (joins(node, nodes[index + 1])) {
        doubled = true;
        continue;
      }
      if (isWeighted(node)) {
        if (!own) throw new TypeError(`${node.name} has no weights`);
        const kernel = hooks.kernel?.(index, own.kernel) ?? own.kernel;
        value = applyWeighted(node, value, kernel, own.bias, doubled);
        doubled = false;
      } else value = applyPlain(node, value);
      value = hooks.output?.(index, value) ?? value;
    }
    return value;
  }

  /** The graph with the weights as they are now. */
  async read(): Promise<ExportGraph> {
    const nodes = this.graph.nodes.map(async (node, index) => {
      const own = this.#variables[index];
      if (!own || !isWeighted(node)) return node;
      const { shape, order } = kernelLayout(node);
      const back = order.map((_, axis) => order.indexOf(axis));
      const weights = transpose(Float32Array.from(await own.kernel.data()), shape, back);
      return { ...node, weights, bias: Float32Array.from(await own.bias.data()) };
    });
    return { ...this.graph, nodes: await Promise.all(nodes) };
  }

  dispose(): void {
    for (const held of this.variables) held.dispose();
  }
}
