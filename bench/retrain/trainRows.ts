// Trains classifiers with the CPU engine under Node, each as the page would, and writes down what they cost and name rightly.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import type { DecodedFolder } from '../../scripts/decodedFolder';
import { repositoryRoot } from '../../scripts/runTool';
import { appendLayer } from '../../src/core/networkEdits';
import { inputShape, networkTotals, volume } from '../../src/core/network';
import { numberParam } from '../../src/core/paramSpec';
import { readRunConfig } from '../../src/core/runConfig';
import { arrayDataset } from '../../src/datasets/arrayDataset';
import { toSignedUnit } from '../../src/datasets/sampling';
import type { Network } from '../../src/engine/network';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { variantFile } from '../../src/exporters/tflite/variantFile';
import { calibrate } from '../../src/graph/calibration';
import { inParts } from '../../src/graph/engineRunner';
import { cosineRate, epochOrder } from '../../src/metrics/evaluator/trainingPlan';
import { networkHalves } from '../../src/tasks/retrain/networks';
import { retrain } from '../../src/tasks/retrain';
import type { RetrainTrainer } from '../../src/tasks/retrain/trainer';
import { loadTestModule } from '../../src/testing/simdModule';
import { inTemporaryFolder, runProgram } from '../../src/testing/tools';
import { graphOf } from '../../src/training/generatorGraph';
import { RunSession } from '../../src/training/session';
import { SILENT_OUTLETS } from '../../src/training/sessionOutlets';
import { trainedTranslator } from '../../src/training/translatorGraph';
import { catalogue } from '../../src/worker/catalogue';
import { checkChoices } from '../../src/worker/openRun';

const STEPS = { ganvas: 600, mobilenet: 1500 } as const;
const WATCHED = 64;

interface Row {
  readonly network: string;
  /** Layers of the encoder that learn. */
  readonly learning: number;
  readonly width: number;
  readonly side: number;
}

export interface RowsAsked {
  readonly rows: readonly Row[];
  /** What is learnt and what is held back, by side. */
  readonly decoded: Readonly<Record<number, readonly DecodedFolder[]>>;
  readonly threads: number;
  readonly seed: number;
  readonly torch: boolean;
}

const asDataset = ({ classNames, pixels, labels }: DecodedFolder, side: number) =>
  arrayDataset({ shape: [side, side, 3], pixels, labels, classNames });

const configOf = ({ network, learning, width, side }: Row, seed: number) =>
  readRunConfig(
    network === 'mobilenet'
      ? {
          ...{ task: 'retrain', dataset: 'image-folder', 'dataset.side': String(side), seed },
          ...{ steps: STEPS.mobilenet, 'task.encoder': network, 'task.width': width },
          ...{ 'task.learningRate': 0.003, 'task.augmentation': 'mirror-shift' },
        }
      : {
          ...{ task: 'retrain', dataset: 'image-folder', 'dataset.side': String(side), seed },
          ...{ steps: learning > 0 ? STEPS.mobilenet : STEPS.ganvas, 'task.learning': learning },
          ...{ 'task.learningRate': learning > 0 ? 0.001 : 0.01 },
          'task.augmentation': learning > 0 ? 'mirror-shift' : 'mirror',
        },
    catalogue,
  );

async function build(row: Row, { decoded, seed }: RowsAsked): Promise<RetrainTrainer> {
  const [train, test] = decoded[row.side];
  const config = configOf(row, seed);
  return retrain.build({
    ...{ config, ...checkChoices(config) },
    dataset: asDataset(train, row.side),
    test: asDataset(test, row.side),
    readModelFile: async (name) =>
      new Uint8Array(await readFile(join(repositoryRoot, 'public', 'models', name))),
  });
}

/** Bytes of the full-integer `.tflite`. */
async function int8Size(trainer: RetrainTrainer): Promise<number> {
  const { spec, weights } = await trainedTranslator(trainer.classifier);
  const graph = graphOf({ spec: appendLayer(spec, { kind: 'softmax' }), weights });
  const ranges = await calibrate(graph, trainer.learntPictures(WATCHED), WATCHED, 'min-max', inParts);
  return (await variantFile(graph, 'int8', () => ranges)).bytes.length;
}

const encode = (shape: readonly number[], values: Float32Array) => ({
  shape,
  values: Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64'),
});

