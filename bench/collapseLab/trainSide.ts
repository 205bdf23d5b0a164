// Trains one configuration on the project's own CPU engine under Node, on one thread as each side of the lab does, and
// measures it as the page does: same data, same networks, same steps, same evaluators.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { checkCompatibility } from '../../src/core/compatibility';
import { discriminatorAccuracy, type HistoryPoint } from '../../src/core/history';
import type { MeasurePoint } from '../../src/core/measures';
import { readRunConfig, type RunConfig } from '../../src/core/runConfig';
import { datasets } from '../../src/datasets';
import type { LoadedDataset } from '../../src/datasets/define';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { losses } from '../../src/losses';
import { openEvaluator } from '../../src/metrics/evaluator/openEvaluator';
import { models } from '../../src/models';
import { loadTestModule } from '../../src/testing/simdModule';
import { Measurer } from '../../src/training/measuring/measurer';
import { Trainer } from '../../src/training/trainer';
import { byId } from '../../src/worker/catalogue';

export interface SideOutcome {
  readonly points: readonly MeasurePoint[];
  readonly history: readonly HistoryPoint[];
  /** Training alone. */
  readonly seconds: number;
}

/** Opens the engine on one thread. @returns what it is, for people */
export async function openBenchEngine(): Promise<string> {
  const module = await loadTestModule();
  registerSimdBackend(module);
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  return `WebAssembly ${module.build} on 1 thread, Node ${process.version}`;
}

const readModelFile = async (name: string): Promise<Uint8Array> =>
  Uint8Array.from(await readFile(join(repositoryRoot, 'public', 'models', name)));

const loaded = new Map<string, Promise<LoadedDataset>>();

function load(config: RunConfig): Promise<LoadedDataset> {
  const key = JSON.stringify([config.dataset, config.datasetParams]);
  const known = loaded.get(key);
  if (known) return known;
  const { signal } = new AbortController();
  const made = byId(datasets, config.dataset).load({
    params: config.datasetParams,
    signal,
    progress: () => undefined,
  });
  loaded.set(key, made);
  return made;
}

/** A configuration from the settings of a link. */
export const configOf = (settings: Readonly<Record<string, unknown>>): RunConfig =>
  readRunConfig(settings, { datasets, models, losses });

/**
 * Trains to the end of the step budget and measures at each of `at` and at the end.
 * @param onPoint hears of each measurement
 */
export async function trainSide(
  config: RunConfig,
  at: readonly number[] = [],
  onPoint: (point: MeasurePoint, recent: readonly HistoryPoint[]) => void = () => undefined,
): Promise<SideOutcome> {
  const [model, loss] = [byId(models, config.model), byId(losses, config.loss)];
  checkCompatibility(config, { dataset: byId(datasets, config.dataset), model, loss });
  const dataset = await load(config);
  const trainer = new Trainer({ config, dataset, model, loss });
  const measurer = new Measurer({
    trainer: () => trainer,
    dataset,
    loadHeldOut: () => Promise.resolve(null),
    openEvaluator: () => openEvaluator(config.dataset, dataset.shape, readModelFile, dataset.modes),
  });
  const history: HistoryPoint[] = [];
  const points: MeasurePoint[] = [];
  let seconds = 0;
  try {
    for (let step = 1; step <= config.steps; step++) {
      const began = performance.now();
      const report = trainer.step(step);
      const [dLoss, gLoss, accuracyReal, accuracyFake] = report.dataSync();
      report.dispose();
      seconds += (performance.now() - began) / 1000;
      history.push({ step, seconds, dLoss, gLoss, accuracyReal, accuracyFake });
      if (!at.includes(step) && step !== config.steps) continue;
      const point = await measurer.measure(step, seconds, {
        samples: config.measureSamples,
        which: (metric) => metric.live,
        cancelled: () => false,
      });
      if (!point) continue;
      points.push(point);
      onPoint(point, history);
    }
  } finally {
    measurer.dispose();
    trainer.dispose();
  }
  return { points, history, seconds };
}

/** Mean accuracy of the discriminator over the last steps. */
export function recentAccuracy(history: readonly HistoryPoint[], steps: number): number {
  const last = history.slice(-steps);
  return last.reduce((sum, point) => sum + discriminatorAccuracy(point), 0) / last.length;
}
