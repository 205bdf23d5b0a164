// The same training steps on every backend that this browser has: equal numbers, and equal to plain JavaScript.
import { afterEach, expect, it } from 'vitest';
import { backends } from '../engine/backends';
import { openEngine, type Engine } from '../engine/openEngine';
import type { BackendId } from '../protocol';
import { tinyParts } from '../testing/tinyRun';
import { readTensors } from './snapshot';
import { Trainer } from './trainer';

/** Enough that a backend which records steps replays some: one plain, two recorded, the rest replayed. */
const STEPS = 6;
let engine: Engine | undefined;

async function trainOn(
  backend: BackendId,
): Promise<{ reports: number[]; weights: Map<string, Float32Array>; replayed: boolean } | string> {
  const problems: string[] = [];
  // One thread: tests run on the page's main thread, which may not wait for helpers. The worker's threads are in e2e.
  engine = await openEngine({ choice: backend, threads: 1, onLost: (reason) => problems.push(reason) });
  const skipped = engine.report.skipped.find((s) => s.backend === backend);
  if (skipped) return skipped.reason;
  const trainer = new Trainer(tinyParts());
  const reports: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const report = trainer.step(step);
    reports.push(...(await report.data()));
    report.dispose();
  }
  const tensors = await readTensors(trainer);
  const replayed = trainer.isReplaying;
  trainer.dispose();
  expect(problems).toEqual([]);
  return { reports, replayed, weights: new Map(tensors.map((t) => [t.name, t.values])) };
}

afterEach(() => engine?.running.close());

const others = backends.map((b) => b.id).filter((id) => id !== 'cpu');

it.each(others)('%s trains as plain JavaScript does', async (backend) => {
  const reference = await trainOn('cpu');
  engine?.running.close();
  const result = await trainOn(backend);
  if (typeof reference === 'string') throw new Error(reference);
  if (typeof result === 'string') {
    // Tests run in a browser that has every device, computed by software.
    throw new Error(`${backend}: ${result}`);
  }
  expect(result.replayed).toBe(backend !== 'webgl');
  for (const [i, value] of reference.reports.entries()) expect(result.reports[i]).toBeCloseTo(value, 4);
  for (const [name, values] of reference.weights) {
    const other = result.weights.get(name) ?? new Float32Array();
    const worst = Math.max(...values.map((v, i) => Math.abs(v - other[i])));
    expect(worst, name).toBeLessThan(1e-4);
  }
});
