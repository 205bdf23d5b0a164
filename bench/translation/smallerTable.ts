// A translator (CycleGAN, or a style student) that is made smaller in every way that the page offers, by the page's own worker under Node, and the table of it.
import { readRunConfig } from '../../src/core/runConfig';
import type { MakeRequest, VariantId, VariantReport } from '../../src/protocol';
import { publishedFigures, type PublishedWay } from '../../src/features/export/publishedFigures';
import {
  shownColumns,
  variantCell,
  variantLine,
  type ComparedRow,
} from '../../src/features/export/variantLines';
import { serveNodeFiles } from '../../scripts/nodeFiles';
import { loadTestLiteRt } from '../../src/testing/liteRt';
import { openNodeWorker, type NodeWorker } from '../../src/testing/nodeWorker';
import { catalogue } from '../../src/worker/catalogue';

export interface SmallerOptions {
  readonly task: string;
  /** Of the steps that each row is made in by default. */
  readonly share: number;
  /** Held-back pictures that each row is judged on. */
  readonly samples: number;
  readonly threads: number;
  /** Which rows beside that of the run; null for all. */
  readonly rows: readonly string[] | null;
  /** By the names of links. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  /** What is made of the trained run, by the maker's name behind the task's; null for the run itself. */
  readonly make: MakeRequest | null;
  readonly variants: readonly VariantId[];
  readonly way: (variant: VariantId) => PublishedWay | null;
}

const ROWS: readonly Row[] = [
  {
    ...{ id: 'run', name: 'the run', make: null },
    variants: ['float32', 'float16', 'int8-weights', 'int8', 'int4-weights'],
    way: (variant) => (variant === 'float32' ? 'original' : variant.startsWith('int8') ? 'int8' : null),
  },
  {
    ...{ id: 'student-0.75', name: 'a student, 0.75 of the width' },
    make: { task: 'distill', params: { studentWidth: 0.75, steps: 1500 } },
    variants: ['float32', 'int8'],
    way: (variant) => (variant === 'float32' ? 'student' : null),
  },
  {
    ...{ id: 'student-0.5', name: 'a student, half the width' },
    make: { task: 'distill', params: { studentWidth: 0.5, steps: 1500 } },
    variants: ['float32', 'int8'],
    way: (variant) => (variant === 'float32' ? 'student' : null),
  },
  {
    ...{ id: 'pruned', name: '25 % of the channels pruned' },
    make: { task: 'prune', params: { target: 'channels', share: 0.25, steps: 600 } },
    variants: ['float32', 'int8'],
    way: () => null,
  },
  {
    ...{ id: 'integers', name: 'trained for integers' },
    make: { task: 'quantize-aware', params: { weightBits: '8', steps: 200 } },
    variants: ['int8'],
    way: () => 'quantize-aware',
  },
];

async function trained(
  { client, context }: NodeWorker,
  task: string,
  settings: SmallerOptions['settings'],
): Promise<string> {
  const config = readRunConfig({ task, measureEvery: 0, sampleEvery: 1000, ...settings }, catalogue);
  const { id } = await client.request('run/start', { config });
  await client.request('run/play', {});
  await context.run?.session.ended();
  await client.request('run/save', {});
  return id;
}

/** As asked of the worker for runs of the task. */
function asking({ task, params }: MakeRequest, source: string, share: number): MakeRequest {
  const steps = Math.max(1, Math.round(share * Number(params.steps)));
  return { task: `${source}-${task}`, params: { ...params, steps } };
}

/** Prints a row as soon as it is measured. */
export async function printSmaller(options: SmallerOptions): Promise<void> {
  const { task, share, samples, threads, rows, settings } = options;
  const unknown = rows?.find((row) => !ROWS.some(({ id }) => id === row));
  if (unknown !== undefined)
    throw new RangeError(`--rows: there is no ${unknown}, but ${ROWS.map(({ id }) => id).join(', ')}`);
  serveNodeFiles();
  const worker = await openNodeWorker('relaxed', threads);
  // Files are timed by the same runtime as in the page.
  await loadTestLiteRt();
  const base = await trained(worker, task, settings);
  const { client } = worker;
  let first: VariantReport | null = null;
  const asked = ROWS.filter(({ id, make }) => !make || !rows || rows.includes(id));
  for (const { name, make, variants, way } of asked) {
    const run = make ? (await client.request('model/make', asking(make, task, share))).run.id : base;
    for (const variant of variants) {
      const outcome = await client.request('model/variant', { run, base, variant, samples });
      const row: ComparedRow = {
        ...{ key: `${run} ${variant}`, runName: name, what: `${name}, ${variant}`, outcome },
        published: publishedFigures(task, way(variant)),
      };
      // The column of published figures stands in every row.
      const columns = shownColumns([row, { ...row, published: publishedFigures(task, 'original') }]);
      if (!first) {
        first = outcome;
        console.log(
          `| ${columns.map(({ label }) => label).join(' | ')} |\n|${'---|'.repeat(columns.length)}`,
        );
      }
      const line = variantLine(row, first);
      console.log(`| ${columns.map((column) => variantCell(line, column)).join(' | ')} |`);
    }
  }
  await worker.close();
}
