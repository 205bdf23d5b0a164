// Backends compared by their steps in a real browser, whose graphics devices are computed by software: the CPU engine is
// faster there, and it must show in the measurement, not in the devices' names.
import { afterEach, expect, it } from 'vitest';
import { backends } from '../engine/backends';
import type { BackendDefinition } from '../engine/backends/define';
import { openEngine, type Engine } from '../engine/openEngine';
import { tinyParts } from '../testing/tinyRun';
import { standInImages, stepMilliseconds } from './stepTime';

let engine: Engine | undefined;
afterEach(() => engine?.running.close());

/** Taken although they are software. */
const accepted = backends.map((backend): BackendDefinition => ({
  ...backend,
  open: (options) => backend.open({ ...options, insist: true }),
}));
const parts = { ...tinyParts(), dataset: standInImages([4, 4, 1], null) };

it('the CPU engine wins against software WebGL and WebGPU, and they are closed', async () => {
  const lost: string[] = [];
  const options = { choice: 'auto', threads: 1, onLost: (reason: string) => lost.push(reason) } as const;
  const measure = () => stepMilliseconds(parts);
  engine = await openEngine({ ...options, candidates: accepted, measure });
  const { report } = engine;
  expect(report.skipped).toEqual([]);
  expect(report.backend).toBe('wasm');
  expect(report.stepTimes.map((t) => t.backend).toSorted()).toEqual(['wasm', 'webgl', 'webgpu']);
  const [own, second] = report.stepTimes;
  expect(own.backend).toBe('wasm');
  expect(second.milliseconds).toBeGreaterThan(own.milliseconds);
  expect(report.why).toMatch(/^The fastest here .* CPU engine .* ms/);

  // What runs now is the winner, and what was measured is taken at its word.
  expect(await measure()).toBeLessThan(second.milliseconds);
  engine.running.close();
  const { description, stepTimes } = report;
  const never = () => Promise.reject(new Error('measured again'));
  engine = await openEngine({
    ...options,
    candidates: accepted,
    measure: never,
    measured: { description, stepTimes },
  });
  expect(engine.report).toMatchObject({ backend: 'wasm', stepTimes });
  expect(lost).toEqual([]);
});
