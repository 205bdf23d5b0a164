// Times the engine's kernels on the layer shapes of the reference DCGAN or the light one, against the arithmetic
// ceiling of the same threads, interleaved. Runs under Node and in a browser's worker alike.
import { NO_ACTIVATION } from '../src/engine/simd/conv/activation';
import { conv2dForward, conv2dGradInput } from '../src/engine/simd/conv/conv2d';
import { conv2dGradFilter } from '../src/engine/simd/conv/filterGradient';
import { convGeometry, type ConvGeometry } from '../src/engine/simd/conv/geometry';
import { matMul } from '../src/engine/simd/conv/matMul';
import { upsampleConvForward, upsampleConvGradInput } from '../src/engine/simd/conv/upsample';
import { upsampleConvGradFilter } from '../src/engine/simd/conv/upsampleFilter';
import { upsampleProducts } from '../src/engine/simd/conv/upsampleCut';
import { forwardProducts, gradientProducts, suitsStrideTwo } from '../src/engine/simd/conv/strideTwo';
import { suitsPhases } from '../src/engine/simd/conv/upsamplePhases';
import { suitsWinograd } from '../src/engine/simd/conv/winograd';
import type { SimdModule } from '../src/engine/simd/module';

/** One timed kernel: operations are multiplications and additions that the mathematics of the kernel needs. */
export interface BenchRow {
  readonly name: string;
  readonly operations: number;
  /** Best and median milliseconds of one call. */
  readonly bestMs: number;
  readonly medianMs: number;
  /** GFLOP/s at the best time, and its share of the best ceiling. */
  readonly gflops: number;
  readonly share: number;
  /** Times that one training step of the model runs it. */
  readonly perStep: number;
}

export interface BenchResult {
  readonly build: string;
  readonly threads: number;
  readonly ceilingGflops: number;
  readonly rows: readonly BenchRow[];
}

interface Job {
  readonly name: string;
  readonly operations: number;
  readonly perStep: number;
  run(): void;
}

const conv = (x: number[], filter: number[], stride: number, pad: [number, number, number, number]) =>
  convGeometry([1, ...x], filter, [stride, stride], pad);

/** How often a training step (two generator forwards) runs forward, input gradient and filter gradient. */
type Runs = readonly [forward: number, gradInput: number, gradFilter: number];

/** The layers of one model that multiply matrices. */
interface KernelSet {
  readonly batch: number;
  readonly dense: readonly (readonly [name: string, inputs: number, outputs: number, Runs])[];
  readonly upsampled: readonly (readonly [name: string, h: number, ci: number, co: number, Runs])[];
  readonly convolutions: readonly (readonly [name: string, ConvGeometry, Runs])[];
}

export const KERNEL_SETS: Readonly<Record<string, KernelSet>> = {
  'dcgan-an12954': {
    batch: 32,
    dense: [['G dense 100-6272', 100, 6272, [2, 0, 1]]],
    upsampled: [
      ['G up+conv 7x7x128-128', 7, 128, 128, [2, 1, 1]],
      ['G up+conv 14x14x128-64', 14, 128, 64, [2, 1, 1]],
    ],
    convolutions: [
      ['G conv 28x28x64-1', conv([28, 28, 64], [3, 3, 64, 1], 1, [1, 1, 1, 1]), [2, 1, 1]],
      ['D conv 28x28x1-32 s2', conv([28, 28, 1], [3, 3, 1, 32], 2, [0, 1, 0, 1]), [3, 1, 2]],
      ['D conv 14x14x32-64 s2', conv([14, 14, 32], [3, 3, 32, 64], 2, [0, 1, 0, 1]), [3, 3, 2]],
      ['D conv 8x8x64-128 s2', conv([8, 8, 64], [3, 3, 64, 128], 2, [0, 1, 0, 1]), [3, 3, 2]],
      ['D conv 4x4x128-256', conv([4, 4, 128], [3, 3, 128, 256], 1, [1, 1, 1, 1]), [3, 3, 2]],
    ],
  },
  'dcgan-light': {
    batch: 64,
    dense: [
      ['G dense 64-256', 64, 256, [2, 0, 1]],
      ['G dense 256-1568', 256, 1568, [2, 1, 1]],
      ['D dense 1568-128', 1568, 128, [3, 3, 2]],
      ['D dense 128-1', 128, 1, [3, 3, 2]],
    ],
    upsampled: [
      ['G up+conv 7x7x32-24', 7, 32, 24, [2, 1, 1]],
      ['G up+conv 14x14x24-1', 14, 24, 1, [2, 1, 1]],
    ],
    convolutions: [
      ['D conv 28x28x1-16 k4 s2', conv([28, 28, 1], [4, 4, 1, 16], 2, [1, 1, 1, 1]), [3, 1, 2]],
      ['D conv 14x14x16-32 k4 s2', conv([14, 14, 16], [4, 4, 16, 32], 2, [1, 1, 1, 1]), [3, 3, 2]],
    ],
  },
};

/** Multiplications and additions of a convolution's three kernels, by the way each of them takes. */
function convOperations(g: ConvGeometry) {
  const each = 2 * g.ci * g.co;
  if (suitsStrideTwo(g)) {
    const forward = each * forwardProducts(g);
    return { forward, gradInput: each * gradientProducts(g), gradFilter: forward };
  }
  const tiles = g.n * Math.ceil(g.outH / 2) * Math.ceil(g.outW / 2);
  const all = each * (suitsWinograd(g) ? 16 * tiles : g.n * g.outH * g.outW * g.kh * g.kw);
  return { forward: all, gradInput: all, gradFilter: all };
}

