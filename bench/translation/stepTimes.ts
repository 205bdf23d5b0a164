// Training steps from image to image as the page takes them, recorded, against PyTorch's in the same rounds, and where the engine's
// time goes by kernel. Random pictures; the tasks' own settings but for the generator.
import { setBackend } from '@tensorflow/tfjs-core';
import { registerRecorder } from '../../src/engine/recording';
import type { SimdModule } from '../../src/engine/simd/module';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { loadTestModule } from '../../src/testing/simdModule';
import { LAYOUTS, TorchPeer } from '../peers/pytorch';
import { fastest, interleave, speedup, type Contestant } from '../statistics';
import { figure, percent, renderTable, times, type Table } from '../table';
import { openTranslation, type TranslationRow } from './openRow';

const STEPS = 4;
/** Rounds before those that count: kernels are compiled anew, and better, while they run the first few dozen steps. */
const WARMING_ROUNDS = 12;
/** Kernels with less of the time than this stand together in the last row. */
const LEAST_SHARE = 0.02;

interface Row extends TranslationRow {
  readonly name: string;
}

const ROWS: readonly Row[] = [
  { name: 'CycleGAN, U-Net, 32 pixels', task: 'cycles', side: 32, generator: 'unet' },
  { name: 'CycleGAN, U-Net, 64 pixels', task: 'cycles', side: 64, generator: 'unet' },
  { name: 'CycleGAN, ResNet, 32 pixels', task: 'cycles', side: 32, generator: 'resnet' },
  { name: 'CycleGAN, ResNet, 64 pixels', task: 'cycles', side: 64, generator: 'resnet' },
  { name: 'Colourisation, U-Net, 64 pixels', task: 'pairs', side: 64, generator: 'unet' },
  { name: 'Colourisation, ResNet, 64 pixels', task: 'pairs', side: 64, generator: 'resnet' },
];

export interface StepTimes {
  readonly rounds: number;
  readonly threads: number;
  /** Rows whose names have this, in small letters. */
  readonly only: string;
  readonly profile: boolean;
}

/** Milliseconds by kernel of `take`, and of all that is no kernel. */
function profiled(module: SimdModule, take: () => void): Map<string, number> {
  const spent = new Map<string, number>();
  const own = module.run;
  module.run = (kernel, ...args) => {
    const start = performance.now();
    const result = own.call(module, kernel, ...args);
    spent.set(kernel, (spent.get(kernel) ?? 0) + performance.now() - start);
    return result;
  };
  const began = performance.now();
  take();
  const whole = performance.now() - began;
  module.run = own;
  const kernels = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  return spent.set('no kernel (JavaScript)', whole - kernels);
}

function profileTable(name: string, spent: ReadonlyMap<string, number>): Table {
  const whole = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
  const large = [...spent].filter(([, ms]) => ms >= LEAST_SHARE * whole).toSorted((a, b) => b[1] - a[1]);
  const rest = whole - large.reduce((sum, [, ms]) => sum + ms, 0);
  return {
    title: `${name}: where a step's time goes`,
    columns: ['kernel', 'ms/step', 'share'],
    rows: [...large, ['all others', rest] as const].map(([kernel, ms]) => [
      kernel,
      figure(ms),
      percent(ms / whole),
    ]),
  };
}

/** Measures and prints. */
export async function measureSteps({ rounds, threads, only, profile }: StepTimes): Promise<void> {
  const module = await loadTestModule({ threads });
  registerSimdBackend(module);
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const peer = new TorchPeer({ threads, instructions: 'native' });
  const { torch } = await peer.ask('hello');
  const rows: string[][] = [];
  const tables: Table[] = [];
  for (const row of ROWS.filter(({ name }) => name.toLowerCase().includes(only))) {
    const { trainer, question } = openTranslation(row);
    let taken = 0;
    const take = (): number => {
      const start = performance.now();
      const losses = trainer.step(++taken);
      losses.dataSync();
      losses.dispose();
      return performance.now() - start;
    };
    const contestants: Contestant[] = [
      { name: 'Ganvas', round: async () => Array.from({ length: STEPS }, take) },
      ...LAYOUTS.map((layout) => ({
        name: layout,
        round: async () => (await peer.ask(row.task, { question, layout, count: STEPS })).ms,
      })),
    ];
    for (let round = 0; round < WARMING_ROUNDS; round++) for (const one of contestants) await one.round();
    const [ours, ...layouts] = await interleave(contestants, rounds);
    const native = fastest(layouts);
    const figures = [figure(ours.medianMs), figure(native.medianMs), native.name];
    rows.push([row.name, ...figures, times(speedup(ours, native))]);
    if (profile) {
      // A setting that is written anew makes the next step a plain one, which calls kernels one by one.
      trainer.config = { ...trainer.config };
      tables.push(profileTable(row.name, profiled(module, take)));
    }
    trainer.dispose();
  }
  peer.close();
  module.dispose();
  const steps: Table = {
    title: `Training steps from image to image, RGB, ${threads} threads`,
    columns: ['task, generator', 'Ganvas ms/step', 'PyTorch ms/step', 'its layout', 'x PyTorch'],
    rows,
    notes: [
      `As the page's settings have them: CycleGAN in batches of 4, colourisation of 8, width 16, instance normalization. ${rounds} rounds of ${STEPS} steps, interleaved, medians.`,
      `Ganvas runs in Node, PyTorch ${torch} in the faster of its two memory layouts; it keeps no pool of past pictures.`,
    ],
  };
  console.log([steps, ...tables].map(renderTable).join('\n'));
}
