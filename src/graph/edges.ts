// Who reads what in a graph, and the shapes at its border. Nothing here computes values.
import type { Shape } from '../core/network';
import { UnsupportedModelError, type ExportGraph, type GraphInput, type GraphNode } from './graph';

/** The one input. @throws UnsupportedModelError for a graph that has another number of them */
export function soleInput({ name, inputs }: ExportGraph): GraphInput {
  if (inputs.length === 1) return inputs[0];
  throw new UnsupportedModelError(
    `${name} has ${inputs.length} inputs; this format is written for one.`,
    'Choose TensorFlow Lite with float32 numbers, or ONNX.',
  );
}

/** Name of the one output. @throws UnsupportedModelError for a graph that has another number of them */
export function soleOutput({ name, outputs }: ExportGraph): string {
  if (outputs.length === 1) return outputs[0];
  throw new UnsupportedModelError(
    `${name} has ${outputs.length} outputs; this format is written for one.`,
    'Choose TensorFlow Lite with float32 numbers, or ONNX.',
  );
}

/** Shape of every value by name. */
export const shapesOf = ({ inputs, nodes }: ExportGraph): ReadonlyMap<string, Shape> =>
  new Map([
    ...inputs.map(({ name, shape }) => [name, shape] as const),
    ...nodes.map(({ name, output }) => [name, output] as const),
  ]);

/** Shapes of what leaves, in order. */
export function outputShapes(graph: ExportGraph): readonly Shape[] {
  const shapes = shapesOf(graph);
  return graph.outputs.map((name) => shapes.get(name) ?? []);
}

/** Shape of the one input. @throws UnsupportedModelError as `soleInput` */
export const inputShape = (graph: ExportGraph): Shape => soleInput(graph).shape;

/** Shape of the one output. @throws UnsupportedModelError as `soleOutput` */
export function outputShape(graph: ExportGraph): Shape {
  soleOutput(graph);
  return outputShapes(graph)[0];
}

/** A value that the graph names. @throws UnsupportedModelError when nothing made it */
export function valueOf<T>(values: ReadonlyMap<string, T>, name: string): T {
  const found = values.get(name);
  if (found !== undefined) return found;
  throw new UnsupportedModelError(
    `The graph reads ${name} before anything makes it.`,
    'Report this with the model that you chose.',
  );
}

/** Who reads the values of a graph. */
export class Readers {
  readonly #readers = new Map<string, GraphNode[]>();
  readonly #leaving: ReadonlySet<string>;

  constructor({ nodes, outputs }: Pick<ExportGraph, 'nodes' | 'outputs'>) {
    this.#leaving = new Set(outputs);
    for (const node of nodes) {
      for (const name of new Set(node.from)) {
        const found = this.#readers.get(name);
        if (found) found.push(node);
        else this.#readers.set(name, [node]);
      }
    }
  }

  /** Whether the value is an output of the graph. */
  leaves(name: string): boolean {
    return this.#leaving.has(name);
  }

  /** The node that alone reads a value, once, which does not leave; null where there is none. */
  only(name: string): GraphNode | null {
    const found = this.#readers.get(name) ?? [];
    if (found.length !== 1 || this.leaves(name)) return null;
    return found[0].from.filter((from) => from === name).length === 1 ? found[0] : null;
  }
}

/** Nodes of a graph by name. */
export const nodesByName = (nodes: readonly GraphNode[]): ReadonlyMap<string, GraphNode> =>
  new Map(nodes.map((node) => [node.name, node]));
