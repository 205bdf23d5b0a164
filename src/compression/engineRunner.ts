// Runs a graph with the engine's own operations, on whatever backend is active: quick enough to watch many examples.
// The float reference beside it says what the numbers must be.
import { keep, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { GraphRunner } from './calibration';
import { EngineGraph } from './graphOps';

/** A runner on the active backend; leaves no tensors behind. */
export const engineRunner: GraphRunner = async (graph, inputs, rows, visit) => {
  const held = new EngineGraph(graph);
  const outputs = new Map<number, Tensor>();
  try {
    const last = tidy(() =>
      held.apply(tensor(inputs, [rows, ...graph.input]), {
        output: (index, value) => {
          outputs.set(index, keep(value));
          return value;
        },
      }),
    );
    let values = inputs;
    for (const [index] of graph.nodes.entries()) {
      const output = outputs.get(index);
      // A doubling that was not stored has the range of what it doubles.
      if (output) values = Float32Array.from(await output.data());
      visit(index, values);
    }
    last.dispose();
    return values;
  } finally {
    for (const output of outputs.values()) output.dispose();
    held.dispose();
  }
};
