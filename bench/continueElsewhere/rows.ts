// The rows of measure.ts: each model's run in turns on the page's engine and in PyTorch, and what is predicted of two processes.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRunConfig } from '../../src/core/runConfig';
import type { HistoryPoint } from '../../src/core/history';
import { openNodeWorker } from '../../src/testing/nodeWorker';
import { takeSteps } from '../../src/testing/runBits';
import { historyOf, runTogether, trainFolders, unpackFolder } from '../../src/testing/torchRuns';
import { ganNetworks } from '../../src/training/ganNetworks';
import { catalogue, everyModel } from '../../src/worker/catalogue';
import { median } from '../statistics';
import {
  exchangeSeconds,
  reductionCost,
  stepExchange,
  type ReductionCost,
  type StepExchange,
} from './exchange';

interface Asked {
  readonly rounds: number;
  readonly steps: number;
  readonly models: readonly string[];
}

/** The first steps plan, record and warm up. */
const WARM = 5;
const BATCH = 32;

interface Row {
  readonly model: string;
  readonly exchange: StepExchange;
  /** Where batch norm is each process' own. */
  readonly ownExchange: StepExchange;
  readonly counted: Pick<StepExchange, 'reductions' | 'bytes'>;
  /** Milliseconds of a step, each round. */
  readonly page: number[];
  readonly one: number[];
  readonly two: number[];
  readonly twoOwn: number[];
  /** Of two runs at once that exchange nothing: what cores take from each other. */
  readonly apart: number[];
}

/** Milliseconds of a step after the first ones: the lower quartile, which other work on the machine moves least. */
function stepMs(history: readonly HistoryPoint[]): number {
  const took = history
    .slice(WARM)
    .map(({ seconds }, i) => 1000 * (seconds - history[WARM + i - 1].seconds))
    .sort((a, b) => a - b);
  return took[Math.floor(took.length / 4)];
}

async function costHere(at: string): Promise<ReductionCost> {
  const script = join(import.meta.dirname, 'allReduce.py');
  const [printed] = await runTogether(2, [script], at);
  const { small, large } = JSON.parse(printed);
  return reductionCost(small, large);
}

/** What two processes really say to each other in a step. */
async function countedExchange(folder: string): Promise<Pick<StepExchange, 'reductions' | 'bytes'>> {
  const script = join(import.meta.dirname, 'countReductions.py');
  const run = join(folder, 'runs', '0');
  const options = ['--device', 'cpu', '--batch', String(2 * BATCH)];
  const [printed] = await runTogether(2, [script, run, ...options], folder);
  return JSON.parse(printed.slice(printed.lastIndexOf('{')));
}

/** A run's folder as it stands before its first step, and the page's own time of a step. */
async function onPage(
  model: string,
  steps: number,
): Promise<Pick<Row, 'exchange' | 'ownExchange'> & { readonly ms: number }> {
  const worker = await openNodeWorker('relaxed', 1);
  try {
    const config = configOf(model, steps);
    const { networks } = await worker.client.request('run/start', { config, unsaved: true });
    await takeSteps(worker, steps);
    const spec = (id: string) => {
      const found = networks.find((one) => one.id === id);
      if (found) return found.spec;
      throw new TypeError(`${model} has no ${id}`);
    };
    const both = { generator: spec('generator'), discriminator: spec('discriminator') };
    const history = worker.context.run?.session.history ?? [];
    return {
      ms: stepMs(history),
      exchange: stepExchange(both, config.dSteps, true),
      ownExchange: stepExchange(both, config.dSteps, false),
    };
  } finally {
    await worker.close();
  }
}

const configOf = (model: string, steps: number, seed = 1) =>
  readRunConfig(
    {
      ...{ model, dataset: 'synthetic-digits', 'dataset.size': 2000, batch: BATCH, steps, seed },
      ...{ measureEvery: 0, logEvery: 1, sampleEvery: 10_000 },
    },
    catalogue,
  );

/** Two runs that differ in their seed. */
async function exportRuns(model: string, steps: number, folder: string): Promise<void> {
  const worker = await openNodeWorker('relaxed', 1);
  const configs = [1, 2].map((seed) => configOf(model, steps, seed));
  const { file } = await worker.client.request('runs/sweep', {
    name: model,
    configs,
    titles: null,
    images: true,
    plan: null,
  });
  await worker.close();
  await unpackFolder(file.bytes, folder);
}

/** One of them in PyTorch, from the beginning, over one or two processes of one thread each. */
async function inTorch(
  folder: string,
  processes: number,
  batch: number,
  norm: 'all' | 'own',
  which = 0,
): Promise<number> {
  const run = join(folder, 'runs', String(which));
  await rm(join(run, 'out'), { recursive: true, force: true });
  const options = { device: 'cpu', 'save-every': 100_000, batch, 'batch-norm': norm };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await trainFolders([[run, args]], processes);
  return stepMs(await historyOf(run));
}

