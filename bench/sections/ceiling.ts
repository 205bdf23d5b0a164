// How near the engine's kernels come to what the processor can do inside a tab: a loop of nothing but multiply-adds in
// registers, timed between the kernels on the same threads.
import { threadCounts } from '../machine';
import type { BenchResult } from '../simdKernelsCore';
import { figure, percent, type Table } from '../table';
import { askWorker, endWorker } from '../peers/benchWorker';
import type { SectionContext } from './define';

export type Ceilings = readonly {
  readonly model: string;
  readonly threads: number;
  readonly build: string;
  /** Multiplications and additions per second, in thousand millions. */
  readonly gflops: number;
  readonly kernels: BenchResult['rows'];
  /** Of the ceiling, over all convolutions and matrix products of one step of the model, by their time. */
  readonly share: number;
}[];

/** Arithmetic of the convolutions and matrix products of one step, as the kernels perform it. */
export const kernelGflop = (rows: BenchResult['rows']): number =>
  rows.reduce((sum, row) => sum + row.operations * row.perStep, 0) / 1e9;

/** Share of the ceiling over all kernels of one step. */
function stepShare({ rows, ceilingGflops }: BenchResult): number {
  const ms = rows.reduce((sum, row) => sum + row.medianMs * row.perStep, 0);
  return kernelGflop(rows) / (ms / 1000) / ceilingGflops;
}

export async function measureCeilings(
  { lab, machine, options }: SectionContext,
  models: readonly string[],
): Promise<{ readonly ceilings: Ceilings; readonly tables: readonly Table[] }> {
  const page = await lab.openBenchPage();
  const rounds = options.quick ? 3 : 9;
  const ceilings: Ceilings[number][] = [];
  for (const model of models) {
    for (const threads of threadCounts(machine.cores)) {
      const request = { threads, relaxed: 'on', model, rounds, batch: 0 } as const;
      const result = await askWorker(page, 'kernels', 'kernels', request);
      await endWorker(page, 'kernels');
      const { build, rows: kernels, ceilingGflops: gflops } = result;
      ceilings.push({ model, threads, build, gflops, kernels, share: stepShare(result) });
    }
  }
  await page.context().close();
  const of = (model: string) => ceilings.filter((ceiling) => ceiling.model === model);
  return { ceilings, tables: models.map((model) => tableOf(model, of(model))) };
}

function tableOf(model: string, ceilings: Ceilings): Table {
  const names = ceilings[0].kernels.map((kernel) => kernel.name);
  const share = (name: string, { kernels, gflops }: Ceilings[number]) => {
    const kernel = kernels.find((row) => row.name === name);
    if (!kernel) return ['–', '–'];
    return [figure(kernel.medianMs), percent(kernel.operations / kernel.medianMs / 1e6 / gflops)];
  };
  const headings = ceilings.flatMap(({ threads }) => [`ms, ${threads} thr.`, `of ceiling, ${threads} thr.`]);
  return {
    title: `Kernels of ${model} against the arithmetic ceiling of the tab`,
    columns: ['kernel', ...headings],
    rows: [
      ...names.map((name) => [name, ...ceilings.flatMap((ceiling) => share(name, ceiling))]),
      ['**all of a step**', ...ceilings.flatMap((ceiling) => ['', `**${percent(ceiling.share)}**`])],
    ],
    notes: ceilings.map(
      ({ threads, gflops, build }) =>
        `Ceiling on ${threads} thread(s), the best of its rounds: ${figure(gflops)} GFLOP/s (build ${build}). Kernels by their medians.`,
    ),
  };
}
