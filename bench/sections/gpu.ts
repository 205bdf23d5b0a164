// What a training step of the reference asks of WebGPU: dispatches, submits, buffers, JavaScript. The counts hold for
// any adapter; speed is compared only where the adapter is a real one.
import type { Page } from '@playwright/test';
import { models } from '../../src/models';
import { defaultParams } from '../../src/core/paramSpec';
import type { EngineReply, EngineRequest } from '../browser/wire';
import { askWorker, endWorker } from '../peers/benchWorker';
import { interleave, median, speedup, type Contestant } from '../statistics';
import { figure, times, type Table } from '../table';
import { defineSection, type SectionContext } from './define';

const REFERENCE = 'dcgan-an12954';
const MODELS = [REFERENCE, 'dcgan-light'];
/** Counts do not depend on the side; the software adapter can compute only small ones. */
const TINY = { batch: 32, side: 4 };
const FULL = { batch: 32, side: 28 };
/** Steps before a step is a replay, and steps that are counted. */
const [WARM_UP, COUNTED, QUICK_COUNTED] = [5, 12, 4];
const GPU_STEPS = 100;
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

interface Counts {
  readonly model: string;
  readonly dispatches: number;
  readonly submits: number;
  readonly buffersCreated: number;
  readonly bindGroups: number;
  readonly buffersWritten: number;
  readonly replayed: boolean;
  readonly scriptMs: number;
}

const trainRequest = (model: string, size: typeof TINY, count: number): EngineRequest => ({
  do: 'train',
  model,
  modelParams: {},
  width: 1,
  ...size,
  count,
});

function countsOf(model: string, { calls, scriptMs }: EngineReply): Counts {
  const of = (kind: Exclude<keyof EngineReply['calls'][number], 'replayed'>) =>
    median(calls.map((c) => c[kind]));
  return {
    model,
    dispatches: of('dispatches'),
    submits: of('submits'),
    buffersCreated: of('buffersCreated'),
    bindGroups: of('bindGroups'),
    buffersWritten: of('buffersWritten'),
    replayed: calls.every((c) => c.replayed),
    scriptMs: median(scriptMs),
  };
}

/** Steps per second of ours, stock tfjs-webgpu and PyTorch eager; only on a real graphics card. */
async function speeds({ lab, options, say }: SectionContext, page: Page): Promise<Table> {
  say('a real adapter: steps per second');
  const model = models.find((candidate) => candidate.id === REFERENCE);
  if (!model) throw new RangeError(`There is no model ${REFERENCE}.`);
  const params = defaultParams(model.params);
  const networks = {
    generator: model.buildGenerator([28, 28, 1], params),
    discriminator: model.buildDiscriminator([28, 28, 1], params),
  };
  const stock = { backend: 'webgpu', ...networks, batch: FULL.batch, count: Math.ceil(GPU_STEPS / 4) };
  const cuda = (await lab.torch({ threads: 1, instructions: 'native' }).ask('hello')).cuda;
  const native = cuda ? lab.torch({ threads: 1, instructions: 'native', device: 'cuda' }) : null;
  const contestants: Contestant[] = [
    {
      name: 'Ganvas, WebGPU',
      round: async () =>
        (await askWorker(page, 'engine', 'gpu', trainRequest(REFERENCE, FULL, GPU_STEPS))).ms,
    },
    {
      name: 'stock tfjs, WebGPU',
      round: async () => (await askWorker(page, 'stockTfjs', 'stock webgpu', stock)).ms,
    },
    ...(native
      ? [
          {
            name: native.label,
            round: async () =>
              (
                await native.ask('steps', {
                  model: 'reference',
                  layout: 'channels_last',
                  count: GPU_STEPS / 10,
                })
              ).ms,
          },
        ]
      : []),
  ];
  for (const { round } of contestants) await round();
  const [ours, ...peers] = await interleave(contestants, options.rounds);
  return {
    title: `Steps per second of ${REFERENCE} on the graphics card, batch ${FULL.batch}`,
    columns: ['what', 'steps/s', 'Ganvas is'],
    rows: [ours, ...peers].map((timing, i) => [
      timing.name,
      figure(1000 / timing.medianMs),
      i === 0 ? '' : times(speedup(ours, timing)),
    ]),
    notes: ['Every step waits for its losses in both browsers’ cases; PyTorch waits every ten steps.'],
  };
}

function countTable(counts: readonly Counts[], adapter: string): Table {
  return {
    title: 'WebGPU: what one recorded training step asks for',
    columns: ['model', 'dispatches', 'submits', 'buffers created', 'bind groups', 'writes', 'JavaScript, ms'],
    rows: counts.map((c) => [
      c.model,
      ...[c.dispatches, c.submits, c.buffersCreated, c.bindGroups, c.buffersWritten].map(String),
      figure(c.scriptMs),
    ]),
    notes: [
      `Adapter: ${adapter}. Medians of replayed steps at batch ${TINY.batch}, on images of side ${TINY.side} (the counts do not depend on it, and software computes the step); a step whose losses are read back submits once more. JavaScript is the time until the call of the step returns, its random numbers included.`,
    ],
  };
}

export const gpu = defineSection({
  id: 'gpu',
  title: 'GPU',
  async run(context) {
    const { lab, options, say } = context;
    const counted = options.quick ? QUICK_COUNTED : COUNTED;
    const page = await lab.openBenchPage();
    const { description } = await askWorker(page, 'engine', 'gpu', {
      do: 'open',
      backend: 'webgpu',
      threads: 1,
    });
    const counts: Counts[] = [];
    for (const model of MODELS) {
      say(`counting, ${model}`);
      await askWorker(page, 'engine', 'gpu', trainRequest(model, TINY, WARM_UP));
      counts.push(
        countsOf(model, await askWorker(page, 'engine', 'gpu', trainRequest(model, TINY, counted))),
      );
    }
    const tables = [countTable(counts, description)];
    if (!SOFTWARE.test(description)) tables.push(await speeds(context, page));
    await endWorker(page, 'gpu');
    await page.context().close();
    return { tables, data: { adapter: description, counts } };
  },
});
