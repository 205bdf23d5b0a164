// Trains a style student for some seconds and measures it. Loaded by student.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { readRunConfig } from '../../src/core/runConfig';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { encodePng } from '../../src/exporters/formats/png';
import { styleStudent, type StyleStudentTrainer } from '../../src/tasks/styleStudent';
import { loadTestModule } from '../../src/testing/simdModule';
import { byId, catalogue, everyDataset } from '../../src/worker/catalogue';
import { checkChoices } from '../../src/worker/openRun';

const TOLD_EVERY_SECONDS = 20;

export interface StudentTraining {
  readonly seconds: number;
  readonly threads: number;
  /** By the names of links. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Where what was painted is written to; empty for nowhere. */
  readonly picture: string;
  readonly torch: boolean;
}

async function open(settings: StudentTraining['settings']): Promise<StyleStudentTrainer> {
  const config = readRunConfig({ task: styleStudent.id, ...settings }, catalogue);
  const definition = byId(everyDataset, config.dataset);
  const context = {
    params: config.datasetParams,
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  return styleStudent.build({
    ...checkChoices(config),
    ...{
      config,
      dataset: await definition.load(context),
      test: (await definition.loadTest?.(context)) ?? null,
    },
    readModelFile: async (name) =>
      Uint8Array.from(await readFile(join(repositoryRoot, 'public', 'models', name))),
  });
}

/** The grid of this moment as one picture. */
async function writeGrid(trainer: StyleStudentTrainer, path: string): Promise<void> {
  const batch = await trainer.grid();
  const [grid] = trainer.grids;
  if (!batch) return;
  const { height, width, channels, pixels, count } = batch;
  const columns = grid.columns.length;
  const [across, down] = [columns * width, Math.ceil(count / columns) * height];
  const out = new Uint8Array(across * down * channels);
  for (let i = 0; i < count; i++)
    for (let y = 0; y < height; y++) {
      const row = pixels.subarray(
        (i * height + y) * width * channels,
        (i * height + y + 1) * width * channels,
      );
      out.set(row, ((Math.floor(i / columns) * height + y) * across + (i % columns) * width) * channels);
    }
  await writeFile(path, encodePng({ width: across, height: down, channels: 3, pixels: out }));
}

export async function measureStudent(asked: StudentTraining): Promise<void> {
  registerSimdBackend(await loadTestModule({ threads: asked.threads }));
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const trainer = await open(asked.settings);
  let [seconds, told, step] = [0, 0, 0];
  while (step < trainer.steps && seconds < asked.seconds) {
    const began = performance.now();
    const report = trainer.step(++step);
    const values = report.dataSync();
    report.dispose();
    seconds += (performance.now() - began) / 1000;
    if (step > 1 && seconds - told < TOLD_EVERY_SECONDS && seconds < asked.seconds) continue;
    told = seconds;
    const losses = trainer.series.map(
      (id, i) => `${id.replace('generator/', '')} ${values[i].toPrecision(3)}`,
    );
    console.log(
      `step ${step}, ${seconds.toFixed(1)} s (${((1000 * seconds) / step).toFixed(0)} ms a step): ${losses.join(', ')}`,
    );
    if (asked.picture !== '') await writeGrid(trainer, asked.picture);
  }
  trainer.dispose();
}
