// Trains one configuration on the project's own CPU engine under Node, on one thread as each side of the lab does, and
// measures it as the page does: same data, same networks, same steps, same evaluators.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { checkCompatibility } from '../../src/core/compatibility';
import type { HistoryPoint } from '../../src/core/history';
import type { KeptNetworks } from '../../src/core/lab/define';
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
import { adversarial } from '../../src/tasks/adversarial';
import { loadTestModule } from '../../src/testing/simdModule';
import { Measurer } from '../../src/training/measuring/measurer';
import { takeWeights } from '../../src/training/snapshot';
import { Trainer } from '../../src/training/trainer';
import { byId } from '../../src/worker/catalogue';

/** What a run is like after one of its phases. */
export interface PhaseOutcome {
  /** Measured at its end; null where its numbers ended before. */
  readonly point: MeasurePoint | null;
  /** Of the whole run up to there. */
  readonly history: readonly HistoryPoint[];
  /** Training alone, of this phase. */
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

interface Hearing {
  /** Steps between two measurements beside those at the end of a phase; 0 for none. */
  readonly every: number;
  readonly hear: (point: MeasurePoint, history: readonly HistoryPoint[]) => void;
}

/**
 * Trains one configuration after the other, each to its own step budget: networks keep every weight that fits, as when
 * a run of the lab is mended.
 */
export async function trainPhases(
  phases: readonly RunConfig[],
  keeps: KeptNetworks = 'both',
  { every, hear }: Hearing = { every: 0, hear: () => undefined },
): Promise<readonly PhaseOutcome[]> {
  const [first] = phases;
  const dataset = await load(first);
  let trainer = trainerOf(first, dataset);
  const measurer = new Measurer({
    trainer: () => trainer,
    dataset,
    loadHeldOut: () => Promise.resolve(null),
    openEvaluator: () => openEvaluator(first.dataset, dataset.shape, readModelFile, dataset.modes),
  });
  const history: HistoryPoint[] = [];
  const outcomes: PhaseOutcome[] = [];
  let step = 0;
  let seconds = 0;
  const measure = (config: RunConfig) =>
    measurer.measure(step, seconds, {
      samples: config.measureSamples,
      which: (metric) => metric.live,
      cancelled: () => false,
    });
  try {
    for (const config of phases) {
      if (config !== first) trainer = await changed(trainer, config, dataset, keeps);
      const [start, before] = [step, seconds];
      let finite = true;
      while (finite && step < start + config.steps) {
        const began = performance.now();
        const report = trainer.step(++step);
        const [dLoss, gLoss, accuracyReal, accuracyFake] = report.dataSync();
        report.dispose();
        seconds += (performance.now() - began) / 1000;
        history.push({ step, seconds, values: { dLoss, gLoss, accuracyReal, accuracyFake } });
        finite = Number.isFinite(dLoss) && Number.isFinite(gLoss);
        if (!finite || every === 0 || step % every !== 0) continue;
        const point = await measure(config);
        if (point) hear(point, history);
      }
      const point = finite ? await measure(config) : null;
      outcomes.push({ point, history: [...history], seconds: seconds - before });
    }
  } finally {
    measurer.dispose();
    trainer.dispose();
  }
  return outcomes;
}

function trainerOf(config: RunConfig, dataset: LoadedDataset): Trainer {
  const [model, loss] = [byId(models, config.model), byId(losses, config.loss)];
  checkCompatibility(config, { dataset: byId(datasets, config.dataset), model, loss, task: adversarial });
  return new Trainer({ config, dataset, model, loss });
}

async function changed(
  before: Trainer,
  config: RunConfig,
  dataset: LoadedDataset,
  keeps: KeptNetworks,
): Promise<Trainer> {
  const trainer = trainerOf(config, dataset);
  await takeWeights(trainer, before, keeps);
  before.dispose();
  return trainer;
}
