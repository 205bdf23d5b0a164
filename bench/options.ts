// What `npm run bench` was asked for: reads and checks its command line. Runs nothing.
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Ids of the sections to run, in the order of the registry. */
  readonly sections: readonly string[];
  /** Rounds of every interleaved comparison. */
  readonly rounds: number;
  /** Fewer steps and peers: proves that everything runs; the figures are not to be published. */
  readonly quick: boolean;
  /** Train the native reference anew for `quality`, rather than take the recorded curve of its distances. */
  readonly freshReference: boolean;
  /** What computes `gpu`: workers in Chromium, or the same under Node on Dawn, for machines without a browser. */
  readonly engine: 'browser' | 'node';
  /** Folder for bench.json and bench.md. */
  readonly out: string;
}

const DEFAULT_ROUNDS = 5;
const QUICK_ROUNDS = 2;
const MOST_ROUNDS = 100;
/** The one that runs without a browser. */
const NODE_SECTION = 'gpu';

export const usage = (sections: readonly string[]): string =>
  `npm run bench -- [--sections ${sections.join(',')}] [--rounds N] [--quick] [--fresh-reference] [--engine browser|node] [--out DIR]

Measures this project against its peers on this machine, in one run, interleaved; prints Markdown and writes
bench.json and bench.md into DIR (default build/bench). DATASETS_DIR names the folder that holds mnist/.
--rounds           rounds of every comparison (default ${DEFAULT_ROUNDS}, with --quick ${QUICK_ROUNDS})
--quick            few steps and the quick peers only: to see that everything runs
--fresh-reference  train the native reference anew for its quality by step (a quarter of an hour)
--engine node      WebGPU under Node, on Dawn and Vulkan, without a browser (only with --sections gpu)
PYTHON names a Python with torch (default /usr/bin/python3: Debian's python3-torch).`;

/** The command line cannot be read; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError when an option is unknown or out of range */
export function readBenchOptions(argv: readonly string[], known: readonly string[]): BenchOptions {
  const given = parse(argv);
  const { sections, rounds, quick = false, 'fresh-reference': freshReference = false, out } = given;
  const { engine = 'browser' } = given;
  const wanted = sections === undefined ? known : sections.split(',').map((id) => id.trim());
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new UsageError(`There is no section ${unknown.join(', ')}; choose from ${known.join(', ')}.`);
  }
  const count = rounds === undefined ? (quick ? QUICK_ROUNDS : DEFAULT_ROUNDS) : Number(rounds);
  if (!Number.isInteger(count) || count < 1 || count > MOST_ROUNDS) {
    throw new UsageError(`--rounds is ${rounds}; give a whole number from 1 to ${MOST_ROUNDS}.`);
  }
  if (engine !== 'browser' && engine !== 'node')
    throw new UsageError(`--engine is ${engine}; give browser or node.`);
  if (engine === 'node' && wanted.join() !== NODE_SECTION)
    throw new UsageError(
      `--engine node measures the section ${NODE_SECTION} alone; add --sections ${NODE_SECTION}.`,
    );
  return {
    sections: known.filter((id) => wanted.includes(id)),
    rounds: count,
    quick,
    freshReference,
    engine,
    out: out ?? 'build/bench',
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        sections: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean' },
        'fresh-reference': { type: 'boolean' },
        engine: { type: 'string' },
        out: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
