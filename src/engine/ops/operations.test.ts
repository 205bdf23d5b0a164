// Operations of the layer kinds on the CPU engine against plain JavaScript, and first and second gradients of both against
// finite differences. What plain JavaScript computes is compared with references in reference.test.ts.
import '@tensorflow/tfjs-backend-cpu';
import { engine, memory, setBackend, tidy, variable, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSlopes } from '../../testing/finiteDifferences';
import { operationCases, type OperationCase } from '../../testing/operationCases';
import { expectReplays, normalTensor, penaltyOf, scoreOf, tensorsOf } from '../../testing/operationNumbers';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { SimdStepRecorder } from '../simd/recorder';
import { SIMD_BACKEND, simdBackend } from '../simd/register';

/** Enough elements that some are the largest of a window, or not cut off. */
const differences = { h: 3e-3, elements: 9 };

const named = operationCases.map((one) => [one.name, one] as const);

const evaluate = (of: OperationCase): Float32Array[] =>
  tidy(() => tensorsOf(of, of.shapes.map(normalTensor)).map((t) => Float32Array.from(t.dataSync())));

async function expectGradients(of: OperationCase): Promise<void> {
  const before = memory().numTensors;
  const variables = tidy(() => of.shapes.map((shape, i) => variable(normalTensor(shape, i))));
  const named = (gradients: readonly Tensor[]) =>
    variables.map((v, i) => ({ name: `input ${i}`, variable: v, gradient: gradients[i] }));
  const first = engine().gradients(() => scoreOf(of, variables), variables, undefined, true);
  await expectSlopes(() => scoreOf(of, variables), named(first.grads), differences);
  const second = engine().gradients(() => penaltyOf(of, variables), variables, undefined, true);
  const moved = named(second.grads).filter(({ gradient }) => gradient);
  await expectSlopes(() => penaltyOf(of, variables), moved, differences);
  for (const t of [first.value, ...first.grads, second.value, ...moved.map(({ gradient }) => gradient)])
    t.dispose();
  for (const v of variables) v.dispose();
  expect(memory().numTensors).toBe(before);
}

describe.each([
  ['relaxed', 1],
  ['plain', 3],
] as const)('CPU engine, %s SIMD, %i threads', (simd, threads) => {
  beforeAll(() => openSimd({ relaxed: simd === 'plain' ? 'off' : 'on', threads }));
  afterAll(closeSimd);

  it.each(named)('%s', async (_, of) => {
    await setBackend('cpu');
    const expected = evaluate(of);
    await setBackend(SIMD_BACKEND);
    simdBackend().fallbackCalls.clear();
    const actual = evaluate(of);
    expect([...simdBackend().fallbackCalls.keys()], 'stock cpu kernels called').toEqual([]);
    for (const [i, values] of expected.entries()) {
      const scale = Math.max(1, ...values.map(Math.abs));
      const worst = Math.max(...values.map((v, j) => Math.abs(v - actual[i][j])));
      expect(actual[i].length).toBe(values.length);
      expect(worst / scale, `result ${i}`).toBeLessThan(2e-5);
    }
    await expectGradients(of);
  });

  it.each(named)('%s is replayed', async (_, of) => {
    await setBackend(SIMD_BACKEND);
    await expectReplays(of, new SimdStepRecorder(simdBackend()));
  });
});

describe('plain JavaScript', () => {
  it.each(named)('%s', async (_, of) => {
    await setBackend('cpu');
    await expectGradients(of);
  });
});