/** What PyTorch's head names rightly that learns from the same features: as many steps, batches and rates; no dropout, no variants. */
async function torchAccuracy(
  row: Row,
  asked: RowsAsked,
): Promise<{ readonly ours: number; readonly torch: number }> {
  const [train, test] = asked.decoded[row.side];
  const config = configOf(row, asked.seed);
  const plain = { ...config, taskParams: { ...config.taskParams, dropout: 0, augmentation: 'none' } };
  const trainer = await retrain.build({
    ...{ config: plain, ...checkChoices(plain), dataset: asDataset(train, row.side) },
    test: asDataset(test, row.side),
    readModelFile: async (name) =>
      new Uint8Array(await readFile(join(repositoryRoot, 'public', 'models', name))),
  });
  const { fixed, rest } = networkHalves(trainer.classifier.spec);
  if (!fixed) throw new TypeError(`Nothing of ${row.network} is frozen`);
  const encoder: Network = trainer.classifier.part(fixed);
  const shape = inputShape(fixed);
  const featuresOf = (pixels: Uint8Array) => {
    const values = toSignedUnit(pixels);
    const count = values.length / volume(shape);
    const made = tidy(() => encoder.apply(tensor(values, [count, ...shape]), { kind: 'inference' }));
    const found = encode(made.shape, Float32Array.from(made.dataSync()));
    made.dispose();
    return found;
  };
  const { split } = trainer;
  const { batch, steps, seed } = plain;
  const perEpoch = Math.floor(split.size / batch);
  const { tensors } = await trainer.read();
  const weights = tensors.flatMap(({ name, shape: of, values }) =>
    name.startsWith('classifier/dense_1/')
      ? [[name.slice('classifier/'.length), encode(of, values)] as const]
      : [],
  );
  const question = {
    ...{ network: rest, weights: Object.fromEntries(weights) },
    steps: Array.from({ length: steps }, (_, i) => {
      const at = i % perEpoch;
      const { pixels, labels } = split.read(
        epochOrder(split.size, seed, i - at).subarray(at * batch, (at + 1) * batch),
      );
      return {
        ...{ given: featuresOf(pixels), labels: [...(labels ?? [])] },
        rate: cosineRate(numberParam(config.taskParams, 'learningRate'), i, steps),
      };
    }),
    tested: featuresOf(split.testImages.pixels),
  };
  const session = new RunSession({ id: 'r', name: '', createdAt: 0, parent: null }, trainer, SILENT_OUTLETS);
  session.play();
  await session.ended();
  const { accuracy: ours } = await trainer.moment(steps);
  const named: readonly number[] = await inTemporaryFolder(async (write) => {
    const file = await write('case.json', JSON.stringify([question]));
    const script = join(repositoryRoot, 'bench/native/retrain_reference.py');
    return JSON.parse(await runProgram('/usr/bin/python3', [script, file], undefined, 300_000))[0].named;
  });
  await session.dispose();
  return { ours, torch: named.filter((label, i) => label === split.labels[i]).length / named.length };
}

export async function trainRows(asked: RowsAsked): Promise<void> {
  registerSimdBackend(await loadTestModule({ threads: asked.threads }));
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  console.log(
    '| network | picture | million multiply-adds | parameters | int8 | accuracy | one picture | training |',
  );
  console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const row of asked.rows) {
    const trainer = await build(row, asked);
    const session = new RunSession(
      { id: 'r', name: '', createdAt: 0, parent: null },
      trainer,
      SILENT_OUTLETS,
    );
    session.play();
    await session.ended();
    if (session.hasFailed) throw new TypeError(`${row.network} failed at step ${session.step}`);
    const { accuracy, millisecondsPerImage = 0 } = await trainer.moment(session.step);
    const { multiplyAdds, trainable, nonTrainable } = networkTotals(trainer.classifier.spec);
    const found = {
      ...row,
      ...{ multiplyAdds, parameters: trainable + nonTrainable, int8Bytes: await int8Size(trainer) },
      ...{ accuracy, millisecondsPerImage, seconds: session.seconds },
    };
    const name =
      row.network === 'mobilenet'
        ? `MobileNet, width ${row.width}`
        : `Ganvas encoder, ${row.learning} layers learn`;
    console.log(
      `| ${name} | ${row.side} x ${row.side} | ${(multiplyAdds / 1e6).toPrecision(3)} | ${found.parameters} | ${Math.round(found.int8Bytes / 1000)} kB | ${(100 * accuracy).toFixed(1)} % | ${millisecondsPerImage.toPrecision(3)} ms | ${session.seconds.toFixed(0)} s |`,
    );
    await session.dispose();
    if (asked.torch && row.network !== 'mobilenet' && row.learning === 0) {
      const { ours, torch } = await torchAccuracy(row, asked);
      console.log(
        `  plain head: ${(100 * ours).toFixed(2)} % here, ${(100 * torch).toFixed(2)} % in PyTorch on the same features`,
      );
    }
  }
}
