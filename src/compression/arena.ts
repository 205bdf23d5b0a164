// One block of memory for all values of a chain of steps: each step reads one value and writes the next, so two live at
// a time. Even ones stand at the block's start, odd ones at its end; nothing smaller holds both.

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
