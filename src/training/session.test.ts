import '@tensorflow/tfjs-backend-cpu';
import { memory, mul, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { HealthNote, MeasurePoint } from '../core/measures';
import { reduceRunState, type RunState } from '../core/runState';
import { tinyParts } from '../testing/tinyRun';
import { RunFailedError, RunSession } from './session';
import type { SessionOutlets } from './sessionOutlets';
import { Trainer } from './trainer';
import { until } from '../testing/until';

beforeAll(() => setBackend('cpu'));

const identity = { id: 'r', name: 'Run', createdAt: 1, parent: null };

/** A session with everything that it says collected. */
function open(changes: Record<string, unknown> = {}, outlets: Partial<SessionOutlets> = {}) {
  const said = {
    state: { status: 'idle' } as RunState,
    points: 0,
    frames: [] as number[],
    saved: [] as RunSnapshot[],
    failures: 0,
    measures: [] as MeasurePoint[],
    health: [] as HealthNote[],
  };
  const session = new RunSession(identity, new Trainer(tinyParts({ sampleEvery: 3, ...changes })), {
    changed: (transition) => (said.state = reduceRunState(said.state, transition)),
    history: (points) => (said.points += points.length),
    samples: (frame) => said.frames.push(frame.step),
    memory: () => undefined,
    measureFailed: () => said.failures++,
    measured: (point) => said.measures.push(point),
    health: (notes) => said.health.push(...notes),
    save: async (snapshot) => void said.saved.push(snapshot),
    saveFailed: () => said.failures++,
    ...outlets,
  });
  return { session, said };
}

const finished = async (session: RunSession): Promise<void> => {
  session.play();
  await until('the end of the run', () => !session.isPlaying);
};

describe('RunSession', () => {
  it('runs to its budget, logging every step, sampling on time and saving at the end', async () => {
    const { session, said } = open({ steps: 7 });
    await finished(session);
    expect(said.state).toEqual({ status: 'done', step: 7 });
    expect(said.points).toBe(7);
    expect(session.history.map((p) => p.step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(said.frames).toEqual([0, 3, 6, 7]);
    expect(said.saved.at(-1)?.step).toBe(7);
    expect(session.history.every((p, i) => i === 0 || p.seconds >= session.history[i - 1].seconds)).toBe(
      true,
    );
    await session.dispose();
  });

  it('pauses after the step at hand, steps once, and plays on', async () => {
    const { session, said } = open({ steps: 50 });
    session.play();
    await session.pause();
    expect(said.state.status).toBe('paused');
    const at = session.step;
    await session.stepOnce();
    expect(session.step).toBe(at + 1);
    await finished(session);
    expect(session.step).toBe(50);
    await session.dispose();
  });

  it('resumes from a snapshot with the very losses of a run that never stopped', async () => {
    const whole = open({ steps: 8 });
    await finished(whole.session);

    const first = open({ steps: 4 });
    await finished(first.session);
    const snapshot = structuredClone(first.said.saved.at(-1));
    if (!snapshot) throw new Error('nothing was saved');
    const second = open({ steps: 8 });
    second.session.restore(snapshot);
    await finished(second.session);

    const losses = (s: RunSession) => s.history.map(({ step, values }) => ({ step, values }));
    expect(losses(second.session)).toEqual(losses(whole.session));
    expect(second.session.timeline.at(-1)?.images.pixels).toEqual(
      whole.session.timeline.at(-1)?.images.pixels,
    );
    for (const { session } of [whole, first, second]) await session.dispose();
  });

  it('goes on when saving fails, and says so', async () => {
    const { session, said } = open(
      { steps: 3 },
      {
        save: () => Promise.reject(new Error('disk full')),
      },
    );
    await finished(session);
    expect(said.state.status).toBe('done');
    expect(said.failures).toBe(1);
    expect(session.keptStep).toBeNull();
    await session.dispose();
  });

  it('stops with the reason when the losses leave the numbers, keeping the last save', async () => {
    const { session, said } = open({ steps: 400, learningRateG: 0.1, learningRateD: 0.1 });
    await session.stepOnce();
    for (const weight of session.trainer.generatorAdam.parameters) weight.assign(mul(weight, NaN));
    await finished(session);
    expect(said.state).toMatchObject({
      status: 'failed',
      error: { name: 'TrainingDivergedError' },
      keptStep: 1,
    });
    // Nothing that it holds since is kept or trained on.
    await expect(session.snapshot()).rejects.toThrow(RunFailedError);
    session.play();
    expect(session.isPlaying).toBe(false);
    expect(said.saved.map(({ step }) => step)).toEqual([1]);
    await session.dispose();
  });

  it('takes live settings from the next step on', async () => {
    const { session } = open({ steps: 3 });
    await session.stepOnce();
    session.set({ dSteps: 4, steps: 2 });
    await finished(session);
    expect(session.trainer.discriminatorAdam.updates).toBe(1 + 4);
    await session.dispose();
  });

  it('gives every tensor back', async () => {
    const before = memory().numTensors;
    const { session } = open({ steps: 5 });
    await finished(session);
    await session.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
