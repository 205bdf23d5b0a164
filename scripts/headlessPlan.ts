// What a headless run trains on, and where it stops on its way, to draw samples: in a browser and under Node alike;
// and what the runs of a sweep are to the page that shows their results. Pure.
import { writeRunConfig, type RunConfig } from '../src/core/runConfig';
import { MOST_SWEPT_SETTINGS, type SweepPlan } from '../src/core/sweep';
import type { HeadlessSweepOptions } from './headlessSweepOptions';

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

/**
 * The sweep as the page plans them, with the values that its runs have; null where it varies nothing but seeds, or more settings than
 * a chart shows.
 * @param configs of its runs, in the order of its queries
 */
export function sweepPlan(
  { varied, seeds, base, queries }: HeadlessSweepOptions,
  configs: readonly RunConfig[],
): SweepPlan | null {
  if (varied.length < 1 || varied.length > MOST_SWEPT_SETTINGS || varied.some(([key]) => key === 'seed'))
    return null;
  const typed = queries.map((query) => new URLSearchParams(query));
  const valueOf = (key: string, text: string) =>
    writeRunConfig(configs[typed.findIndex((pairs) => pairs.get(key) === text)])[key] ?? text;
  return {
    base,
    swept: varied.map(([key, texts]) => ({ key, values: texts.map((text) => valueOf(key, text)) })),
    seeds: seeds ?? [configs[0].seed],
  };
}
