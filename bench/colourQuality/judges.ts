// The two judges that are compared, and the engine that both run on.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { readRunConfig } from '../../src/core/runConfig';
import { arrayDataset } from '../../src/datasets/arrayDataset';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { losses } from '../../src/losses';
import type { Evaluator } from '../../src/metrics/evaluator/evaluator';
import { openEvaluator, type ReadModelFile } from '../../src/metrics/evaluator/openEvaluator';
import { loadTestModule } from '../../src/testing/simdModule';
import { openJudge } from '../../src/training/measuring/openJudge';
import { Trainer } from '../../src/training/trainer';
import { byId, catalogue, everyModel } from '../../src/worker/catalogue';

const OWN = 'image-folder';

/** Both read the page's own files. */
const read: ReadModelFile = async (name) =>
  Uint8Array.from(await readFile(join(repositoryRoot, 'public', 'models', name)));

/** The CPU engine on one thread, as a run of the page has it. */
export async function openEngine(): Promise<void> {
  registerSimdBackend(await loadTestModule({ threads: 1 }));
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
}

/** By name, of pictures [side, side, 3]. */
export const JUDGES: Readonly<Record<'random' | 'encoder', (side: number) => Promise<Evaluator>>> = {
  random: (side) => openEvaluator(OWN, [side, side, 3], read),
  encoder: (side) => openJudge(OWN, [side, side, 3], read),
};

/** The light model for colour before its first step; the caller disposes it. */
export function openTrainer(pixels: Uint8Array, side: number, settings: Readonly<Record<string, unknown>>) {
  const pairs = { dataset: OWN, 'dataset.side': String(side), model: 'dcgan-colour', ...settings };
  const config = readRunConfig(pairs, catalogue);
  const dataset = arrayDataset({ shape: [side, side, 3], pixels, labels: null, classNames: null });
  const [model, loss] = [byId(everyModel, config.model), byId(losses, config.loss)];
  return { dataset, trainer: new Trainer({ config, dataset, model, loss }) };
}
