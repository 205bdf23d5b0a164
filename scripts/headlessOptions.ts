// What `npm run headless` was asked for: reads and checks its command line. Runs nothing.
import { onlyWord, readChoice, readCommandLine, readOut, UsageError } from './commandLine';

const ENGINES = ['browser', 'node'] as const;
export type HeadlessEngine = (typeof ENGINES)[number];

export interface HeadlessOptions {
  /** Query part of a run link, without a question mark: `dataset=mnist&steps=500`. */
  readonly query: string;
  /** Folder for run.json, samples and run.zip. */
  readonly out: string;
  /** Images to generate at the end. */
  readonly samples: number;
  /** Steps, ascending, at which the run also stops to draw samples; the last may be its budget. */
  readonly sampleAt: readonly number[];
  /** Folder of the person's own images, with sub-folders as classes; undefined for the query's data set. */
  readonly images: string | undefined;
  readonly chromiumArgs: readonly string[];
  /** Where it trains: in the real page, or on the CPU engine under Node. */
  readonly engine: HeadlessEngine;
}

export const DEFAULT_SAMPLES = 5000;
const MOST_SAMPLES = 100_000;

export const USAGE = `npm run headless -- '<the query part of a run link>' --out DIR [--samples N] [--sample-at N,N,...] [--images FOLDER] [--engine node] [--chromium-arg=FLAG ...]
npm run headless -- sweep '<query>' --vary loss=hinge,wgan-gp --seeds 1-5 --out DIR [--name NAME] [--no-images]
npm run headless -- export RUN.zip --format tflite --out DIR [--variant int8] [--network generatorBA] [--calibration percentile] [--option name=value ...]
npm run headless -- continue RUN.zip --out DIR [--no-images] [--images FOLDER]

Trains the run in headless Chromium to its step budget and writes into DIR
  run.json                  configuration, backend, history of every logged step, speed, peak memory
  samples.idx3-ubyte.gz     N generated images, uint8 (default ${DEFAULT_SAMPLES}); points as samples.npy; none of a
                            run whose networks draw from no noise
  run.zip                   the run itself, as the gallery exports and imports it
--sample-at 100,400 also writes samples-100.idx3-ubyte.gz and samples-400.idx3-ubyte.gz, drawn after those steps; without
steps= in the query the run ends at the last of them.
--images trains on the pictures of a folder of yours; sub-folders are classes.
--engine node needs no browser: the same engine trains under Node, to the same bits, on threads=N threads of the query (all
cores without). Data sets come from the folder DATASETS_DIR, or are drawn; --images are read by Python's Pillow.
--chromium-arg passes a flag to Chromium and may be repeated, for example --chromium-arg=--enable-unsafe-webgpu.
sweep writes a folder of runs that have not begun, one for each combination of values and seeds, for PyTorch: start.sh trains them,
array.sbatch submits them to SLURM, gather.py makes results.zip of them, which Runs imports at once.
export writes the generator of a run file, or the network that --network names, in a format, as the Export place does, proves it by running it, and writes the files
into DIR with a model card.
continue writes a run file as a folder for PyTorch, as Continue elsewhere does: train.py in DIR goes on with it. --images gives the
pictures of a run that learns from yours; --no-images leaves what it learns from out.`;

/** The query of a run link, whether the whole link, `?query` or the query alone was given. */
export function queryOf(text: string): string {
  const start = text.lastIndexOf('?');
  return (start < 0 ? text : text.slice(start + 1)).trim();
}

/** @throws UsageError when an option is unknown, missing or out of range */
export function readHeadlessOptions(argv: readonly string[]): HeadlessOptions {
  const { positionals, values } = readCommandLine(argv, {
    out: { type: 'string' },
    samples: { type: 'string', default: String(DEFAULT_SAMPLES) },
    engine: { type: 'string', default: ENGINES[0] },
    images: { type: 'string' },
    'sample-at': { type: 'string' },
    'chromium-arg': { type: 'string', multiple: true, default: [] },
  });
  const link = onlyWord(positionals, 'query, in quotes');
  const query = queryOf(link);
  if (query !== '' && !query.split('&').every((pair) => pair.includes('='))) {
    throw new UsageError(`The query is ${JSON.stringify(link)}; write name=value&name=value.`);
  }
  const { images, samples, 'chromium-arg': chromiumArgs } = values;
  const out = readOut(values.out);
  const engine = readChoice('--engine', values.engine, ENGINES);
  if (engine === 'node' && chromiumArgs.length > 0)
    throw new UsageError('--chromium-arg is for the browser: leave it or --engine node out.');
  const count = Number(samples);
  if (!Number.isInteger(count) || count < 1 || count > MOST_SAMPLES) {
    throw new UsageError(`--samples is ${samples}; give a whole number from 1 to ${MOST_SAMPLES}.`);
  }
  const sampleAt = readSteps(values['sample-at']);
  const budget = new URLSearchParams(query).get('steps');
  const last = sampleAt.at(-1);
  if (budget !== null && last !== undefined && last > Number(budget)) {
    throw new UsageError(`--sample-at goes to step ${last}, but the query ends the run at steps=${budget}.`);
  }
  return { query, out, samples: count, sampleAt, images, chromiumArgs, engine };
}

function readSteps(text: string | undefined): number[] {
  if (text === undefined) return [];
  const steps = text.split(',').map(Number);
  if (!steps.every((step) => Number.isInteger(step) && step > 0)) {
    throw new UsageError(`--sample-at is ${text}; give whole numbers from 1, separated by commas.`);
  }
  return [...new Set(steps)].sort((a, b) => a - b);
}
