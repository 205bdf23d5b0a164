// What a training step of the reference asks of WebGPU: dispatches, submits, buffers, JavaScript. The counts hold for
// any adapter; speed is compared (gpuSpeeds.ts) only where the adapter is a real one.
import type { EngineReply, EngineRequest } from '../browser/wire';
import { median } from '../statistics';
import { figure, type Table } from '../table';
import { defineSection } from './define';
import { measureSpeeds } from './gpuSpeeds';
import { openGpuWorkers, type GpuWorkers } from './gpuWorkers';

const MODELS = ['dcgan-an12954', 'dcgan-light'];
/** Counts do not depend on the side; the software adapter can compute only small ones. */
const TINY = { batch: 32, side: 4 };
/** Steps before a step is a replay, and steps that are counted. */
const [WARM_UP, COUNTED, QUICK_COUNTED] = [5, 12, 4];
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

function countTable(counts: readonly Counts[], adapter: string, { where, forms }: GpuWorkers): Table {
  const sums =
    forms.subgroup > 1 ? `through subgroups, ${forms.subgroup} lanes at a time` : 'without subgroups';
  return {
    title: 'WebGPU: what one recorded training step asks for',
    columns: ['model', 'dispatches', 'submits', 'buffers created', 'bind groups', 'writes', 'JavaScript, ms'],
    rows: counts.map((c) => [
      c.model,
      ...[c.dispatches, c.submits, c.buffersCreated, c.bindGroups, c.buffersWritten].map(String),
      figure(c.scriptMs),
    ]),
    notes: [
      `Adapter: ${adapter} (${where}); sums go ${sums}, 16-bit floats ${forms.halves ? 'are there' : 'are not there'}. Medians of replayed steps at batch ${TINY.batch}, on images of side ${TINY.side} (the counts do not depend on it, and software computes the step); a step whose losses are read back submits once more. JavaScript is the time until the call of the step returns, its random numbers included.`,
    ],
  };
}

export const gpu = defineSection({
  id: 'gpu',
  title: 'GPU',
  async run(context) {
    const { lab, options, say } = context;
    const counted = options.quick ? QUICK_COUNTED : COUNTED;
    const workers = await openGpuWorkers(lab, options.engine);
    try {
      const { adapter } = workers;
      const counts: Counts[] = [];
      for (const model of MODELS) {
        say(`counting, ${model}, ${workers.where}, ${adapter}`);
        await workers.engine(trainRequest(model, TINY, WARM_UP));
        counts.push(countsOf(model, await workers.engine(trainRequest(model, TINY, counted))));
      }
      const table = countTable(counts, adapter, workers);
      if (SOFTWARE.test(adapter)) return { tables: [table], data: { adapter, counts } };
      const { speeds, drawn, tables } = await measureSpeeds(context, workers);
      return { tables: [table, ...tables], data: { adapter, counts, speeds, drawn } };
    } finally {
      await workers.close();
    }
  },
});
