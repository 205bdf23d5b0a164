// What tfjs and the CPU engine cost per kernel call on tiny tensors, in microseconds: `npx tsx bench/simdDispatch.ts`.
// Not a benchmark of arithmetic: the tensors are too small to matter.
import * as tf from '@tensorflow/tfjs-core';
import { registerSimdBackend, SIMD_BACKEND } from '../src/engine/simd/register';
import { loadTestModule } from '../src/testing/simdModule';

const ROUNDS = 60;
const CALLS = 400;

/** Microseconds per call of one operation whose result is disposed at once. */
function measure(run: () => tf.Tensor): number {
  const start = performance.now();
  for (let call = 0; call < CALLS; call++) run().dispose();
  return ((performance.now() - start) * 1000) / CALLS;
}

async function main(): Promise<void> {
  const module = await loadTestModule({ threads: 1 });
  registerSimdBackend(module);
  await tf.setBackend(SIMD_BACKEND);
  const x = tf.randomNormal([4, 6], 0, 1, 'float32', 7);
  const row = tf.randomNormal([6], 0, 1, 'float32', 8);
  const operations: Record<string, () => tf.Tensor> = {
    relu: () => tf.relu(x),
    'add same shape': () => tf.add(x, x),
    'mul broadcast row': () => tf.mul(x, row),
    'sum leading axis': () => tf.sum(x, 0),
    'mean all': () => tf.mean(x),
    reshape: () => tf.reshape(x, [6, 4]),
    transpose: () => tf.transpose(x),
    slice: () => tf.slice(x, [1, 2], [2, 3]),
    'concat two': () => tf.concat([x, x], 1),
    pad: () =>
      tf.pad(x, [
        [1, 1],
        [0, 2],
      ]),
    cast: () => tf.cast(x, 'int32'),
    'zeros like': () => tf.zerosLike(x),
  };
  const times = new Map(Object.keys(operations).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(operations)) times.get(name)?.push(measure(run));
  }
  console.log('microseconds per call       best   median');
  for (const [name, all] of times) {
    all.sort((a, b) => a - b);
    const [best = NaN] = all;
    const median = all[ROUNDS >> 1] ?? NaN;
    console.log(`${name.padEnd(22)} ${best.toFixed(2).padStart(9)} ${median.toFixed(2).padStart(8)}`);
  }
  module.dispose();
}

await main();
