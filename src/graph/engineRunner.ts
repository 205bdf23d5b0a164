// Runs a graph with the engine's own operations, on whatever backend is active: quick enough to watch many examples.
// The float reference beside it says what the numbers must be.
import { tensor } from '@tensorflow/tfjs-core';
import type { GraphRunner } from './calibration';
import { soleInput, soleOutput, valueOf } from './edges';
import { volume, type ExportGraph } from './graph';
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

/** Numbers that are watched at once. */
const MOST_WATCHED = 1 << 24;

/** Examples whose values can all be watched at once: from 1 to `rows`. */
export const rowsAtOnce = ({ nodes }: ExportGraph, rows: number): number =>
  Math.min(rows, Math.max(1, Math.floor(MOST_WATCHED / nodes.reduce((sum, n) => sum + volume(n.output), 0))));

/** The same for large pictures: some after the others. */
export const inParts: GraphRunner = async (graph, inputs, rows, visit) => {
  const [step, size] = [rowsAtOnce(graph, rows), inputs.length / rows];
  const drawn: Float32Array[] = [];
  for (let row = 0; row < rows; row += step) {
    const count = Math.min(step, rows - row);
    drawn.push(await engineRunner(graph, inputs.slice(row * size, (row + count) * size), count, visit));
  }
  const all = new Float32Array(drawn.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of drawn) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
