// Of more things than can be taken, as many as can, spread evenly over all of them.

/** @returns `count` things in their order, and the others in theirs; all and none where they are not more */
export function spreadOver<T>(
  all: readonly T[],
  count: number,
): { readonly taken: readonly T[]; readonly others: readonly T[] } {
  if (all.length <= count) return { taken: all, others: [] };
  const taken: T[] = [];
  const others: T[] = [];
  for (const [i, one] of all.entries()) {
    const isTaken = Math.floor(((i + 1) * count) / all.length) > Math.floor((i * count) / all.length);
    (isTaken ? taken : others).push(one);
  }
  return { taken, others };
}
