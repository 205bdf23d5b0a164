// One block of memory for all values of a chain of steps: each step reads one value and writes the next, so two live at
// a time. Even ones stand at the block's start, odd ones at its end; nothing smaller holds both.

import { volume, type ExportGraph } from './graph';
export interface ArenaPlan {
  readonly sizeBytes: number;
  /** Where each value starts. */
  readonly offsets: readonly number[];
}

/** @param sizes bytes of each value, in the order in which they are written */
export function planArena(sizes: readonly number[]): ArenaPlan {
  const sizeBytes = sizes.reduce((most, size, i) => Math.max(most, size + (sizes[i + 1] ?? 0)), 0);
  return { sizeBytes, offsets: sizes.map((size, i) => (i % 2 === 0 ? 0 : sizeBytes - size)) };
}

/**
 * Bytes of int8 activations that an interpreter such as TensorFlow Lite Micro needs at its busiest: it keeps a copy of a
 * doubled image and works nowhere in place, but reshapes nothing.
 */
export function interpreterArena(graph: ExportGraph, bytesPerValue = 1): number {
  const values = [graph.input, ...graph.nodes.filter((n) => n.kind !== 'reshape').map((n) => n.output)];
  return planArena(values.map((shape) => bytesPerValue * volume(shape))).sizeBytes;
}
