// Rows of a list exchanged with new ones: by the CPU engine's kernel and by products, against a plain list, on any number of
// threads, and in replays.
import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend, tensor2d, variable, zeros, type Tensor2D } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { stepInput } from '../recording';
import { SimdStepRecorder } from '../simd/recorder';
import { SIMD_BACKEND, simdBackend } from '../simd/register';
import { hasKernel } from './kernel';
import { exchangeRows, type RowExchange } from './rowExchange';

const ROWS = 5;
/** Three tasks of the kernel, the last one of 7 columns. */
const COLUMNS = 4103;

/** The first steps fill the list; then a row replaces one that has come in the same step, one stays and one is not shown. */
const STEPS: readonly RowExchange[] = [
  { shown: Int32Array.of(-1, -2, -3), placed: Int32Array.of(0, 1, 2, -1, -1) },
  { shown: Int32Array.of(-1, -2, 1), placed: Int32Array.of(-1, 2, -1, 0, 1) },
  { shown: Int32Array.of(3, -1, -3), placed: Int32Array.of(-1, -1, -1, 1, -1) },
  { shown: Int32Array.of(-1, -2, -3), placed: new Int32Array(ROWS).fill(-1) },
  { shown: Int32Array.of(4, 0, 4), placed: Int32Array.of(2, -1, -1, -1, 0) },
];
const freshOf = (step: number): Float32Array => normalArray(3 * COLUMNS, step + 1);

/** What a plain list shows and holds; rows are moved to new ones by their difference, which rounds. */
function plain(): { readonly shown: number[][]; readonly held: number[] } {
  let held = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => 0));
  const shown = STEPS.map((step, at) => {
    const fresh = [0, 1, 2].map((i) => [...freshOf(at).subarray(i * COLUMNS, (i + 1) * COLUMNS)]);
    const out = [...step.shown].flatMap((place) => (place < 0 ? fresh[-1 - place] : held[place]));
    held = held.map((row, i) => {
      const next = step.placed[i] < 0 ? row : fresh[step.placed[i]];
      return row.map((before, j) => Math.fround(Math.fround(next[j] - before) + before));
    });
    return out;
  });
  return { shown, held: held.flat() };
}

describe.each([
  ['the kernel on one thread', SIMD_BACKEND, 1],
  ['the kernel on three threads', SIMD_BACKEND, 3],
  ['products', 'cpu', 1],
] as const)('%s', (_, backend, threads) => {
  afterEach(closeSimd);

  it('shows and holds what a plain list does, and keeps nothing', async () => {
    await openSimd({ threads });
    await setBackend(backend);
    expect(hasKernel('GanvasRowExchange')).toBe(backend === SIMD_BACKEND);
    const held = variable(zeros([ROWS, COLUMNS]), false);
    const before = memory().numTensors;
    const expected = plain();
    for (const [at, step] of STEPS.entries()) {
      const fresh = tensor2d(freshOf(at), [3, COLUMNS]);
      const shown = exchangeRows(held, fresh, () => step);
      expect([...shown.dataSync()]).toEqual(expected.shown[at]);
      shown.dispose();
      fresh.dispose();
    }
    expect([...held.dataSync()]).toEqual(expected.held);
    expect(memory().numTensors).toBe(before);
    held.dispose();
  });
});

it('is replayed with what each step draws', async () => {
  await openSimd({ threads: 2 });
  await setBackend(SIMD_BACKEND);
  const held = variable(zeros([ROWS, COLUMNS]), false);
  let at = 0;
  const step = (): Tensor2D => {
    const fresh = stepInput([3, COLUMNS], (values) => values.set(freshOf(at)));
    const shown = exchangeRows(held, fresh.as2D(3, COLUMNS), () => STEPS[at]);
    fresh.dispose();
    return shown;
  };
  const expected = plain();
  const { result, recorded } = new SimdStepRecorder(simdBackend()).record(step, [held]);
  expect([...result.dataSync()]).toEqual(expected.shown[0]);
  result.dispose();
  for (at = 1; at < STEPS.length; at++) {
    const shown = recorded?.replay();
    expect([...(shown?.dataSync() ?? [])]).toEqual(expected.shown[at]);
    shown?.dispose();
  }
  expect([...held.dataSync()]).toEqual(expected.held);
  recorded?.dispose();
  held.dispose();
  await closeSimd();
});
