// What `npm run headless -- sweep` was asked for: settings over values, and seeds, as the queries of its runs. Whether a setting
// or a value is known, the catalogue says. Runs nothing.
import { combinations, readSeeds } from '../src/core/sweep';
import { onlyWord, readCommandLine, readOut, UsageError } from './commandLine';
import { queryOf } from './headlessOptions';

export interface HeadlessSweepOptions {
  readonly name: string;
  /** Of each run, as links have it: all values with the first seed, then all with the next, as the page numbers them. */
  readonly queries: readonly string[];
  /** What the runs differ in beside their seeds, as it was typed. */
  readonly varied: readonly (readonly [setting: string, values: readonly string[]])[];
  /** Null where the query's own is the only one. */
  readonly seeds: readonly number[] | null;
  /** What is the same in all of them, as it was typed. */
  readonly base: Readonly<Record<string, string>>;
  readonly out: string;
  /** Whether what the runs learn from is packed, too. */
  readonly images: boolean;
}

const MOST_RUNS = 1000;

/** @throws UsageError */
function seedsIn(text: string): readonly number[] {
  const seeds = readSeeds(text, MOST_RUNS);
  if (!seeds) throw new UsageError(`--seeds is ${text}; write numbers and ranges, for example 1-5,9.`);
  return seeds;
}

function readVaried(text: string): readonly [name: string, values: readonly string[]] {
  const at = text.indexOf('=');
  const [name, values] = [text.slice(0, at), text.slice(at + 1).split(',')];
  if (at < 1 || values.some((value) => value === ''))
    throw new UsageError(`--vary is ${text}; write name=value,value, for example loss=hinge,wgan-gp.`);
  return [name, [...new Set(values)]];
}

/** @throws UsageError when something is unknown or missing, a setting stands twice, or there are too many runs */
export function readSweepOptions(argv: readonly string[]): HeadlessSweepOptions {
  const { positionals, values } = readCommandLine(argv, {
    vary: { type: 'string', multiple: true, default: [] },
    seeds: { type: 'string' },
    name: { type: 'string', default: 'Sweep' },
    'no-images': { type: 'boolean', default: false },
    out: { type: 'string' },
  });
  const base = new URLSearchParams(queryOf(onlyWord(positionals, 'query, in quotes')));
  const out = readOut(values.out);
  const varied = values.vary.map(readVaried);
  const seeds = values.seeds === undefined ? null : seedsIn(values.seeds);
  const all = [...(seeds ? [['seed', seeds.map(String)] as const] : []), ...varied];
  if (all.length === 0)
    throw new UsageError('Say what the runs differ in: --vary name=value,value or --seeds 1-5.');
  const names = all.map(([setting]) => setting);
  const twice = names.find((setting, i) => names.indexOf(setting) !== i);
  if (twice !== undefined) throw new UsageError(`${twice} is varied twice; give all its values at once.`);
  const rows = combinations(all.map(([name, list]) => list.map((value) => [name, value] as const)));
  if (rows.length > MOST_RUNS)
    throw new UsageError(`The sweep has ${rows.length} runs; ${MOST_RUNS} are the most.`);
  const queries = rows.map((row) => {
    const pairs = new URLSearchParams(base);
    for (const [setting, value] of row) pairs.set(setting, value);
    return pairs.toString();
  });
  return {
    ...{ name: values.name, queries, varied, seeds, out, images: !values['no-images'] },
    base: Object.fromEntries(base),
  };
}
