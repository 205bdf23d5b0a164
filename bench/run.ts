// `npm run bench`: measures this project against its peers on this machine, in one run, and prints the tables.
import '../scripts/testData';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Lab } from './lab';
import { describeMachine, type Machine } from './machine';
import { readBenchOptions, usage, UsageError, type BenchOptions } from './options';
import { sections } from './sections';
import { renderTable, type Table } from './table';

interface Ran {
  readonly id: string;
  readonly seconds: number;
  readonly tables: readonly Table[];
  readonly data: unknown;
  /** Why the section has no result. */
  readonly failure?: string;
}

const ids = sections.map((section) => section.id);

function introduction(machine: Machine, browser: string | null, options: BenchOptions): string {
  const { processor, cores, vectors, system, memoryGiB, node, loadBefore } = machine;
  const rounds = `${options.rounds} rounds${options.quick ? ', quick: these figures are not to be published' : ''}`;
  return [
    `${processor}, ${cores} cores, ${vectors}, ${memoryGiB} GiB; ${system}; ${browser === null ? '' : `Chromium ${browser} headless, `}Node ${node}.`,
    `Medians, contestants interleaved, ${rounds}. Load before the run: ${loadBefore.toFixed(2)}.`,
    '',
  ].join('\n');
}

async function runSection(id: string, lab: Lab, machine: Machine, options: BenchOptions): Promise<Ran> {
  const section = sections.find((candidate) => candidate.id === id);
  if (!section) throw new RangeError(`There is no section ${id}.`);
  const started = Date.now();
  const since = () => (Date.now() - started) / 1000;
  const say = (line: string) => console.error(`${id.padEnd(9)} ${since().toFixed(0).padStart(5)} s  ${line}`);
  try {
    const { tables, data } = await section.run({ lab, machine, options, say });
    return { id, seconds: since(), tables, data };
  } catch (error) {
    const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    say(`failed: ${failure}`);
    return { id, seconds: since(), tables: [], data: null, failure };
  }
}

function report(ran: readonly Ran[]): string {
  return ran
    .flatMap(({ id, tables, failure }) =>
      failure ? [`### ${id}\n\nNo result: ${failure}\n`] : tables.map(renderTable),
    )
    .join('\n');
}

async function main(): Promise<boolean> {
  const options = readBenchOptions(process.argv.slice(2), ids);
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  const machine = describeMachine();
  const lab = new Lab();
  const ran: Ran[] = [];
  try {
    const browser = options.engine === 'node' ? null : (await lab.browser()).version();
    const write = async () => {
      const head = introduction(machine, browser, options);
      const record = {
        startedAt: new Date(startedMs).toISOString(),
        options,
        machine,
        browser,
        sections: ran,
      };
      await writeFile(join(out, 'bench.json'), `${JSON.stringify(record, null, 1)}\n`);
      await writeFile(join(out, 'bench.md'), `${head}\n${report(ran)}`);
      return `${head}\n${report(ran)}`;
    };
    const startedMs = Date.now();
    let text = '';
    for (const id of options.sections) {
      ran.push(await runSection(id, lab, machine, options));
      text = await write(); // what is measured is kept, whatever comes after it
    }
    console.log(text);
  } finally {
    await lab.close();
  }
  console.error(ran.map(({ id, seconds }) => `${id} ${seconds.toFixed(0)} s`).join(', '), `in ${out}`);
  return ran.every(({ failure }) => failure === undefined);
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    if (error instanceof UsageError) console.error(`\n${usage(ids)}`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
