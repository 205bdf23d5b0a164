import '@tensorflow/tfjs-backend-cpu';
import { memory, mul, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { Measurer } from '../training/measuring/measurer';
import { RunSession } from '../training/session';
import { Trainer } from '../training/trainer';
import { tinyDataset, tinyParts } from '../testing/tinyRun';
import { closeRun, createContext, type WorkerContext } from './context';
import { until } from '../testing/until';

beforeAll(() => setBackend('cpu'));

/** A worker whose run has taken a step and was saved there, and the steps at which it is saved. */
async function openRun(): Promise<{ context: WorkerContext; session: RunSession<Trainer>; saved: number[] }> {
  const saved: number[] = [];
  const nothing = (): void => undefined;
  const trainer = new Trainer(tinyParts());
  const session = new RunSession({ id: 'r', name: 'Run', createdAt: 1, parent: null }, trainer, {
    changed: nothing,
    history: nothing,
    samples: nothing,
    memory: nothing,
    measured: nothing,
    measureFailed: nothing,
    health: nothing,
    save: async ({ step }) => void saved.push(step),
    saveFailed: (error) => expect.fail(String(error)),
  });
  const measurer = new Measurer({
    trainer: () => session.trainer,
    dataset: tinyDataset,
    loadHeldOut: () => Promise.resolve(null),
    openEvaluator: () => Promise.reject(new Error('nothing is measured here')),
  });
  await session.stepOnce();
  const context = createContext(nothing);
  context.run = {
    kind: 'gan',
    session,
    dataset: tinyDataset,
    measurer,
    plane: null,
    lock: { id: 'r', exclusive: true, release: nothing },
  };
  return { context, session, saved };
}

it('keeps what was not saved when a run closes, and gives its tensors back', async () => {
  const before = memory().numTensors;
  const { context, session, saved } = await openRun();
  session.keptStep = null;
  await closeRun(context, false);
  expect(saved).toEqual([1, 1]);
  expect(memory().numTensors).toBe(before);
});

it('leaves the last save as it is when a run closes that failed', async () => {
  const { context, session, saved } = await openRun();
  const [weight] = session.trainer.generatorAdam.parameters;
  weight?.assign(mul(weight, NaN));
  session.set({ steps: 400 });
  session.play();
  await until('the end of the run', () => !session.isPlaying);
  expect(session.hasFailed).toBe(true);
  expect(session.step).toBeGreaterThan(1);
  await closeRun(context, false);
  expect(saved).toEqual([1]);
});
