// A training step of a U-Net and a ResNet of 32 pixels on the CPU engine in Node, against native PyTorch in the same rounds,
// and where the engine's time goes, by kernel.
import { setBackend } from '@tensorflow/tfjs-core';
import { resnet } from '../../src/models/networks/resnet';
import { unet } from '../../src/models/networks/unet';
import { THREADS } from '../../src/engine/simd/layout';
import { registerSimdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import type { SimdModule } from '../../src/engine/simd/module';
import { loadTestModule } from '../../src/testing/simdModule';
import { describeMachine } from '../machine';
import { LAYOUTS, TorchPeer } from '../peers/pytorch';
import { fastest, interleave, speedup, type Contestant } from '../statistics';
import { figure, percent, renderTable, times, type Table } from '../table';
import { PairStep } from './pairStep';

const SHAPE = [32, 32, 3] as const;
const BATCH = 16;
const STEPS = 4;
const COUNTS = [1, 2];
/** Kernels with less of the time than this stand together in the last row. */
const LEAST_SHARE = 0.01;

const common = { shape: SHAPE, channels: 3, width: 32, normalization: 'instance' } as const;
const NETWORKS = {
  'U-Net': unet({ ...common, depth: 4 }),
  ResNet: resnet({ ...common, depth: 2, blocks: 4 }),
};

function ourSteps(module: SimdModule, step: PairStep, threads: number): number[] {
  // Helpers that get no task sleep; how many threads there are changes no number.
  new Int32Array(module.memory.buffer)[THREADS / 4] = threads;
  return Array.from({ length: STEPS }, () => {
    const start = performance.now();
    step.run();
    return performance.now() - start;
  });
}

/** Milliseconds of one step by kernel, and of all that is no kernel. */
function profile(module: SimdModule, step: PairStep): Map<string, number> {
  const spent = new Map<string, number>();
  const own = module.run;
  module.run = (kernel, ...args) => {
    const start = performance.now();
    const result = own.call(module, kernel, ...args);
    spent.set(kernel, (spent.get(kernel) ?? 0) + (performance.now() - start) / STEPS);
    return result;
  };
  const whole = ourSteps(module, step, 1).reduce((sum, ms) => sum + ms, 0) / STEPS;
  module.run = own;
  const kernels = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  return spent.set('no kernel (JavaScript)', whole - kernels);
}

function profileTable(name: string, spent: ReadonlyMap<string, number>): Table {
  const whole = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  const row = (kernel: string, ms: number): string[] => [kernel, figure(ms), percent(ms / whole)];
  const large = [...spent].filter(([, ms]) => ms >= LEAST_SHARE * whole).toSorted((a, b) => b[1] - a[1]);
  const rest = whole - large.reduce((sum, [, ms]) => sum + ms, 0);
  return {
    title: `${name}, 1 thread: where a step's time goes`,
    columns: ['kernel', 'ms/step', 'share'],
    rows: [...large.map(([kernel, ms]) => row(kernel, ms)), row('all others', rest)],
  };
}

/** Measures and prints. @param rounds of every comparison */
export async function measureImageNetworks({ rounds }: { readonly rounds: number }): Promise<void> {
  const machine = describeMachine();
  const module = await loadTestModule({ threads: Math.max(...COUNTS) });
  registerSimdBackend(module);
  await setBackend(SIMD_BACKEND);
  const peers = COUNTS.map((threads) => new TorchPeer({ threads, instructions: 'native' }));
  const rows: string[][] = [];
  const tables: Table[] = [];
  for (const [name, spec] of Object.entries(NETWORKS)) {
    const step = new PairStep(spec, SHAPE, BATCH);
    const question = JSON.stringify(step.describe());
    const contestants: Contestant[] = COUNTS.flatMap((threads, i) => [
      { name: `Ganvas, ${threads}`, round: async () => ourSteps(module, step, threads) },
      ...LAYOUTS.map((layout) => ({
        name: layout,
        round: async () => (await peers[i].ask('pairs', { question, layout, count: STEPS })).ms,
      })),
    ]);
    for (const { round } of contestants) await round();
    const timings = await interleave(contestants, rounds);
    const each = 1 + LAYOUTS.length;
    COUNTS.forEach((threads, i) => {
      const [ours, ...layouts] = timings.slice(each * i, each * (i + 1));
      const native = fastest(layouts);
      const figures = [figure(ours.medianMs), figure(native.medianMs), native.name];
      rows.push([`${name}, ${threads}`, ...figures, times(speedup(ours, native))]);
    });
    tables.push(profileTable(name, profile(module, step)));
    step.dispose();
  }
  for (const peer of peers) peer.close();
  module.dispose();
  const steps: Table = {
    title: `Training step from image to image, ${SHAPE.join(' x ')}, batch ${BATCH}`,
    columns: ['network, threads', 'Ganvas ms/step', 'PyTorch ms/step', 'its layout', 'x PyTorch'],
    rows,
    notes: [
      `Discriminator and generator once each, cross-entropy and L1; instance normalization. ${machine.vectors}, load before ${machine.loadBefore.toFixed(2)}; ${rounds} rounds of ${STEPS} steps, interleaved, medians.`,
      'Ganvas runs in Node, unrecorded; PyTorch in the faster of its two memory layouts, with all vector instructions of the processor.',
    ],
  };
  console.log([steps, ...tables].map(renderTable).join('\n'));
}
