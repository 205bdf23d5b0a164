// What `npm run headless -- sweep` was asked for: settings over values, and seeds, as the queries of its runs. Whether a setting
// or a value is known, the catalogue says. Runs nothing.
import { parseArgs } from 'node:util';
import { combinations, readSeeds } from '../src/core/sweep';
import { queryOf, UsageError } from './headlessOptions';

export interface HeadlessSweepOptions {
  readonly name: string;
  /** Of each run, as links have it. */
  readonly queries: readonly string[];
  readonly out: string;
  /** Whether what the runs learn from is packed, too. */
  readonly images: boolean;
}

const MOST_RUNS = 1000;

/** @throws UsageError */
function seedsIn(text: string): readonly string[] {
  const seeds = readSeeds(text, MOST_RUNS);
  if (!seeds) throw new UsageError(`--seeds is ${text}; write numbers and ranges, for example 1-5,9.`);
  return seeds.map(String);
}

function readVaried(text: string): readonly [name: string, values: readonly string[]] {
  const at = text.indexOf('=');
  const [name, values] = [text.slice(0, at), text.slice(at + 1).split(',')];
  if (at < 1 || values.some((value) => value === ''))
    throw new UsageError(`--vary is ${text}; write name=value,value, for example loss=hinge,wgan-gp.`);
  return [name, values];
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        vary: { type: 'string', multiple: true, default: [] },
        seeds: { type: 'string' },
        name: { type: 'string', default: 'Sweep' },
        'no-images': { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError when something is unknown or missing, a setting stands twice, or there are too many runs */
export function readSweepOptions(argv: readonly string[]): HeadlessSweepOptions {
  const { positionals, values } = parse(argv);
  const [link, ...rest] = positionals;
  if (link === undefined || rest.length > 0)
    throw new UsageError(`Give one query, in quotes; ${positionals.length} came: ${positionals.join(' ')}`);
  const { vary, seeds, name, out } = values;
  if (!out) throw new UsageError('Say where to write with --out DIR.');
  const varied = [
    ...vary.map(readVaried),
    ...(seeds === undefined ? [] : [['seed', seedsIn(seeds)] as const]),
  ];
  if (varied.length === 0)
    throw new UsageError('Say what the runs differ in: --vary name=value,value or --seeds 1-5.');
  const names = varied.map(([setting]) => setting);
  const twice = names.find((setting, i) => names.indexOf(setting) !== i);
  if (twice !== undefined) throw new UsageError(`${twice} is varied twice; give all its values at once.`);
  const rows = combinations(varied.map(([name, list]) => list.map((value) => [name, value] as const)));
  if (rows.length > MOST_RUNS)
    throw new UsageError(`The sweep has ${rows.length} runs; ${MOST_RUNS} are the most.`);
  const queries = rows.map((row) => {
    const pairs = new URLSearchParams(queryOf(link));
    for (const [setting, value] of row) pairs.set(setting, value);
    return pairs.toString();
  });
  return { name, queries, out, images: !values['no-images'] };
}