/** The kernels of a model's layers over memory of the module; nothing is freed. */
function jobsOf(module: SimdModule, set: KernelSet, batch: number): Job[] {
  const filled = (count: number): number => {
    const pointer = module.heap.malloc(count * 4 + 64);
    const view = module.heap.f32(pointer, count);
    for (let i = 0; i < count; i++) view[i] = ((i * 2654435761) % 1024) / 1024 - 0.5;
    return pointer;
  };
  const jobs: Job[] = [];
  const add = (name: string, operations: number, perStep: number, run: () => void) => {
    if (perStep > 0) jobs.push({ name, operations, perStep, run });
  };
  const linear = { transposeA: false, transposeB: false, bias: 0, activation: NO_ACTIVATION };
  for (const [name, k, n, [forward, gradInput, gradFilter]] of set.dense) {
    const m = batch;
    const operations = 2 * m * k * n;
    const [x, w, y, dx, dw] = [m * k, k * n, m * n, m * k, k * n].map(filled);
    add(`${name} forward`, operations, forward, () =>
      matMul(module, { m, k, n, ...linear }, [{ a: x, b: w, out: y }]),
    );
    add(`${name} grad input`, operations, gradInput, () =>
      matMul(module, { m, k: n, n: k, ...linear, transposeB: true }, [{ a: y, b: w, out: dx }]),
    );
    add(`${name} grad filter`, operations, gradFilter, () =>
      matMul(module, { m: k, k: m, n, ...linear, transposeA: true }, [{ a: x, b: y, out: dw }]),
    );
  }
  for (const [name, side, ci, co, [forward, gradInput, gradFilter]] of set.upsampled) {
    const g = { n: batch, h: side, w: side, ci, co };
    const operations = 2 * (suitsPhases(g) ? 16 * g.n * g.h * g.w : upsampleProducts(g)) * g.ci * g.co;
    const x = filled(g.n * g.h * g.w * g.ci);
    const dy = filled(g.n * 4 * g.h * g.w * g.co);
    const [filter, dx, dFilter] = [9 * g.ci * g.co, g.n * g.h * g.w * g.ci, 9 * g.ci * g.co].map(filled);
    const activation = NO_ACTIVATION;
    add(`${name} forward`, operations, forward, () =>
      upsampleConvForward(module, g, { x, filter, bias: 0, out: dy, activation }),
    );
    add(`${name} grad input`, operations, gradInput, () =>
      upsampleConvGradInput(module, g, { dy, filter, dx }),
    );
    add(`${name} grad filter`, operations, gradFilter, () =>
      upsampleConvGradFilter(module, g, { x, dy, dFilter }),
    );
  }
  for (const [name, shape, [forward, gradInput, gradFilter]] of set.convolutions) {
    const g = { ...shape, n: batch };
    const operations = convOperations(g);
    const x = filled(g.n * g.h * g.w * g.ci);
    const dy = filled(g.n * g.outH * g.outW * g.co);
    const filter = filled(g.kh * g.kw * g.ci * g.co);
    const dx = filled(g.n * g.h * g.w * g.ci);
    const dFilter = filled(g.kh * g.kw * g.ci * g.co);
    const activation = NO_ACTIVATION;
    add(`${name} forward`, operations.forward, forward, () =>
      conv2dForward(module, g, { x, filter, bias: 0, out: dy, activation }),
    );
    add(`${name} grad input`, operations.gradInput, gradInput, () =>
      conv2dGradInput(module, g, { dy, filter, dx }),
    );
    add(`${name} grad filter`, operations.gradFilter, gradFilter, () =>
      conv2dGradFilter(module, g, { x, dy, dFilter }),
    );
  }
  return jobs;
}

/** How long each kernel runs before it is timed. */
const WARM_MS = 200;

/** Times every kernel `rounds` times, a ceiling measurement before each round. */
export function benchKernels(module: SimdModule, model: string, rounds: number, batch = 0): BenchResult {
  const set = KERNEL_SETS[model];
  if (!set) throw new RangeError(`No kernels are listed for the model ${model}.`);
  const jobs = jobsOf(module, set, batch || set.batch);
  const tasks = 8;
  const loops = 40000;
  const ceilingAt = module.heap.malloc(64 + 16 * tasks);
  const clock = (run: () => void): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  let ceilingMs = Infinity;
  const times = jobs.map((): number[] => []);
  // As in training, after the browser's optimizing compiler: it takes up a kernel once that has run for a while.
  for (const job of jobs)
    for (const start = performance.now(); performance.now() - start < WARM_MS;) job.run();
  for (let round = 0; round < rounds; round++) {
    const ms = clock(() => module.run('arithmeticCeiling', ceilingAt, loops, tasks));
    ceilingMs = Math.min(ceilingMs, ms);
    jobs.forEach((job, i) => {
      // Short kernels are repeated, so that the clock's resolution (0.1 ms unisolated) does not show.
      const repeats = Math.max(1, Math.ceil(4e7 / job.operations));
      const each = clock(() => {
        for (let r = 0; r < repeats; r++) job.run();
      });
      times[i]?.push(each / repeats);
    });
  }
  const ceilingGflops = (loops * tasks * 96) / ceilingMs / 1e6;
  const rows = jobs.map(({ name, operations, perStep }, i) => {
    const sorted = (times[i] ?? []).toSorted((a, b) => a - b);
    const bestMs = sorted[0] ?? NaN;
    const gflops = operations / bestMs / 1e6;
    const medianMs = sorted[sorted.length >> 1] ?? NaN;
    return { name, operations, perStep, bestMs, medianMs, gflops, share: gflops / ceilingGflops };
  });
  return { build: module.build, threads: module.threads, ceilingGflops, rows };
}
