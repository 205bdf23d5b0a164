// How the engine's cost follows the arithmetic when one thing grows: batch, image side, width, threads. A cliff is a row
// whose cost grew faster than its arithmetic. Each point is timed in turns with the base of its axis.
import type { Page } from '@playwright/test';
import { threadCounts } from '../machine';
import { askWorker, endWorker } from '../peers/benchWorker';
import { interleave, median, type Timing } from '../statistics';
import { figure, type Table } from '../table';
import type { EngineReply, EngineRequest } from '../browser/wire';
import { defineSection, type SectionContext } from './define';

interface Size {
  readonly batch: number;
  readonly side: number;
  readonly width: number;
}

interface Axis {
  readonly name: keyof Size;
  readonly values: readonly number[];
  /** What everything is compared with; small where the axis grows steeply. */
  readonly base: Size;
}

const MODELS: readonly { readonly id: string; readonly axes: readonly Axis[] }[] = [
  {
    id: 'dcgan-an12954',
    axes: [
      { name: 'batch', values: [8, 16, 64, 128, 256], base: { batch: 32, side: 28, width: 1 } },
      { name: 'side', values: [16, 32, 48, 64, 96, 128], base: { batch: 8, side: 28, width: 1 } },
      { name: 'width', values: [0.5, 0.75, 1.5, 2], base: { batch: 32, side: 28, width: 1 } },
    ],
  },
  {
    id: 'dcgan-light',
    axes: [
      { name: 'batch', values: [8, 16, 32, 128, 256], base: { batch: 64, side: 28, width: 1 } },
      { name: 'side', values: [16, 32, 48, 64, 96, 128], base: { batch: 16, side: 28, width: 1 } },
      { name: 'width', values: [0.5, 0.75, 1.5, 2], base: { batch: 64, side: 28, width: 1 } },
    ],
  },
];
const QUICK_VALUES = 2;
/** A round of a point lasts about so long, two steps at least. */
const ROUND_MS = 400;
const WORKER = 'engine scaling';

interface Point {
  readonly axis: keyof Size | 'threads';
  readonly value: number;
  readonly ms: number;
  readonly baseMs: number;
  /** Milliseconds and multiply-adds over those of the base. */
  readonly cost: number;
  readonly arithmetic: number;
}

async function timeSteps(page: Page, model: string, size: Size, count: number): Promise<EngineReply> {
  const request: EngineRequest = { do: 'train', model, modelParams: {}, ...size, count };
  return askWorker(page, 'engine', WORKER, request);
}

const medianRatio = (point: Timing, base: Timing): number =>
  median(point.rounds.map((round, i) => median(round) / median(base.rounds[i])));

/** One point against its base, both warm, in turns. */
async function measure(
  context: SectionContext,
  page: Page,
  model: string,
  axis: Axis,
  value: number,
): Promise<Point> {
  const sizes = [axis.base, { ...axis.base, [axis.name]: value }];
  const contestants = [];
  const multiplyAdds = [];
  for (const size of sizes) {
    const first = await timeSteps(page, model, size, 2);
    const count = Math.min(50, Math.max(2, Math.round(ROUND_MS / (first.ms.at(-1) ?? ROUND_MS))));
    multiplyAdds.push(first.multiplyAdds);
    contestants.push({ name: '', round: async () => (await timeSteps(page, model, size, count)).ms });
  }
  const [base, point] = await interleave(contestants, context.options.rounds);
  await askWorker(page, 'engine', WORKER, { do: 'forget' });
  return {
    axis: axis.name,
    value,
    ms: point.medianMs,
    baseMs: base.medianMs,
    cost: medianRatio(point, base),
    arithmetic: multiplyAdds[1] / multiplyAdds[0],
  };
}

/** More threads against one; the arithmetic that each thread is left with is 1 / threads. */
async function measureThreads({ machine, options }: SectionContext, page: Page, model: string, size: Size) {
  const counts = threadCounts(machine.cores);
  const contestants = [];
  for (const threads of counts) {
    const name = `${WORKER}, ${threads} threads`;
    await askWorker(page, 'engine', name, { do: 'open', backend: 'wasm', threads });
    const request: EngineRequest = { do: 'train', model, modelParams: {}, ...size, count: 4 };
    const round = async () => (await askWorker(page, 'engine', name, request)).ms;
    await round();
    contestants.push({ name, round });
  }
  const [one, ...more] = await interleave(contestants, options.rounds);
  for (const { name } of contestants) await endWorker(page, name);
  return more.map((timing, i): Point => {
    const value = counts[i + 1];
    const cost = medianRatio(timing, one);
    return { axis: 'threads', value, ms: timing.medianMs, baseMs: one.medianMs, cost, arithmetic: 1 / value };
  });
}

const tableOf = (model: string, threads: number, axes: readonly Axis[], points: readonly Point[]): Table => ({
  title: `Scaling of a training step, ${model}`,
  columns: ['what grows', 'ms', 'base, ms', 'time, x base', 'arithmetic, x base', 'cost / arithmetic'],
  rows: points.map((point) => [
    `${point.axis} ${point.value}`,
    figure(point.ms),
    figure(point.baseMs),
    figure(point.cost),
    figure(point.arithmetic),
    figure(point.cost / point.arithmetic),
  ]),
  notes: [
    `${threads} thread(s). Bases: ${axes.map(({ name, base }) => `${name}: batch ${base.batch}, side ${base.side}, width ${base.width}`).join('; ')}; threads: one thread at the first of these. Arithmetic is multiply-adds as the layers are written. Cost / arithmetic above 1 where something grew is a cliff; where it shrank it is the part of a step that does not shrink with it.`,
  ],
});

export const scaling = defineSection({
  id: 'scaling',
  title: 'Scaling',
  async run(context) {
    const { lab, machine, options, say } = context;
    const page = await lab.openBenchPage();
    const tables: Table[] = [];
    const data: Record<string, readonly Point[]> = {};
    for (const { id, axes } of MODELS) {
      await askWorker(page, 'engine', WORKER, { do: 'open', backend: 'wasm', threads: machine.cores });
      const points: Point[] = [];
      for (const axis of axes) {
        for (const value of options.quick ? axis.values.slice(0, QUICK_VALUES) : axis.values) {
          say(`${id}, ${axis.name} ${value}`);
          points.push(await measure(context, page, id, axis, value));
        }
      }
      await endWorker(page, WORKER); // gives its memory and threads back
      if (machine.cores > 1) {
        say(`${id}, threads`);
        points.push(...(await measureThreads(context, page, id, axes[0].base)));
      }
      tables.push(tableOf(id, machine.cores, axes, points));
      data[id] = points;
    }
    await page.context().close();
    return { tables, data };
  },
});
