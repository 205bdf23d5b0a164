// `npx tsx bench/compareBuilds.ts --before DIR --after DIR [--rounds N] [--only ID,...] [--quick]`: whether one build of
// the project is slower than another, in turns, in the same minutes. Each DIR is a checkout after `npm ci` and `npm run
// build`. The build before takes part twice: what it differs from itself is the machine's noise. Prints Markdown, writes
// build/bench/builds.json, and exits with 1 when something is more than 2 % worse.
import '../scripts/testData';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../scripts/runTool';
import { Build } from './builds/build';
import { MEASURES, measuresOf, type Measure, type Opened } from './builds/measures';
import { medianInterval, roundRatios, verdictOf, type Interval, type Verdict } from './builds/verdict';
import { Lab } from './lab';
import { describeMachine } from './machine';
import { UsageError } from './options';
import { interleave, median, type Timing } from './statistics';
import { figure, renderTable, type Table } from './table';

const MOST_RATIO = 1.02;
const ROUNDS = 12;
const QUICK_ROUNDS = 2;
const QUICK_SHARE = 0.1;

interface Compared {
  readonly title: string;
  readonly unit: Measure['unit'];
  readonly before: Timing;
  readonly after: Timing;
  readonly ratio: number;
  readonly interval: Interval;
  /** Of the build before to itself. */
  readonly noise: Interval;
  readonly verdict: Verdict;
}

async function compare(measure: Measure, before: Build, after: Build, rounds: number): Promise<Compared> {
  const opened: Opened[] = [];
  try {
    for (const build of [before, after, before]) opened.push(await measure.open(build));
    const contestants = opened.map(({ round }, i) => ({
      name: ['before', 'after', 'before again'][i],
      round,
    }));
    const [first, second, again] = await interleave(
      contestants,
      Math.min(rounds, measure.mostRounds ?? rounds),
    );
    const ratios = roundRatios(first, second);
    return {
      title: measure.title,
      unit: measure.unit,
      before: first,
      after: second,
      ratio: median(ratios),
      interval: medianInterval(ratios),
      noise: medianInterval(roundRatios(first, again)),
      verdict: verdictOf(ratios, MOST_RATIO),
    };
  } finally {
    for (const { close } of opened) await close();
  }
}

const between = ({ low, high }: Interval): string => `${low.toFixed(3)} to ${high.toFixed(3)}`;

const tableOf = (compared: readonly Compared[], rounds: number): Table => ({
  title: 'Two builds',
  columns: [
    'what',
    'unit',
    'before',
    'after',
    'after / before',
    '95 % between',
    'before / itself',
    'at most 2 % worse',
  ],
  rows: compared.map(({ title, unit, before, after, ratio, interval, noise, verdict }) => [
    title,
    unit,
    figure(before.medianMs),
    figure(after.medianMs),
    ratio.toFixed(3),
    between(interval),
    between(noise),
    verdict,
  ]),
  notes: [
    `Medians; ratios are medians over ${rounds} rounds of the ratio within a round, each round beginning with another build. The intervals hold such a median with 95 % (with fewer than six rounds they span all that was seen, and nothing follows).`,
    '"unclear" means that the interval reaches beyond 1.02 without leaving it behind: take more rounds or a quieter machine; what "before / itself" spans is noise.',
  ],
});

function readOptions() {
  const { values } = parseArgs({
    options: {
      before: { type: 'string' },
      after: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const { before, after, quick } = values;
  if (!before || !after) throw new UsageError('Give --before DIR and --after DIR, two built checkouts.');
  const rounds = Number(values.rounds ?? (quick ? QUICK_ROUNDS : ROUNDS));
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new UsageError(`--rounds is ${values.rounds}; give a whole number from 1 on.`);
  const only = values.only?.split(',') ?? MEASURES;
  const unknown = only.filter((id) => !MEASURES.includes(id));
  if (unknown.length > 0)
    throw new UsageError(`There is no ${unknown.join(', ')}; choose from ${MEASURES.join(', ')}.`);
  return { before, after, quick, rounds, only };
}

async function main(): Promise<boolean> {
  const options = readOptions();
  const machine = describeMachine();
  const lab = new Lab();
  const compared: Compared[] = [];
  const builds: Build[] = [];
  try {
    for (const name of ['before', 'after'] as const) builds.push(new Build(name, options[name], lab));
    const [before, after] = builds;
    const amount = { cores: availableParallelism(), share: options.quick ? QUICK_SHARE : 1 };
    for (const measure of measuresOf(amount).filter(({ id }) => options.only.includes(id))) {
      console.error(measure.title);
      compared.push(await compare(measure, before, after, options.rounds));
    }
  } finally {
    for (const build of builds) await build.close();
    await lab.close();
  }
  const quick = options.quick ? ', quick: only to see that everything runs' : '';
  console.log(
    `${machine.processor}, ${machine.cores} cores, ${machine.vectors}; load before ${machine.loadBefore.toFixed(2)}${quick}.\n`,
  );
  console.log(renderTable(tableOf(compared, options.rounds)));
  const out = join(repositoryRoot, 'build', 'bench');
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'builds.json'), `${JSON.stringify({ machine, options, compared }, null, 1)}\n`);
  return compared.every(({ verdict }) => verdict !== 'worse');
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
