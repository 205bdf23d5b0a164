// Translators that are made smaller, as the page asks for it: a run of their own each, which trains on, is compared and leaves.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gridsIn, imageAt } from '../core/gridLayout';
import type { TimelineFrame } from '../core/history';
import { readRunConfig } from '../core/runConfig';
import type { MakeRequest, WorkerEvent } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import type { TaskTrainer } from '../training/taskTrainer';
import { catalogue } from './catalogue';
import { checkRunFits } from './runFits';

let worker: NodeWorker;
beforeEach(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterEach(() => worker.close());

const SMALL = {
  'task.width': 4,
  'task.patchWidth': 2,
  'dataset.size': 64,
  batch: 2,
  measureEvery: 0,
  steps: 3,
};
const CYCLE = { task: 'cycle-gan', 'task.poolSize': 4, ...SMALL };

async function trained(pairs: Readonly<Record<string, unknown>>): Promise<string> {
  const { id } = await worker.client.request('run/start', { config: readRunConfig(pairs, catalogue) });
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
  await worker.client.request('run/save', {});
  return id;
}

const make = (task: string, params: MakeRequest['params']) =>
  worker.client.request('model/make', { task, params });

type Moment = Pick<Extract<WorkerEvent, { readonly kind: 'model/moment' }>, 'grids'> & {
  readonly frame: Pick<TimelineFrame, 'images'>;
};

/** Pixels of each column of each grid, by the column's name. */
const columnsOf = ({ grids, frame }: Moment): readonly ReadonlyMap<string, readonly Uint8Array[]>[] =>
  (gridsIn(frame.images, grids) ?? []).map((drawn) => {
    const { columns, rows } = drawn.layout;
    const column = (at: number) => Array.from({ length: rows }, (_, row) => imageAt(drawn, row, at).pixels);
    return new Map(columns.map((name, at) => [name, column(at)]));
  });

/** What is made of the open run, and what was seen of it while it learned. */
async function watched(task: string, params: MakeRequest['params']) {
  const moments: Extract<WorkerEvent, { readonly kind: 'model/moment' }>[] = [];
  const stop = worker.client.subscribe((event) => {
    if (event.kind === 'model/moment') moments.push(event);
  });
  const made = await make(task, params);
  stop();
  return { made, moments };
}

/** Columns of the open run's grids as they are now. */
async function nowOf() {
  const trainer: TaskTrainer | undefined = worker.context.run?.session.trainer;
  const images = await trainer?.grid();
  if (!trainer?.grids || !images) throw new TypeError('the run draws nothing');
  return columnsOf({ grids: trainer.grids, frame: { images } });
}

const loss = async (run: string, base: string): Promise<number> =>
  (await worker.client.request('model/variant', { run, base, variant: 'float32', samples: 4 })).generatorLoss;

/** Opens what was made and trains it on. */
async function trainsOn(id: string, steps: number): Promise<void> {
  const opened = await worker.client.request('run/open', { id });
  await worker.client.request('run/set', { steps: opened.step + steps });
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
  expect(worker.context.run?.session.hasFailed).toBe(false);
  expect(worker.context.run?.session.step).toBe(opened.step + steps);
}

it('distils both ways of a CycleGAN to half the width, nearer step by step, with the discriminators of the run', async () => {
  const id = await trained(CYCLE);
  const before = await worker.context.run?.session.trainer.read();
  const taught = await nowOf();
  const { made, moments } = await watched('cycle-gan-distill', { studentWidth: 0.5, steps: 60 });
  expect(made.run.name).toMatch(/\(student 0\.5\)$/);
  expect(made.after.parameters).toBeLessThan(0.4 * made.before.parameters);
  expect(made.lastLoss).toBeLessThan(0.8 * made.firstLoss);
  expect(await loss(made.run.id, id)).toBeGreaterThan(0);
  const { config, timeline, grids } = await worker.client.request('run/open', { id: made.run.id });
  // What was seen of the students on the way: both directions with their way back, at the end as the run shows them that came of it.
  expect(moments.map(({ frame }) => frame.step)).toEqual([0, 50, 60]);
  const [first, , last] = moments.map((moment) => columnsOf(moment));
  const ended = timeline.at(-1);
  if (!ended) throw new TypeError('nothing was drawn');
  const shown = columnsOf({ grids, frame: ended });
  for (const [at, name] of ['Inverted outlines', 'Digits'].entries()) {
    expect([...last[at].keys()].slice(1)).toEqual(['as trained', 'smaller', 'and back', 'right answer']);
    expect(last[at].get('smaller')).toEqual(shown[at].get(`made ${name}`));
    expect(last[at].get('and back')).toEqual(shown[at].get('and back'));
    expect(last[at].get('smaller')).not.toEqual(first[at].get('smaller'));
    expect(last[at].get('as trained')).toEqual(taught[at].get(`made ${name}`));
  }
  expect(config).toMatchObject({ task: 'cycle-gan', taskParams: { width: 2, patchWidth: 2 } });
  const after = await worker.context.run?.session.trainer.read();
  const weight = (state: typeof after) =>
    state?.tensors.find(({ name }) => name.startsWith('optimizer/discriminatorA/m/'));
  expect(weight(after)).toEqual(weight(before));
  await trainsOn(made.run.id, 2);
  await worker.client.request('run/open', { id });
  const nothing = make('distill', { width: 0.5, steps: 1 });
  await expect(nothing).rejects.toThrow('makes no run out of one that learned cycle-gan');
  await expect(nothing).rejects.toMatchObject({
    hint: expect.stringContaining('cycle-gan-distill, cycle-gan-prune, cycle-gan-quantize-aware'),
  });
});

it.each([
  ['distill', { studentWidth: 1, steps: 200 }],
  ['prune', { target: 'channels', share: 0.5, steps: 200 }],
] as const)(
  '%s: with a loss of identity, pictures that are of the wanted kind already are learned from, too',
  async (kind, params) => {
    /** What generator A to B of a run makes of pictures that are B. */
    const madeOfB = async (id: string): Promise<Uint8Array> => {
      await worker.client.request('run/open', { id });
      const trainer: TaskTrainer | undefined = worker.context.run?.session.trainer;
      const values = trainer?.picturesFor?.('generatorBA', 8) ?? new Float32Array();
      const pixels = Uint8Array.from(values, (value) => Math.round(127.5 * (value + 1)));
      const images = { count: 8, height: 28, width: 28, channels: 1, pixels };
      return (await worker.client.request('samples/translate', { network: 'generatorAB', images })).pixels;
    };
    const farFromTeacher = async (identityWeight: number): Promise<number> => {
      const id = await trained({ ...CYCLE, 'task.identityWeight': identityWeight });
      const taught = await madeOfB(id);
      const learned = await madeOfB((await make(`cycle-gan-${kind}`, params)).run.id);
      return taught.reduce((sum, value, i) => sum + Math.abs(value - learned[i]), 0) / taught.length;
    };
    expect(await farFromTeacher(5)).toBeLessThan(0.9 * (await farFromTeacher(0)));
  },
);

it('prunes channels and weights, then trains for integers; widths, zeros and ranges hold in the runs that come of it', async () => {
  const id = await trained(CYCLE);
  const channels = await make('cycle-gan-prune', { target: 'channels', share: 0.25, steps: 6 });
  expect(channels.after.multiplyAdds).toBeLessThan(0.85 * channels.before.multiplyAdds);
  await trainsOn(channels.run.id, 1);
  const weights = await make('cycle-gan-prune', { target: 'weights', share: 0.5, steps: 6 });
  expect(weights.after.zeroShare).toBeGreaterThan(0.45);
  await trainsOn(weights.run.id, 3);
  const kept = await worker.client.request('model/variant', {
    ...{ run: weights.run.id, base: id, variant: 'float32', samples: 2 },
  });
  expect(kept.zeroShare).toBeCloseTo(weights.after.zeroShare, 6);
  const aware = await make('cycle-gan-quantize-aware', { weightBits: '8', steps: 4 });
  const opened = await worker.client.request('run/open', { id: aware.run.id });
  expect(opened.step).toBe(aware.run.step);
  const { compression } = worker.context.run?.session.identity ?? {};
  expect(compression?.notes).toEqual([
    ...['25 % of the channels pruned', '50 % of the weights pruned', 'trained through 8-bit weights'],
  ]);
  const integers = await worker.client.request('model/variant', {
    ...{ run: aware.run.id, base: id, variant: 'int8', samples: 2 },
  });
  expect(integers.generatorLoss).toBeGreaterThan(0);
  const { proof } = await worker.client.request('model/export', {
    ...{ exporter: 'c', variant: 'int8', network: 'generatorBA', calibration: 'min-max' },
  });
  expect(proof.meanDifference).toBeLessThan(proof.meanBound);
  const file = await (await worker.context.store()).load(aware.run.id);
  checkRunFits(file);
});

it.each([
  ['cycle-gan', CYCLE, ['as trained', 'smaller', 'and back', 'right answer']],
  ['pair-translation', { task: 'pair-translation', ...SMALL }, ['as trained', 'smaller', 'original']],
  [
    'style-student',
    {
      ...{ task: 'style-student', steps: 2, 'task.width': 8, 'task.blocks': 1 },
      ...{ 'task.encoder': 'random-features', 'dataset.side': '32', 'dataset.size': 16 },
    },
    null,
  ],
] as const)(
  '%s: pruned ones and those for integers show what they make beside what was made before',
  async (task, pairs, named) => {
    const id = await trained({ ...pairs, sampleEvery: 4 });
    const taught = await nowOf();
    for (const [kind, params] of [
      ['prune', { target: 'channels', share: 0.5, steps: 12 }],
      ['quantize-aware', { weightBits: '4', steps: 12 }],
    ] as const) {
      await worker.client.request('run/open', { id });
      const { made, moments } = await watched(`${task}-${kind}`, params);
      expect(moments.map(({ frame }) => frame.step)).toEqual([0, 4, 8, 12]);
      const columns = moments.map((moment) => columnsOf(moment)[0]);
      if (named) expect([...columns[0].keys()].slice(-named.length)).toEqual(named);
      // The teacher stands still, and the smaller one moves.
      const [before] = [...taught[0].values()].slice(task === 'style-student' ? 2 : 1);
      for (const column of columns) expect(column.get('as trained')).toEqual(before);
      expect(columns[3].get('smaller')).not.toEqual(columns[0].get('smaller'));
      if (kind !== 'prune') continue;
      // It begins as it was, and ends as the run that comes of it.
      expect(columns[0].get('smaller')).toEqual(before);
      await worker.client.request('run/open', { id: made.run.id });
      const after = [...(await nowOf())[0].values()][task === 'style-student' ? 2 : 1];
      expect(columns[3].get('smaller')).toEqual(after);
    }
  },
);

it.each([
  ['distill', { studentWidth: 0.5, steps: 40 }],
  ['prune', { target: 'channels', share: 0.25, steps: 60 }],
  ['quantize-aware', { weightBits: '8', steps: 30 }],
] as const)(
  '%s of a translator of pairs, paused and resumed, ends at the same bits',
  async (kind, params) => {
    const id = await trained({ task: 'pair-translation', ...SMALL });
    const task = `pair-translation-${kind}`;
    const whole = await make(task, params);
    await worker.client.request('run/open', { id: whole.run.id });
    const wanted = await worker.context.run?.session.trainer.read();
    await worker.client.request('run/open', { id });
    let asked: Promise<unknown> | null = null;
    const paused = worker.client.request(
      'model/make',
      { task, params },
      {
        onProgress(what) {
          if (what.startsWith('Step')) asked ??= worker.client.request('model/pause', {});
        },
      },
    );
    await expect(paused).rejects.toMatchObject({ name: 'UnfinishedRunError' });
    await asked;
    const { runs } = await worker.client.request('runs/list', {});
    const unfinished = runs.find(({ config }) => config.task === task);
    if (!unfinished) throw new TypeError('nothing was kept');
    const store = await worker.context.store();
    checkRunFits(await store.load(unfinished.id));
    const { run } = await worker.client.request('model/resume', { id: unfinished.id });
    await worker.client.request('run/open', { id: run.id });
    expect(await worker.context.run?.session.trainer.read()).toEqual(wanted);
  },
);

it('makes students of a style smaller, with the style picture that their run has', async () => {
  const id = await trained({
    ...{ task: 'style-student', steps: 2, 'task.width': 8, 'task.blocks': 1 },
    ...{ 'task.encoder': 'random-features', 'dataset.side': '32', 'dataset.size': 16 },
  });
  const style = (await worker.context.run?.session.trainer.read())?.tensors.find(({ name }) =>
    name.startsWith('styles/'),
  );
  const student = await make('style-student-distill', { studentWidth: 0.5, steps: 4 });
  expect(student.after.multiplyAdds).toBeLessThan(0.4 * student.before.multiplyAdds);
  const aware = await make('style-student-quantize-aware', { weightBits: '8', steps: 2 });
  expect(await loss(aware.run.id, id)).toBeGreaterThan(0);
  await worker.client.request('run/open', { id: student.run.id });
  const state = await worker.context.run?.session.trainer.read();
  expect(state?.tensors.find(({ name }) => name.startsWith('styles/'))).toEqual(style);
});
