// Where steps on the CPU engine spend the processor's time, by kernel and shape: the least time of each of a step's kernel calls over
// several plain steps (a recorded one calls no kernel by itself), so that a busy machine counts little. One thread, else helpers that
// spin are counted, too.
import { fieldsOfJob } from '../src/engine/simd/conv/job';
import type { SimdModule } from '../src/engine/simd/module';
import { figure, percent, type Table } from './table';

interface Call {
  readonly name: string;
  /** Multiplications and additions of the layer as it is written, in thousand millions; 0 where the kernel says no shape. */
  readonly work: number;
  ms: number;
}

/** Kernels whose argument is a ConvJob, and those whose first field is the address of one: filter gradients, and jobs in a row. */
const PRODUCTS = new Set(['convJobs', 'minimalConv', 'largeConv', 'deepConv', 'spreadConv', 'upsampleConv']);
const FILTERS = new Set([
  'filterGradient',
  'minimalGradProducts',
  'largeGradProducts',
  'upsampleGradProducts',
]);
const ROWS_OF_JOBS = new Set(['planeConv']);

function describe(module: SimdModule, kernel: string, args: readonly number[]): Pick<Call, 'name' | 'work'> {
  const isFilter = FILTERS.has(kernel);
  const isRow = ROWS_OF_JOBS.has(kernel);
  if (!isFilter && !isRow && !PRODUCTS.has(kernel)) return { name: kernel, work: 0 };
  const [first = 0, given = 1] = args;
  const [address = 0, count = 1, columns = 0] = module.heap.i32(first, 3);
  const jobs = isRow ? count : given;
  const job = fieldsOfJob(module, isFilter || isRow ? address : first);
  const outC = isFilter ? columns : job.outC;
  const many = isFilter || jobs === 1 ? '' : `${jobs} of `;
  const map = `${job.n} x ${job.h} x ${job.w} x ${job.c}`;
  const name = `${kernel}: ${many}${map} to ${job.gridH} x ${job.gridW} x ${outC}, ${job.taps} taps, stride ${job.strideH}`;
  const products = job.n * job.gridH * job.gridW * job.taps * job.c * outC * (many ? jobs : 1);
  return { name, work: (2 * products) / 1e9 };
}

/** The calls of a step, and what is left of it for JavaScript. */
export async function profileSteps(
  module: SimdModule,
  take: () => void | Promise<void>,
  steps: number,
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const now = (): number => {
    if (process.env.WALL) return performance.now();
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let index = 0;
  let rest = Infinity;
  const own = module.run;
  for (let step = 0; step < steps; step++) {
    index = 0;
    let inKernels = 0;
    module.run = (kernel, ...args) => {
      const start = now();
      const result = own.call(module, kernel, ...args);
      const ms = now() - start;
      inKernels += ms;
      const numbers = args.map((value) => (typeof value === 'number' ? value : 0));
      const call = (calls[index] ??= { ...describe(module, kernel, numbers), ms: Infinity });
      call.ms = Math.min(call.ms, ms);
      index++;
      return result;
    };
    const began = now();
    await take();
    rest = Math.min(rest, now() - began - inKernels);
  }
  module.run = own;
  return [...calls, { name: 'no kernel (JavaScript)', work: 0, ms: rest }];
}

/** Calls of equal names together, the longest first. */
export function shapeTable(title: string, calls: readonly Call[], leastShare: number): Table {
  const whole = calls.reduce((sum, { ms }) => sum + ms, 0);
  const rows = new Map<string, { ms: number; work: number; count: number }>();
  for (const { name, ms, work } of calls) {
    const row = rows.get(name) ?? { ms: 0, work: 0, count: 0 };
    rows.set(name, { ms: row.ms + ms, work: row.work + work, count: row.count + 1 });
  }
  const sorted = [...rows].toSorted(([, a], [, b]) => b.ms - a.ms);
  const large = sorted.filter(([, { ms }]) => ms >= leastShare * whole);
  const others = sorted.slice(large.length).reduce((sum, [, { ms }]) => sum + ms, 0);
  return {
    title: `${title}: ${figure(whole)} ms of the processor, one thread`,
    columns: ['kernel', 'calls', 'ms/step', 'share', 'GFLOP/s'],
    rows: [
      ...large.map(([name, { ms, work, count }]) => [
        name,
        String(count),
        figure(ms),
        percent(ms / whole),
        work > 0 ? figure((work / ms) * 1000) : '',
      ]),
      ['all others', '', figure(others), percent(others / whole), ''],
    ],
  };
}
