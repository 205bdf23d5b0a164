// How near the engine's kernels come to what the processor can do inside a tab: a loop of nothing but multiply-adds in
// registers, timed between the kernels on the same threads.
import { threadCounts } from '../machine';
import type { BenchResult } from '../simdKernelsCore';
import { figure, percent, type Table } from '../table';
import type { SectionContext } from './define';

export type Ceilings = readonly {
  readonly threads: number;
  readonly build: string;
  /** Multiplications and additions per second, in thousand millions. */
  readonly gflops: number;
  readonly kernels: BenchResult['rows'];
  /** Of the ceiling, over all convolutions and matrix products of one step of the reference, by their time. */
  readonly share: number;
}[];

const REFERENCE_BATCH = 32;

/** Arithmetic of the convolutions and matrix products of one step, as the kernels perform it. */
export const kernelGflop = (rows: BenchResult['rows']): number =>
  rows.reduce((sum, row) => sum + row.operations * row.perStep, 0) / 1e9;

/** Share of the ceiling over all kernels of one step. */
function stepShare({ rows, ceilingGflops }: BenchResult): number {
  const ms = rows.reduce((sum, row) => sum + row.medianMs * row.perStep, 0);
  return kernelGflop(rows) / (ms / 1000) / ceilingGflops;
}

export async function measureCeilings({
  lab,
  machine,
  options,
}: SectionContext): Promise<{ readonly ceilings: Ceilings; readonly table: Table }> {
  const page = await lab.openBenchPage();
  const rounds = options.quick ? 3 : 9;
  const results: BenchResult[] = [];
  for (const threads of threadCounts(machine.cores)) {
    results.push(
      await page.evaluate(
        async (request) => {
          const result = await window.bench?.ask('kernels', 'kernels', request);
          window.bench?.end('kernels');
          if (!result) throw new Error('The bench page is not there.');
          return result;
        },
        { threads, relaxed: 'on', rounds, batch: REFERENCE_BATCH } as const,
      ),
    );
  }
  await page.context().close();
  const ceilings = results.map((result) => ({
    threads: result.threads,
    build: result.build,
    gflops: result.ceilingGflops,
    kernels: result.rows,
    share: stepShare(result),
  }));
  return { ceilings, table: tableOf(ceilings) };
}

function tableOf(ceilings: Ceilings): Table {
  const names = ceilings[0].kernels.map((kernel) => kernel.name);
  const share = (name: string, { kernels }: Ceilings[number]) => {
    const kernel = kernels.find((row) => row.name === name);
    return kernel ? [figure(kernel.medianMs), percent(kernel.share)] : ['–', '–'];
  };
  const headings = ceilings.flatMap(({ threads }) => [`ms, ${threads} thr.`, `of ceiling, ${threads} thr.`]);
  return {
    title: 'Kernels of the reference against the arithmetic ceiling of the tab',
    columns: ['kernel, batch 32', ...headings],
    rows: [
      ...names.map((name) => [name, ...ceilings.flatMap((ceiling) => share(name, ceiling))]),
      ['**all of a step**', ...ceilings.flatMap((ceiling) => ['', `**${percent(ceiling.share)}**`])],
    ],
    notes: ceilings.map(
      ({ threads, gflops, build }) =>
        `Ceiling on ${threads} thread(s): ${figure(gflops)} GFLOP/s (build ${build}).`,
    ),
  };
}
