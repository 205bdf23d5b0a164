// Training steps from image to image as the page takes them, recorded, against PyTorch's in the same rounds, and where the engine's
// time goes by kernel and shape. Random pictures; the tasks' own settings but for the generator.
import { setBackend } from '@tensorflow/tfjs-core';
import type { SimdModule } from '../../src/engine/simd/module';
import { registerSimdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { loadTestModule } from '../../src/testing/simdModule';
import type { AskEngine } from '../browser/engineInPage';
import { TorchPeer } from '../peers/pytorch';
import { fasterLayouts, rivalsOf } from '../peers/rivals';
import { interleave, speedup, type Contestant } from '../statistics';
import { profileSteps, shapeTable } from '../shapeProfile';
import { figure, renderTable, times, type Table } from '../table';
import { openTranslation, type TranslationRow } from './openRow';

const STEPS = 4;
/** Rounds before those that count: kernels are compiled anew, and better, while they run the first few dozen steps. */
const WARMING_ROUNDS = 12;
/** Steps that are profiled, and the share of the time below which kernels stand together in the last row. */
const PROFILED = 6;
const LEAST_SHARE = 0.01;

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
  /** The engine in Chromium. */
  readonly ask: AskEngine;
  readonly rounds: number;
  readonly threads: number;
  /** Rows whose names have this, in small letters. */
  readonly only: string;
  readonly profile: boolean;
}

async function openUnderNode(): Promise<SimdModule> {
  const module = await loadTestModule({ threads: 1 });
  registerSimdBackend(module);
  await setBackend(SIMD_BACKEND);
  return module;
}

/** Where a step's time goes, under Node: kernels are called one by one there. */
async function profiled(row: Row, module: SimdModule): Promise<Table> {
  const { trainer } = openTranslation(row);
  let taken = 0;
  const take = (): void => {
    const losses = trainer.step(++taken);
    losses.dataSync();
    losses.dispose();
  };
  for (let step = 0; step < STEPS * WARMING_ROUNDS; step++) take();
  const table = shapeTable(row.name, await profileSteps(module, take, PROFILED), LEAST_SHARE);
  trainer.dispose();
  return table;
}

/** Measures and prints. */
export async function measureSteps({ ask, rounds, threads, only, profile }: StepTimes): Promise<void> {
  const module = profile ? await openUnderNode() : null;
  const rivals = rivalsOf((options) => new TorchPeer(options), threads);
  const { torch } = await rivals[0].peer.ask('hello');
  const rows: string[][] = [];
  const tables: Table[] = [];
  for (const row of ROWS.filter(({ name }) => name.toLowerCase().includes(only))) {
    const { name, ...asked } = row;
    const take = () => ask({ do: 'translate', row: asked, count: STEPS });
    const { question = '' } = await take();
    const contestants: Contestant[] = [
      { name: 'Ganvas', round: async () => (await take()).ms },
      ...rivals.map(({ peer, layout }) => ({
        name: `${peer.label}, ${layout}`,
        round: async () => (await peer.ask(row.task, { question, layout, count: STEPS })).ms,
      })),
    ];
    for (let round = 0; round < WARMING_ROUNDS; round++) await take();
    for (const { round } of contestants.slice(1)) await round();
    const [ours, ...timings] = await interleave(contestants, rounds);
    const torchFigures = fasterLayouts(rivals, timings).flatMap((timing) => [
      figure(timing.medianMs),
      timing.layout,
      times(speedup(ours, timing)),
    ]);
    rows.push([name, figure(ours.medianMs), ...torchFigures]);
    await ask({ do: 'forget' });
    if (module) tables.push(await profiled(row, module));
  }
  for (const { peer } of rivals) peer.close();
  module?.dispose();
  const steps: Table = {
    title: `Training steps from image to image, RGB, ${threads} threads`,
    columns: [
      'task, generator',
      'Ganvas ms/step',
      ...['PyTorch', 'PyTorch AVX2'].flatMap((peer) => [`${peer} ms/step`, 'its layout', `x ${peer}`]),
    ],
    rows,
    notes: [
      `As the page's settings have them: CycleGAN in batches of 4, colourisation of 8, width 16, instance normalization. ${rounds} rounds of ${STEPS} steps, interleaved, medians.`,
      `Ganvas runs in Chromium, PyTorch ${torch} in the faster of its two memory layouts, with what the processor has and held to AVX2; it keeps no pool of past pictures.`,
    ],
  };
  console.log([steps, ...tables].map(renderTable).join('\n'));
}
