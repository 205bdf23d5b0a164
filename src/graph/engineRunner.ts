// Runs a graph with the engine's own operations, on whatever backend is active: quick enough to watch many examples.
// The float reference beside it says what the numbers must be.
import { tensor } from '@tensorflow/tfjs-core';
import type { GraphRunner } from './calibration';
import { soleInput, soleOutput, valueOf } from './edges';
import { EngineGraph } from './graphOps';
import { watchOutputs } from './watchOutputs';

/** A runner on the active backend; leaves no tensors behind. */
export const engineRunner: GraphRunner = async (graph, inputs, rows, visit) => {
  const held = new EngineGraph(graph);
  try {
    const { name, shape } = soleInput(graph);
    const outputs = await watchOutputs(held, () => tensor(inputs, [rows, ...shape]));
    const values = new Map([[name, inputs]]);
    for (const [index, node] of graph.nodes.entries()) {
      // A doubling that was not stored has the range of what it doubles.
      const made = outputs.get(index) ?? valueOf(values, node.from[0]);
      values.set(node.name, made);
      visit(index, made);
    }
    return valueOf(values, soleOutput(graph));
  } finally {
    held.dispose();
  }
};
