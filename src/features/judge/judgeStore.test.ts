import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_DATASET } from '../../core/runConfig';
import type { RunTransition } from '../../core/runState';
import { withStores } from '../../testing/withStores';
import { STEPS_AT_A_TIME, useJudgeStore } from './judgeStore';

async function openStore() {
  const setting = withStores();
  const judge = setting.run(useJudgeStore);
  await vi.advanceTimersByTimeAsync(1);
  const [worker] = setting.workers;
  const asked = () => worker.received.map(({ kind }) => kind).filter((kind) => kind.startsWith('classifier'));
  const changed = (transition: RunTransition): void =>
    worker.post({ kind: 'run/changed', runId: judge.opened?.run.id ?? '', transition });
  return { judge, worker, asked, changed };
}

const settle = () => vi.advanceTimersByTimeAsync(5);

describe('useJudgeStore', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('opens, learns, and tells one that was interrupted from one that is done', async () => {
    const { judge, asked, changed } = await openStore();
    const learning = judge.learn(DEFAULT_DATASET);
    expect(judge.status).toBe('loading');
    await settle();
    await learning;
    changed({ kind: 'run', step: 0 });
    expect([judge.status, judge.goal, judge.isUnfinished]).toEqual(['learning', STEPS_AT_A_TIME, false]);
    changed({ kind: 'pause', step: 7 });
    expect([judge.status, judge.isUnfinished]).toEqual(['paused', true]);
    changed({ kind: 'finish', step: STEPS_AT_A_TIME });
    expect([judge.status, judge.isUnfinished]).toEqual(['paused', false]);
    expect(asked()).toEqual(['classifier/open', 'classifier/play']);
  });

  it('keeps the accuracies by step, the last word of each', async () => {
    const { judge, worker } = await openStore();
    const opening = judge.open(DEFAULT_DATASET);
    await settle();
    await opening;
    const runId = judge.opened?.run.id ?? '';
    const moment = { predicted: new Uint8Array(20), certainty: new Float32Array(20) };
    for (const [step, accuracy] of [
      [5, 0.4],
      [5, 0.5],
    ])
      worker.post({ kind: 'classifier/moment', runId, moment: { ...moment, step, accuracy } });
    expect(judge.accuracies).toEqual([
      { step: 0, accuracy: 0.1 },
      { step: 5, accuracy: 0.5 },
    ]);
  });

  it('closes with a failure and with being forgotten', async () => {
    const { judge, asked, changed } = await openStore();
    const opening = judge.open(DEFAULT_DATASET);
    await settle();
    await opening;
    changed({ kind: 'fail', error: { name: 'Error', message: 'no', hint: '' }, keptStep: null });
    expect(judge.status).toBe('closed');
    const again = judge.open(DEFAULT_DATASET);
    await settle();
    await again;
    const forgetting = judge.forget();
    await settle();
    await forgetting;
    expect(judge.status).toBe('closed');
    expect(asked().at(-1)).toBe('classifier/forget');
  });
});
