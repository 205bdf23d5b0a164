// Questions to a service worker that answers, falls silent in the middle, or never speaks.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KeptState, PageAnswer } from '../core/keptPage';
import { askKeeper, type Keeper } from './askKeeper';

/** A port pair that hands messages over at once, whatever the timers are. */
class Port {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  other: Port | null = null;
  postMessage(data: unknown): void {
    this.other?.onmessage?.({ data });
  }
  close(): void {
    if (this.other) this.other.other = null;
    this.other = null;
  }
}
class Channel {
  readonly port1 = new Port();
  readonly port2 = new Port();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MessageChannel', Channel);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const at = (keptBytes: number): KeptState => ({ keptBytes, allBytes: 100 });

/** @param answers what it says to each question: a list of [after milliseconds, answer] */
function keeper(
  ...answers: (readonly (readonly [number, PageAnswer])[])[]
): Keeper & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    postMessage(question, [port]) {
      asked.push(question);
      for (const [ms, answer] of answers[asked.length - 1] ?? [])
        setTimeout(() => port instanceof Port && port.postMessage(answer), ms);
    },
  };
}

it('gives the answer, with the progress before it', async () => {
  const told: KeptState[] = [];
  const one = keeper([
    [1, { now: at(40) }],
    [2, { done: at(100) }],
  ]);
  const answer = askKeeper(one, 'fetch all', (now) => told.push(now));
  await vi.advanceTimersByTimeAsync(2);
  expect(await answer).toEqual(at(100));
  expect(told).toEqual([at(40)]);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(one.asked).toEqual(['fetch all']);
});

it('waits for one that is slow but alive', async () => {
  const beats = Array.from({ length: 60 }, (_, i) => [5000 * (i + 1), { alive: true }] as const);
  const one = keeper([...beats, [301_000, { done: at(100) }]]);
  const answer = askKeeper(one, 'fetch all', () => undefined);
  await vi.advanceTimersByTimeAsync(301_000);
  expect(await answer).toEqual(at(100));
  expect(one.asked).toHaveLength(1);
});

it('asks one that ended in the middle again, which goes on', async () => {
  const one = keeper([[1, { now: at(40) }]], [[1, { done: at(100) }]]);
  const answer = askKeeper(one, 'fetch all', () => undefined);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(one.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10);
  expect(await answer).toEqual(at(100));
  expect(one.asked).toEqual(['fetch all', 'fetch all']);
});

it('says what to do where it never speaks, and passes on what failed', async () => {
  const mute = keeper();
  const silent = expect(askKeeper(mute, 'fetch all', () => undefined)).rejects.toThrow(
    'the browser ended what keeps the page. What came is kept; press the button again to go on.',
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await silent;
  expect(mute.asked).toHaveLength(3);
  const failing = expect(
    askKeeper(keeper([[1, { failed: 'no room' }]]), 'state', () => undefined),
  ).rejects.toThrow('no room');
  await vi.advanceTimersByTimeAsync(1);
  await failing;
});
