// Operations of the layer kinds on WebGPU and WebGL against plain JavaScript: results, first and second gradients.
import '@tensorflow/tfjs-backend-cpu';
import { backend, getBackend, setBackend, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationCases, type OperationCase } from '../../testing/operationCases';
import { expectReplays, normalTensor, tensorsOf } from '../../testing/operationNumbers';
import { webglBackend } from '../backends/webgl';
import { webgpuBackend } from '../backends/webgpu';
import { GanvasGpuBackend, GpuStepRecorder } from '../gpu';

const named = operationCases.map((one) => [one.name, one] as const);
/** One of each, the last by the first word: WebGL compiles every shape anew, and its operations are stock ones. */
const oneOfEach = [...new Map(operationCases.map((one) => [one.name.split(' ')[0], one])).values()].map(
  (one) => [one.name, one] as const,
);

async function numbersOn(name: string, of: OperationCase): Promise<Float32Array[]> {
  await setBackend(name);
  expect(getBackend()).toBe(name);
  const results = tidy(() => tensorsOf(of, of.shapes.map(normalTensor)));
  const values = await Promise.all(results.map(async (t) => Float32Array.from(await t.data())));
  for (const t of results) t.dispose();
  return values;
}

describe.each([webgpuBackend, webglBackend])('$id', ({ id, open }) => {
  const problems: string[] = [];
  let close: (() => void) | undefined;
  beforeAll(async () => {
    close = (await open({ threads: 1, insist: true, onLost: (reason) => problems.push(reason) })).close;
  });
  afterAll(() => {
    close?.();
    expect(problems).toEqual([]);
  });

  it.each(id === 'webgl' ? oneOfEach : named)('%s', async (_, of) => {
    const [reference, ours] = [await numbersOn('cpu', of), await numbersOn(id, of)];
    expect(ours.length).toBe(reference.length);
    for (const [i, expected] of reference.entries()) {
      const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      const worst = expected.reduce((most, value, j) => Math.max(most, Math.abs(value - ours[i][j])), 0);
      expect(ours[i].length).toBe(expected.length);
      expect(worst / scale, `result ${i}`).toBeLessThan(2e-4);
    }
  });

  if (id !== 'webgpu') return;
  it.each(named)('%s is replayed', async (_, of) => {
    await setBackend(id);
    const active = backend();
    if (!(active instanceof GanvasGpuBackend)) throw new TypeError('WebGPU is not active.');
    await expectReplays(of, new GpuStepRecorder(active));
  });
});
