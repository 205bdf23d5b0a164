// A graph whose weights are variables of the engine, that can be learned. What happens to weights and outputs on the way
// (rounding, watching) is the caller's.
import { tensor, tidy, variable, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { Readers, soleInput, soleOutput, valueOf } from './edges';
import { applyPlain, applyWeighted } from './engineOps';
import { isWeighted, type ExportGraph, type WeightedNode } from './graph';
import { joined, joinsInEngine } from './joins';
import { fromPlace, kernelLayout, toPlace } from './kernelLayouts';

/** The node's weights as the engine wants them. */
const kernelTensor = (node: WeightedNode): Tensor =>
  tensor(toPlace(node, node.weights, 'engine'), [...kernelLayout(node, 'engine').shape]);

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
  readonly #readers: Readers;

  constructor(readonly graph: ExportGraph) {
    this.#readers = new Readers(graph);
    this.#variables = graph.nodes.map((node) =>
      isWeighted(node)
        ? tidy(() => ({ kernel: variable(kernelTensor(node)), bias: variable(tensor(node.bias)) }))
        : null,
    );
  }

  /** Weights and biases of every node, by names like `conv2d_1/kernel`. */
  get weights(): readonly { readonly name: string; readonly variable: Variable }[] {
    return this.#variables.flatMap((pair, index) => {
      if (!pair) return [];
      const { name } = this.graph.nodes[index];
      return [
        { name: `${name}/kernel`, variable: pair.kernel },
        { name: `${name}/bias`, variable: pair.bias },
      ];
    });
  }

  /**
   * The forward pass of x [rows, ...input] through a graph of one input and one output. Disposes nothing: run it in
   * `tidy` or under a gradient.
   * @throws UnsupportedModelError for a graph with several inputs or outputs
   */
  apply(x: Tensor, hooks: GraphHooks = {}): Tensor {
    const { graph } = this;
    const values = new Map([[soleInput(graph).name, x]]);
    const doubled = new Set<string>();
    for (const [index, node] of graph.nodes.entries()) {
      const inputs = node.from.map((name) => valueOf(values, name));
      const joins = joined(node, this.#readers, joinsInEngine);
      if (joins) {
        // The convolution doubles by itself, so it gets what the doubling got.
        doubled.add(joins.name);
        values.set(node.name, inputs[0]);
        continue;
      }
      const own = this.#variables[index];
      let made: Tensor;
      if (isWeighted(node)) {
        if (!own) throw new TypeError(`${node.name} has no weights`);
        const kernel = hooks.kernel?.(index, own.kernel) ?? own.kernel;
        made = applyWeighted(node, inputs[0], { kernel, bias: own.bias, doubled: doubled.has(node.name) });
      } else made = applyPlain(node, inputs);
      values.set(node.name, hooks.output?.(index, made) ?? made);
    }
    return valueOf(values, soleOutput(graph));
  }

  /** The graph with the weights as they are now. */
  async read(): Promise<ExportGraph> {
    const nodes = this.graph.nodes.map(async (node, index) => {
      const own = this.#variables[index];
      if (!own || !isWeighted(node)) return node;
      const weights = fromPlace(node, Float32Array.from(await own.kernel.data()), 'engine');
      return { ...node, weights, bias: Float32Array.from(await own.bias.data()) };
    });
    return { ...this.graph, nodes: await Promise.all(nodes) };
  }

  dispose(): void {
    for (const held of this.weights) held.variable.dispose();
  }
}
