// @vitest-environment happy-dom
// What is kept of the lessons where two tabs are open, and what a press to begin anew takes away.
import { beforeEach, expect, it } from 'vitest';
import { useNoticesStore } from '../../stores/noticesStore';
import { withStores } from '../../testing/withStores';
import { keptProgress } from './keptProgress';
import { useProgressStore } from './progressStore';

beforeEach(() => localStorage.clear());

it('keeps what two tabs write, each of its lesson', () => {
  const [one, other] = [withStores(), withStores()].map(({ run }) => run(useProgressStore));
  one.writeNotes('copying', 'mine');
  other.writeNotes('balance', 'too');
  one.writeNotes('copying', 'mine still');
  expect(keptProgress()).toEqual({
    copying: { goals: {}, notes: 'mine still' },
    balance: { goals: {}, notes: 'too' },
  });
  const event = { key: 'ganvas-lessons', newValue: JSON.stringify({ labels: { goals: {}, notes: 'hi' } }) };
  window.dispatchEvent(new StorageEvent('storage', event));
  expect(one.of('labels').notes).toBe('hi');
});

it('gives back what was begun anew by mistake', () => {
  const { run } = withStores();
  const [progress, notices] = run(() => [useProgressStore(), useNoticesStore()] as const);
  progress.forget('copying');
  expect(notices.list).toEqual([]);
  progress.writeNotes('copying', 'much');
  progress.forget('copying');
  expect(keptProgress()).toEqual({});
  notices.list.at(-1)?.action?.act();
  expect(keptProgress()).toEqual({ copying: { goals: {}, notes: 'much' } });
});
