// The project's own engine, networks and trainer, as the product's worker runs them, with a clock around them.
import { backend as tfjsBackend, unregisterKernel, type Tensor } from '@tensorflow/tfjs-core';
import { inputShape, stepMultiplyAdds, networkTotals } from '../../src/core/network';
import { defaultParams } from '../../src/core/paramSpec';
import { createRandom, normalArray } from '../../src/core/random';
import { readRunConfig } from '../../src/core/runConfig';
import type { LoadedDataset } from '../../src/datasets/define';
import { vgg19 } from '../../src/encoders/vgg';
import { randomWeights } from '../../src/encoders/weights';
import { PLAIN_KERNELS } from '../../src/engine/gpu/variant';
import type { GanvasGpuBackend } from '../../src/engine/gpu';
import { inHalves } from '../../src/engine/halfProducts';
import { Network } from '../../src/engine/network';
import { openEngine, type Engine } from '../../src/engine/openEngine';
import { registerRecorder } from '../../src/engine/recording';
import { losses } from '../../src/losses';
import { models } from '../../src/models';
import type { ModelDefinition } from '../../src/models/define';
import { watchGpuCalls } from '../../src/testing/gpuCalls';
import type { StyleTransferTrainer } from '../../src/tasks/style/transferTrainer';
import { RecordedDrawing } from '../../src/training/recordedDrawing';
import { Trainer } from '../../src/training/trainer';
import { drawnPictures, openGatys } from '../style/openGatys';
import { openTranslation, type OpenedRow } from '../translation/openRow';
import { answerWith } from './answer';
import { widened } from './widen';
import type { EngineReply, EngineRequest } from './wire';

type RequestOf<K extends EngineRequest['do']> = Extract<EngineRequest, { readonly do: K }>;

const SEED = 1;
const IMAGES = 512;

let engine: Engine | null = null;
/** Null on other backends. */
let gpu: GanvasGpuBackend | null = null;
const generators = new Map<string, { readonly network: Network; readonly drawing: RecordedDrawing }>();
const trainers = new Map<string, { readonly trainer: Trainer; step: number }>();
const translators = new Map<string, OpenedRow & { step: number }>();
const painters = new Map<number, StyleTransferTrainer>();

function modelOf(id: string): ModelDefinition {
  const model = models.find((candidate) => candidate.id === id);
  if (!model) throw new RangeError(`There is no model ${id}.`);
  return model;
}

function reply(facts: Partial<EngineReply>): EngineReply {
  if (!engine) throw new Error('Open a backend first.');
  const { description, threads } = engine.report;
  const forms = gpu
    ? { subgroup: gpu.kernels.subgroup, halves: gpu.device.features.has('shader-f16') }
    : PLAIN_KERNELS;
  return { description, threads, ms: [], multiplyAdds: 0, calls: [], scriptMs: [], forms, ...facts };
}

async function open(asked: RequestOf<'open'>): Promise<EngineReply> {
  const { backend, threads, stockOperations = false, plainKernels = false } = asked;
  const lost = (reason: string): void => console.error(reason);
  engine = await openEngine({ choice: backend, threads, onLost: lost });
  if (engine.report.backend !== backend) {
    throw new Error(`${backend} does not run here: ${engine.report.skipped.map((s) => s.reason).join(' ')}`);
  }
  if (backend === 'webgpu') {
    const { GanvasGpuBackend: Ours } = await import('../../src/engine/gpu');
    const active: unknown = tfjsBackend();
    gpu = active instanceof Ours ? active : null;
    if (plainKernels) gpu?.takeKernels(PLAIN_KERNELS);
  }
  if (stockOperations) {
    const { gpuKernels } = await import('../../src/engine/gpu');
    for (const { kernelName } of gpuKernels) unregisterKernel(kernelName, 'webgpu');
    registerRecorder('webgpu', null);
  }
  return reply({});
}

function forget(): EngineReply {
  for (const { trainer } of [...trainers.values(), ...translators.values()]) trainer.dispose();
  for (const painter of painters.values()) painter.dispose();
  translators.clear();
  painters.clear();
  for (const { network, drawing } of generators.values()) {
    drawing.dispose();
    network.dispose();
  }
  trainers.clear();
  generators.clear();
  return reply({});
}

