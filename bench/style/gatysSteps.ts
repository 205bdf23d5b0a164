// Steps of style transfer on VGG19's layers, here and in PyTorch, with the same random weights and pictures, in turns: prints the
// median time of a step of each, and where the engine's goes. Loaded by measure.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { vgg19 } from '../../src/encoders/vgg';
import { randomWeights } from '../../src/encoders/weights';
import { registerSimdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import type { FeatureNetwork } from '../../src/tasks/style/look';
import { loadTestModule } from '../../src/testing/simdModule';
import type { AskEngine } from '../browser/engineInPage';
import { TorchPeer } from '../peers/pytorch';
import { fasterLayouts, rivalsOf } from '../peers/rivals';
import { profileSteps, shapeTable } from '../shapeProfile';
import { interleave, speedup } from '../statistics';
import { renderTable, type Table } from '../table';
import { writeGatysJob } from './gatysJob';
import { drawnPictures, openGatys, type Pictures } from './openGatys';

/** Steps of a round, and those before that record, while kernels are compiled for good, and are not measured. */
const STEPS = 2;
const FIRST = 12;
/** Steps that are profiled, and the share of the time below which kernels stand together in the last row. */
const PROFILED = 4;
const LEAST_SHARE = 0.01;

export interface GatysSteps {
  /** The engine in Chromium. */
  readonly ask: AskEngine;
  readonly side: number;
  readonly rounds: number;
  readonly threads: number;
  readonly profile: boolean;
}

/** Where a step's time goes, under Node and on one thread: steps that are not recorded call kernels one by one. */
async function profiled(pictures: Pictures, features: FeatureNetwork): Promise<Table> {
  const module = await loadTestModule({ threads: 1 });
  registerSimdBackend(module);
  await setBackend(SIMD_BACKEND);
  const trainer = openGatys(pictures, features);
  const take = async (): Promise<void> => {
    trainer.step().dispose();
    await trainer.afterStep();
  };
  for (let step = 0; step < FIRST; step++) await take();
  const table = shapeTable('Style transfer', await profileSteps(module, take, PROFILED), LEAST_SHARE);
  trainer.dispose();
  module.dispose();
  return table;
}

export async function measureGatys({ ask, side, rounds, threads, profile }: GatysSteps): Promise<void> {
  const features = { definition: vgg19, weights: randomWeights(vgg19) };
  const pictures = drawnPictures(side);
  const take = async (count: number) => (await ask({ do: 'paint', side, count })).ms;
  const rivals = rivalsOf((options) => new TorchPeer(options), threads);
  const folder = await mkdtemp(join(tmpdir(), 'style-'));
  try {
    const { torch } = await rivals[0].peer.ask('hello');
    const path = await writeGatysJob(folder, pictures, features, {});
    const native = rivals.map(({ peer, layout }) => ({
      name: `${peer.label}, ${layout}`,
      round: async () => (await peer.ask('gatys', { path, layout, count: STEPS })).ms,
    }));
    await take(FIRST);
    for (const { round } of native) await round();
    const [ours, ...timings] = await interleave(
      [{ name: 'Ganvas', round: () => take(STEPS) }, ...native],
      rounds,
    );
    const seconds = (ms: number): string => `${(ms / 1000).toFixed(3)} s a step`;
    console.log(
      `${side} pixels, ${threads} threads, ${rounds} rounds of ${STEPS} steps in turns\n` +
        `Ganvas in Chromium: ${seconds(ours.medianMs)}`,
    );
    for (const timing of fasterLayouts(rivals, timings)) {
      const longer = speedup(ours, timing).toFixed(2);
      console.log(`${timing.name} (${torch}): ${seconds(timing.medianMs)}, ${longer} times as long`);
    }
    if (profile) console.log(renderTable(await profiled(pictures, features)));
  } finally {
    for (const { peer } of rivals) peer.close();
    await rm(folder, { recursive: true });
  }
}
