import { setBackend } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { readKernelFile, spawnNodeHelper } from '../../testing/simdModule';
import { chooseThreads, fewestAsQuick, threadCounts } from './chooseThreads';
import type { HelperHandle } from './helper';
import { loadSimdModule, type SimdModule } from './module';
import { registerSimdBackend, SIMD_BACKEND } from './register';

const open: SimdModule[] = [];
afterEach(() => {
  for (const module of open.splice(0)) module.dispose();
});

it('tries all threads, half of them and so on, down to one', () => {
  expect(threadCounts(8)).toEqual([8, 4, 2, 1]);
  expect(threadCounts(6)).toEqual([6, 3, 1]);
  expect(threadCounts(1)).toEqual([1]);
});

it('takes the fewest threads that are as quick as any', () => {
  const timed = (...ms: number[]) => ms.map((medianMs, at) => ({ threads: 8 >> at, medianMs }));
  expect(fewestAsQuick(timed(1, 2, 4, 8))).toBe(8);
  expect(fewestAsQuick(timed(1.96, 2, 4, 8))).toBe(4);
  expect(fewestAsQuick(timed(9, 9, 5, 4))).toBe(1);
});

describe('chooseThreads', () => {
  /** A clock by which one timing takes so long on so many threads. */
  const clockOf = (module: SimdModule, ms: Readonly<Partial<Record<number, number>>>) => {
    let time = 0;
    return () => (time += ms[module.threads] ?? 0);
  };

  it.each([
    { most: 4, ms: { 4: 9, 2: 5, 1: 8 }, chosen: 2 },
    { most: 4, ms: { 4: 2, 2: 3, 1: 5 }, chosen: 4 },
    { most: 3, ms: { 3: 9, 1: 5 }, chosen: 1 },
  ])('leaves $chosen of $most threads where those are quickest', async ({ most, ms, chosen }) => {
    const helpers: HelperHandle[] = [];
    const module = await loadSimdModule({
      threads: most,
      readBytes: readKernelFile,
      spawnHelper: (init) => {
        const helper = spawnNodeHelper(init);
        helpers.push(helper);
        return helper;
      },
    });
    open.push(module);
    registerSimdBackend(module);
    await setBackend(SIMD_BACKEND);
    chooseThreads(module, clockOf(module, ms));
    expect(module.threads).toBe(chosen);
    await Promise.all(helpers.slice(chosen - 1).map(({ gone }) => gone));
    // They are not missed, and those that remain do every task once.
    const out = module.heap.malloc(400);
    module.heap.i32(out, 100).fill(0);
    for (let round = 0; round < 200; round++) module.run('poolCount', out, 100);
    expect([...module.heap.i32(out, 100)]).toEqual(Array.from({ length: 100 }, (_, i) => 200 * (i + 1)));
  });
});
