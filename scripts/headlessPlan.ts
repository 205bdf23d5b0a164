// What a headless run trains on, and where it stops on its way, to draw samples: in a browser and under Node alike. Pure.

/** The query with its budget cut to the first stop, and the steps to go on to after it. */
export function planStops(
  query: string,
  sampleAt: readonly number[],
): { readonly query: string; readonly later: readonly number[] } {
  const [first, ...rest] = sampleAt;
  if (first === undefined) return { query, later: [] };
  const pairs = new URLSearchParams(query);
  const budget = Number(pairs.get('steps') ?? sampleAt.at(-1));
  pairs.set('steps', String(first));
  return { query: pairs.toString(), later: [...new Set([...rest, budget])].filter((step) => step > first) };
}

/** The query with the person's images as its data set. */
export function withImages(query: string): string {
  const pairs = new URLSearchParams(query);
  pairs.set('dataset', 'image-folder');
  return pairs.toString();
}