const shown = (ms: readonly number[]): string => median(ms).toPrecision(3);

/** What every model's processes would say to each other, on grey digits of 28 pixels with their recommended settings. */
function everyExchange(): void {
  line(['model', 'MB of gradients a step', 'reductions', 'of which statistics']);
  line(Array.from({ length: 4 }, () => '---'));
  for (const model of everyModel) {
    if (model.id === 'imported') continue;
    const config = readRunConfig({ model: model.id, dataset: 'synthetic-digits' }, catalogue);
    const shape = [28, 28, 1] as const;
    const { generator, discriminator } = ganNetworks({ config, model, shape, labels: 10 });
    const all = stepExchange({ generator, discriminator }, config.dSteps, true);
    const own = stepExchange({ generator, discriminator }, config.dSteps, false);
    const megabytes = (all.gradientBytes / 1e6).toPrecision(3);
    line([model.id, megabytes, all.reductions, all.reductions - own.reductions]);
  }
}

const line = (cells: readonly unknown[]): void => console.log(`| ${cells.join(' | ')} |`);

function report(rows: readonly Row[], cost: ReductionCost): void {
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(`Batch ${BATCH} a process, one thread each; load averages at the end: ${load.join(', ')}.`);
  console.log(
    `A reduction over two processes: ${(1e6 * cost.seconds).toFixed(0)} us, and its bytes at ` +
      `${(cost.bytesPerSecond / 1e6).toFixed(0)} MB/s.\n`,
  );
  line([
    ...['model', 'page under Node', 'PyTorch', 'two runs at once', 'two processes', 'predicted'],
    ...['own batch norm', 'predicted'],
  ]);
  line(Array.from({ length: 8 }, () => '---'));
  for (const { model, exchange, ownExchange, page, one, apart, two, twoOwn } of rows) {
    const predicted = (of: StepExchange): string =>
      (median(one) + 1000 * exchangeSeconds(of, cost)).toPrecision(3);
    const [ofAll, ofOwn] = [predicted(exchange), predicted(ownExchange)];
    line([model, ...[page, one, apart, two].map(shown), ofAll, shown(twoOwn), ofOwn]);
  }
  console.log('\nMilliseconds of a step; two processes have twice the batch.\n');
  line(['model', 'reductions', 'counted', 'bytes', 'counted', 'of which gradients', 'with own batch norm']);
  line(Array.from({ length: 7 }, () => '---'));
  for (const { model, exchange, ownExchange, counted } of rows)
    line([
      ...[model, exchange.reductions, counted.reductions, exchange.bytes, counted.bytes],
      ...[exchange.gradientBytes, `${ownExchange.reductions} of ${ownExchange.bytes} bytes`],
    ]);
  console.log('\nEvery model:\n');
  everyExchange();
}

export async function measureRows({ rounds, steps, models }: Asked): Promise<void> {
  const at = await mkdtemp(join(tmpdir(), 'ganvas-continue-'));
  const rows: Row[] = [];
  const total = steps + WARM;
  try {
    for (const model of models) await exportRuns(model, total, join(at, model));
    const costs: ReductionCost[] = [];
    for (let round = 0; round < rounds; round++) {
      costs.push(await costHere(at));
      for (const model of models) {
        console.error(`round ${round + 1} of ${rounds}: ${model}; load ${loadavg()[0].toFixed(1)}`);
        const folder = join(at, model);
        const page = await onPage(model, total);
        let row = rows.find((one) => one.model === model);
        if (!row) {
          const counted = await countedExchange(folder);
          const { exchange, ownExchange } = page;
          row = { model, exchange, ownExchange, counted, page: [], one: [], two: [], twoOwn: [], apart: [] };
          rows.push(row);
        }
        row.page.push(page.ms);
        row.one.push(await inTorch(folder, 1, BATCH, 'all'));
        row.two.push(await inTorch(folder, 2, 2 * BATCH, 'all'));
        row.twoOwn.push(await inTorch(folder, 2, 2 * BATCH, 'own'));
        row.apart.push(...(await Promise.all([0, 1].map((one) => inTorch(folder, 1, BATCH, 'all', one)))));
      }
    }
    const cost = {
      seconds: median(costs.map(({ seconds }) => seconds)),
      bytesPerSecond: median(costs.map(({ bytesPerSecond }) => bytesPerSecond)),
    };
    report(rows, cost);
  } finally {
    await rm(at, { recursive: true, force: true });
  }
}