async function infer(asked: RequestOf<'infer'>): Promise<EngineReply> {
  const { model: id, batch, count, halves = false } = asked;
  const before = gpu?.kernels;
  if (gpu && halves) gpu.takeKernels({ ...gpu.kernels, halves: true });
  const key = halves ? `${id} in halves` : id;
  const model = modelOf(id);
  const spec = model.buildGenerator([28, 28, 1], defaultParams(model.params));
  const generator = generators.get(key) ?? {
    network: new Network(spec, SEED),
    drawing: new RecordedDrawing(),
  };
  generators.set(key, generator);
  const latents = normalArray(batch * inputShape(spec)[0], SEED);
  const ms: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const draw = (): Tensor => generator.drawing.draw(generator.network, latents, batch);
    const images = halves ? inHalves(draw) : draw();
    await images.data();
    ms.push(performance.now() - start);
    images.dispose();
  }
  if (before) gpu?.takeKernels(before);
  return reply({ ms, multiplyAdds: batch * networkTotals(spec).multiplyAdds });
}

/** Grey noise: what a step costs does not depend on what the images show. */
function noiseImages(side: number): LoadedDataset {
  const random = createRandom(SEED);
  const size = side * side;
  const all = Uint8Array.from({ length: IMAGES * size }, () => Math.floor(random.uniform() * 256));
  return {
    shape: [side, side, 1],
    size: IMAGES,
    classNames: null,
    read(indices) {
      const pixels = new Uint8Array(indices.length * size);
      for (let i = 0; i < indices.length; i++) {
        pixels.set(all.subarray(indices[i] * size, (indices[i] + 1) * size), i * size);
      }
      return { pixels, labels: null };
    },
  };
}

function createTrainer({ model: id, modelParams, width, batch, side }: RequestOf<'train'>): Trainer {
  const model = widened(modelOf(id), width);
  const loss = losses.find((candidate) => candidate.id === 'non-saturating');
  if (!loss) throw new RangeError('There is no loss non-saturating.');
  const settings = Object.entries(modelParams).map(([key, value]) => [`model.${key}`, value]);
  const config = readRunConfig(
    { dataset: 'noise', model: id, loss: loss.id, batch, seed: SEED, ...Object.fromEntries(settings) },
    { datasets: [{ id: 'noise', params: [] }], models, losses },
  );
  return new Trainer({ config, dataset: noiseImages(side), model, loss });
}

/** Times `count` further steps of the training that the request describes; it is kept for the next request. */
async function train(request: RequestOf<'train'>): Promise<EngineReply> {
  const { count, ...what } = request;
  const key = JSON.stringify(what);
  const run = trainers.get(key) ?? { trainer: createTrainer(request), step: 0 };
  trainers.set(key, run);
  const { trainer } = run;
  const watched = engine?.report.backend === 'webgpu' ? watchGpuCalls() : null;
  const [ms, scriptMs, calls]: [number[], number[], EngineReply['calls'][number][]] = [[], [], []];
  for (let i = 0; i < count; i++) {
    watched?.take();
    const start = performance.now();
    const report = trainer.step(++run.step);
    scriptMs.push(performance.now() - start);
    if (watched) calls.push({ ...watched.take(), replayed: trainer.isReplaying });
    const values = await report.data();
    ms.push(performance.now() - start);
    report.dispose();
    if (!values.every(Number.isFinite)) throw new Error(`Step ${run.step} gave ${values.join(', ')}.`);
  }
  watched?.stop();
  const { generator, discriminator, config } = trainer;
  const multiplyAdds = stepMultiplyAdds(generator.spec, discriminator.spec, config.batch, config.dSteps);
  return reply({ ms, scriptMs, calls, multiplyAdds });
}

async function translate({ row, count }: RequestOf<'translate'>): Promise<EngineReply> {
  const key = JSON.stringify(row);
  const run = translators.get(key) ?? { ...openTranslation(row), step: 0 };
  translators.set(key, run);
  const ms: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const losses = run.trainer.step(++run.step);
    const values = await losses.data();
    ms.push(performance.now() - start);
    losses.dispose();
    if (!values.every(Number.isFinite)) throw new Error(`Step ${run.step} gave ${values.join(', ')}.`);
  }
  return reply({ ms, question: run.question });
}

async function paint({ side, count }: RequestOf<'paint'>): Promise<EngineReply> {
  const painter =
    painters.get(side) ??
    openGatys(drawnPictures(side), { definition: vgg19, weights: randomWeights(vgg19) });
  painters.set(side, painter);
  const ms: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    painter.step().dispose();
    await painter.afterStep();
    ms.push(performance.now() - start);
  }
  return reply({ ms });
}

answerWith(async (request: EngineRequest): Promise<EngineReply> => {
  switch (request.do) {
    case 'open':
      return open(request);
    case 'forget':
      return forget();
    case 'infer':
      return infer(request);
    case 'train':
      return train(request);
    case 'translate':
      return translate(request);
    case 'paint':
      return paint(request);
  }
});
