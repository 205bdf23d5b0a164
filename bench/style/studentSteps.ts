// Trains a style student for some seconds and measures it. Loaded by student.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { readRunConfig } from '../../src/core/runConfig';
import { toSignedUnit } from '../../src/datasets/sampling';
import { drawScene } from '../../src/datasets/style/drawnScenes';
import { encoderLayers } from '../../src/encoders/network';
import { openEncoderWeights } from '../../src/encoders/openEncoder';
import { packEncoder } from '../../src/encoders/weights';
import { Network } from '../../src/engine/network';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { encodePng } from '../../src/exporters/formats/png';
import { buildGraph } from '../../src/graph/buildGraph';
import { readWeights } from '../../src/graph/networkWeights';
import { GraphRunner } from '../../src/inference/graphRunner';
import { layerWeights, type LayerWeight } from '../../src/tasks/style/losses';
import { encoderOf } from '../../src/tasks/style/pictures';
import { studentSpec } from '../../src/tasks/style/studentSpec';
import type { StyleStudentTrainer } from '../../src/tasks/style/studentTrainer';
import { styleStudent } from '../../src/tasks/styleStudent';
import { loadTestModule } from '../../src/testing/simdModule';
import { inTemporaryFolder, runProgram } from '../../src/testing/tools';
import { encode } from '../../src/testing/torchUpdates';
import { byId, catalogue, everyDataset } from '../../src/worker/catalogue';
import { checkChoices } from '../../src/worker/openRun';

const TOLD_EVERY_SECONDS = 20;
/** Times that something is done to take the median of. */
const REPEATS = 15;
/** Side of a camera's frame. */
const FRAME = 128;

const readModel = async (name: string): Promise<Uint8Array> =>
  Uint8Array.from(await readFile(join(repositoryRoot, 'public', 'models', name)));

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
    readModelFile: readModel,
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
  const own = await ownTimes(trainer, step, asked.threads);
  console.log(
    `a step ${shown(own.step)}, a frame of ${FRAME} pixels ${shown(own.frame)} as the page paints and ${shown(own.kiosk)} as the kiosk does`,
  );
  if (asked.torch) {
    const peer = await torchTimes(trainer, asked.threads);
    console.log(
      `PyTorch: a step ${shown(peer.step)} (${(peer.step / own.step).toFixed(2)} times as long), a frame ${shown(peer.frame)} ` +
        `(${(peer.frame / own.frame).toFixed(2)} times as long)`,
    );
  }
  trainer.dispose();
}

const shown = (seconds: number): string => `${(1000 * seconds).toFixed(1)} ms`;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Median seconds of what is done again and again. */
function timed(once: () => void): number {
  const seconds = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    once();
    return (performance.now() - began) / 1000;
  });
  return median(seconds);
}

/** A camera's frame. */
const frame = (): Float32Array => toSignedUnit(drawScene(3, 0, FRAME));

/** Seconds of a step, and of a frame by the engine that trains and by the runner of the kiosk. */
async function ownTimes(trainer: StyleStudentTrainer, taken: number, threads: number) {
  let step = taken;
  const ofStep = timed(() => {
    const report = trainer.step(++step);
    report.dataSync();
    report.dispose();
  });
  const spec = studentSpec({ ...trainer.config, frozenLayers: '' }, [FRAME, FRAME, 3]);
  const network = new Network(spec, 1);
  const given = frame();
  const ofFrame = timed(() => {
    const painted = tidy(() => network.apply(tensor(given, [1, FRAME, FRAME, 3]), { kind: 'inference' }));
    painted.dataSync();
    painted.dispose();
  });
  const graph = buildGraph(spec, await readWeights(network));
  network.dispose();
  const runner = new GraphRunner(await loadTestModule({ threads }), graph);
  return { step: ofStep, frame: ofFrame, kiosk: timed(() => runner.run(given, 1)) };
}

const layersIn = (weights: readonly LayerWeight[]) => weights.map(({ layer, weight }) => [layer, weight]);

/** The same in PyTorch, from the same weights and pictures. */
async function torchTimes(trainer: StyleStudentTrainer, threads: number) {
  const { config } = trainer;
  const { taskParams, batch } = config;
  const definition = encoderOf(taskParams);
  const { bytes } = packEncoder(definition, await openEncoderWeights(definition, readModel), 'float32');
  const { tensors } = await trainer.read();
  const shelf = tensors.find(({ name }) => name === 'styles/pixels');
  const given = trainer.picturesFor('generator', batch);
  const [generator] = trainer.networks;
  if (!shelf || !generator.network.spec) throw new TypeError('The run has no student');
  const { shape } = generator.network.spec.inputs[0];
  const chosen = layerWeights(taskParams, encoderLayers(definition));
  const own = tensors.filter(({ name }) => name.startsWith('generator/'));
  const job = {
    settings: config,
    networks: { generator: generator.network.spec },
    weights: {
      generator: Object.fromEntries(
        own.map(({ name, shape: of, values }) => [name.slice('generator/'.length), encode(of, values)]),
      ),
    },
    styles: encode(shelf.shape, shelf.values),
    steps: [{ given: encode([batch, ...shape], given), styles: null }],
    frame: encode([1, FRAME, FRAME, 3], frame()),
    ...{ time: threads, repeats: REPEATS },
  };
  const answers: readonly Readonly<Record<'step' | 'frame', readonly number[]>>[] = await inTemporaryFolder(
    async (write) => {
      const features = {
        ...{ input: definition.input, pooling: taskParams.pooling },
        blocks: definition.blocks.map(({ convolutions, filters }) => [convolutions, filters]),
        ...{ content: layersIn(chosen.content), style: layersIn(chosen.style) },
        weights: await write('features', bytes),
      };
      const file = await write('job.json', JSON.stringify([{ ...job, features }]));
      return JSON.parse(
        await runProgram('/usr/bin/python3', [join(import.meta.dirname, 'student_reference.py'), file]),
      );
    },
  );
  const [{ step, frame: frames }] = answers;
  return { step: median(step), frame: median(frames) };
}
