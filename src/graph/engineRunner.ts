// Runs a graph with the engine's own operations, on whatever backend is active: quick enough to watch many examples.
// The float reference beside it says what the numbers must be.
import { tensor } from '@tensorflow/tfjs-core';
import type { GraphRunner } from './calibration';
import { EngineGraph } from './graphOps';
import { watchOutputs } from './watchOutputs';

/** A runner on the active backend; leaves no tensors behind. */
export const engineRunner: GraphRunner = async (graph, inputs, rows, visit) => {
  const held = new EngineGraph(graph);
  try {
    const outputs = await watchOutputs(held, () => tensor(inputs, [rows, ...graph.input]));
    let values = inputs;
    for (const [index] of graph.nodes.entries()) {
      // A doubling that was not stored has the range of what it doubles.
      values = outputs.get(index) ?? values;
      visit(index, values);
    }
    return values;
  } finally {
    held.dispose();
  }
};
