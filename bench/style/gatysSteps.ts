// Steps of style transfer on VGG19's layers, here and in PyTorch, with the same random weights and pictures, in turns: prints the
// median time of a step of each, and where the engine's goes. Loaded by measure.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { vgg19 } from '../../src/encoders/vgg';
import { randomWeights } from '../../src/encoders/weights';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { THREADS } from '../../src/engine/simd/layout';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { loadTestModule } from '../../src/testing/simdModule';
import { LAYOUTS, TorchPeer } from '../peers/pytorch';
import { profileSteps, shapeTable } from '../shapeProfile';
import { fastest, interleave, speedup } from '../statistics';
import { renderTable } from '../table';
import { drawnPictures, openGatys, writeGatysJob } from './gatysJob';

/** Steps of a round, and those before that record, while kernels are compiled for good, and are not measured. */
const STEPS = 2;
const FIRST = 12;
/** Steps that are profiled, and the share of the time below which kernels stand together in the last row. */
const PROFILED = 4;
const LEAST_SHARE = 0.01;

export interface GatysSteps {
  readonly side: number;
  readonly rounds: number;
  readonly threads: number;
  readonly profile: boolean;
}

export async function measureGatys({ side, rounds, threads, profile }: GatysSteps): Promise<void> {
  const module = await loadTestModule({ threads });
  registerSimdBackend(module);
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const features = { definition: vgg19, weights: randomWeights(vgg19) };
  const pictures = drawnPictures(side);
  const trainer = openGatys(pictures, features);
  const take = async (count: number): Promise<number[]> => {
    const ms: number[] = [];
    for (let step = 0; step < count; step++) {
      const began = performance.now();
      trainer.step().dispose();
      await trainer.afterStep();
      ms.push(performance.now() - began);
    }
    return ms;
  };
  const peer = new TorchPeer({ threads, instructions: 'native' });
  const folder = await mkdtemp(join(tmpdir(), 'style-'));
  try {
    const { torch } = await peer.ask('hello');
    const path = await writeGatysJob(folder, pictures, features, {});
    const native = LAYOUTS.map((layout) => ({
      name: layout,
      round: async () => (await peer.ask('gatys', { path, layout, count: STEPS })).ms,
    }));
    await take(FIRST);
    for (const { round } of native) await round();
    const [ours, ...layouts] = await interleave(
      [{ name: 'Ganvas', round: () => take(STEPS) }, ...native],
      rounds,
    );
    const quick = fastest(layouts);
    const seconds = (ms: number): string => `${(ms / 1000).toFixed(3)} s a step`;
    console.log(
      `${side} pixels, ${threads} threads, ${rounds} rounds of ${STEPS} steps in turns\n` +
        `Ganvas: ${seconds(ours.medianMs)}\n` +
        `PyTorch ${torch}, ${quick.name}: ${seconds(quick.medianMs)}, ${speedup(ours, quick).toFixed(2)} times as long`,
    );
    if (!profile) return;
    // Steps that are not recorded call kernels one by one. Helpers that get no task sleep.
    registerRecorder(SIMD_BACKEND, null);
    new Int32Array(module.memory.buffer)[THREADS / 4] = 1;
    const calls = await profileSteps(module, async () => void (await take(1)), PROFILED);
    console.log(renderTable(shapeTable('Style transfer', calls, LEAST_SHARE)));
  } finally {
    peer.close();
    trainer.dispose();
    await rm(folder, { recursive: true });
  }
}
