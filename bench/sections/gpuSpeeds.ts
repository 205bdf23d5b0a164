// Steps per second on a real graphics card: both models and the translators, beside stock TensorFlow.js on the same WebGPU, and
// PyTorch eager and compiled on the same card where it has CUDA.
import { defaultParams } from '../../src/core/paramSpec';
import { models } from '../../src/models';
import type { EngineRequest, StockRequest } from '../browser/wire';
import { NATIVE_MODELS, type TorchPeer } from '../peers/pytorch';
import { interleave, speedup, type Contestant, type Timing } from '../statistics';
import { figure, times, type Table } from '../table';
import type { TranslationRow } from '../translation/openRow';
import type { SectionContext } from './define';
import type { GpuWorkers } from './gpuWorkers';

const LAYOUT = 'channels_last';
/** Steps of a round; stock operations and PyTorch take a part of them. */
const STEPS = 100;
const TRANSLATION_STEPS = 20;
/** Images that are drawn at once. */
const DRAWN = 64;
const QUICK_SHARE = 0.1;

const BATCHES: Readonly<Record<string, number>> = { 'dcgan-an12954': 32, 'dcgan-light': 64 };
const TRANSLATORS: readonly (TranslationRow & { readonly name: string })[] = [
  { name: 'CycleGAN, U-Net, 64 pixels', task: 'cycles', side: 64, generator: 'unet' },
  { name: 'CycleGAN, ResNet, 64 pixels', task: 'cycles', side: 64, generator: 'resnet' },
  { name: 'Colourisation, U-Net, 64 pixels', task: 'pairs', side: 64, generator: 'unet' },
];

export interface GpuSpeeds {
  readonly name: string;
  readonly timings: readonly Timing[];
}

interface Asked {
  readonly workers: GpuWorkers;
  /** Null where PyTorch has no CUDA. */
  readonly torch: { readonly peer: TorchPeer; readonly compiles: boolean } | null;
  readonly share: number;
}

const least = (count: number): number => Math.max(1, Math.round(count));

/** PyTorch eager and, where it can, compiled. */
const native = ({ torch }: Asked, ask: (peer: TorchPeer, compiled: boolean) => Promise<{ ms: number[] }>) =>
  torch
    ? [false, ...(torch.compiles ? [true] : [])].map((compiled): Contestant => ({
        name: `PyTorch ${compiled ? 'compiled' : 'eager'}, CUDA`,
        round: async () => (await ask(torch.peer, compiled)).ms,
      }))
    : [];

function modelContestants(asked: Asked, id: string): Contestant[] {
  const { workers, share } = asked;
  const model = models.find((candidate) => candidate.id === id);
  if (!model) throw new RangeError(`There is no model ${id}.`);
  const params = defaultParams(model.params);
  const batch = BATCHES[id];
  const count = least(STEPS * share);
  const ours: EngineRequest = { do: 'train', model: id, modelParams: {}, width: 1, batch, side: 28, count };
  const stock: StockRequest = {
    backend: 'webgpu',
    generator: model.buildGenerator([28, 28, 1], params),
    discriminator: model.buildDiscriminator([28, 28, 1], params),
    batch,
    count: least(count / 4),
  };
  return [
    { name: 'Ganvas, WebGPU', round: async () => (await workers.engine(ours)).ms },
    ...(workers.forms.subgroup > 1
      ? [{ name: 'Ganvas without subgroups', round: async () => (await workers.plainEngine(ours)).ms }]
      : []),
    { name: 'stock tfjs, WebGPU', round: async () => (await workers.stock(id, stock)).ms },
    ...native(asked, (peer, compiled) =>
      peer.ask('steps', { model: NATIVE_MODELS[id], layout: LAYOUT, count: least(count / 10), compiled }),
    ),
  ];
}

async function translationContestants(asked: Asked, row: TranslationRow): Promise<Contestant[]> {
  const { workers, share } = asked;
  const count = least(TRANSLATION_STEPS * share);
  const request = { do: 'translate', row, count } as const;
  const { question = '' } = await workers.engine(request);
  return [
    { name: 'Ganvas, WebGPU', round: async () => (await workers.engine(request)).ms },
    {
      name: 'stock operations, WebGPU',
      round: async () => (await workers.stockEngine({ ...request, count: least(count / 4) })).ms,
    },
    ...native(asked, (peer, compiled) => peer.ask(row.task, { question, layout: LAYOUT, count, compiled })),
  ];
}

const drawContestants = ({ workers, share }: Asked, model: string): Contestant[] =>
  [false, ...(workers.forms.halves ? [true] : [])].map((halves): Contestant => ({
    name: halves ? 'factors of 16 bits' : '32 bits',
    round: async () =>
      (await workers.engine({ do: 'infer', model, batch: DRAWN, count: least(STEPS * share), halves })).ms,
  }));

/** What there is of 16-bit floats, by turns with f32. */
const drawTable = ({ name, timings: [ours, ...halved] }: GpuSpeeds, where: string): Table => ({
  title: `Drawing on the graphics card (${where}): ${name}`,
  columns: ['products', `ms for ${DRAWN} images`, 'times as fast'],
  rows: [ours, ...halved].map((timing, i) => [
    timing.name,
    figure(timing.medianMs),
    i === 0 ? '' : times(speedup(timing, ours)),
  ]),
  notes: ['Both forms, whichever the device would choose; reading the images back is in both.'],
});

const speedTable = ({ name, timings: [ours, ...peers] }: GpuSpeeds, where: string): Table => ({
  title: `Steps per second on the graphics card (${where}): ${name}`,
  columns: ['what', 'steps/s', 'Ganvas is'],
  rows: [ours, ...peers].map((timing, i) => [
    timing.name,
    figure(1000 / timing.medianMs),
    i === 0 ? '' : times(speedup(ours, timing)),
  ]),
  notes: [
    'Every step waits for its losses on WebGPU; PyTorch waits every ten steps of a model, and every step from image to image.',
  ],
});

/** @returns what was measured, and a table for each */
export async function measureSpeeds(
  { lab, options, say }: SectionContext,
  workers: GpuWorkers,
): Promise<{
  readonly speeds: readonly GpuSpeeds[];
  readonly drawn: readonly GpuSpeeds[];
  readonly tables: readonly Table[];
}> {
  const { cuda, compiles } = await lab.torch({ threads: 1, instructions: 'native' }).ask('hello');
  const peer = cuda ? lab.torch({ threads: 1, instructions: 'native', device: 'cuda' }) : null;
  const asked: Asked = { workers, torch: peer && { peer, compiles }, share: options.quick ? QUICK_SHARE : 1 };
  const speeds: GpuSpeeds[] = [];
  const drawn: GpuSpeeds[] = [];
  const compare = async (
    to: GpuSpeeds[],
    name: string,
    contestants: readonly Contestant[],
  ): Promise<void> => {
    say(name);
    for (const { round } of contestants) await round();
    to.push({ name, timings: await interleave(contestants, options.rounds) });
  };
  for (const id of Object.keys(BATCHES))
    await compare(speeds, `${id}, batch ${BATCHES[id]}`, modelContestants(asked, id));
  for (const { name, ...row } of TRANSLATORS)
    await compare(speeds, name, await translationContestants(asked, row));
  for (const id of Object.keys(BATCHES)) await compare(drawn, id, drawContestants(asked, id));
  const tables = [
    ...speeds.map((one) => speedTable(one, workers.where)),
    ...drawn.map((one) => drawTable(one, workers.where)),
  ];
  return { speeds, drawn, tables };
}
