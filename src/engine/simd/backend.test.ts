import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it } from 'vitest';
import { UnsupportedTensorError } from './backend';
import { simdBackend, SIMD_BACKEND } from './register';
import { closeSimd, openSimd, sample, sampleInts } from '../../testing/simdAgreement';

afterEach(closeSimd);

describe('storage', () => {
  it('keeps values and types, reading them back as tfjs does', async () => {
    await openSimd();
    expect(await tf.tensor1d([1.5, -2, 3]).data()).toEqual(Float32Array.of(1.5, -2, 3));
    expect(tf.tensor1d([1, -2, 3], 'int32').dataSync()).toEqual(Int32Array.of(1, -2, 3));
    expect(tf.tensor1d([true, false, true]).dataSync()).toEqual(Uint8Array.of(1, 0, 1));
    expect(tf.tensor1d(['a', 'bc']).dataSync()).toEqual(['a', 'bc']);
    expect(tf.tensor1d(['a', 'bc']).reshape([2, 1]).arraySync()).toEqual([['a'], ['bc']]);
    expect(() => tf.complex([1], [2])).toThrow();
    expect(() => simdBackend().makeOutput([1], 'complex64')).toThrow(UnsupportedTensorError);
  });

  it('hands out copies, not views', async () => {
    await openSimd();
    const x = tf.tensor1d([1, 2, 3, 4]);
    const values = x.dataSync();
    values[0] = 99;
    expect(x.dataSync()[0]).toBe(1);
  });

  it('frees the block with the last tensor over it', async () => {
    const { module } = await openSimd();
    const before = module.heap.used;
    const x = sample([100]);
    const held = module.heap.used;
    expect(held).toBeGreaterThan(before);
    const clone = x.clone();
    const shaped = x.reshape([10, 10]);
    expect(module.heap.used).toBe(held);
    expect(simdBackend().refCount(x.dataId)).toBe(3);
    x.dispose();
    clone.dispose();
    expect(module.heap.used).toBe(held);
    expect(shaped.dataSync()).toHaveLength(100);
    shaped.dispose();
    expect(module.heap.used).toBe(before);
    expect(simdBackend().numDataIds()).toBe(0);
  });

  it('reports exact bytes', async () => {
    await openSimd();
    const x = tf.zeros([1024]);
    const info = simdBackend().memory();
    expect(info.unreliable).toBe(false);
    expect(info.bytesInUse).toBe(4096);
    x.dispose();
    expect(simdBackend().memory()).toMatchObject({ bytesInUse: 0, peakBytes: 4096 });
  });

  it('takes tensors over from another backend and gives them back', async () => {
    await openSimd();
    await tf.setBackend('cpu');
    const x = tf.tensor1d([1, 2, 3]);
    await tf.setBackend(SIMD_BACKEND);
    const y = x.mul(2);
    expect(y.dataSync()).toEqual(Float32Array.of(2, 4, 6));
    await tf.setBackend('cpu');
    expect(y.add(1).dataSync()).toEqual(Float32Array.of(3, 5, 7));
  });

  it('grows beyond its first pages', async () => {
    await openSimd();
    const sum = tf.tidy(() => {
      const parts = Array.from({ length: 12 }, (_, i) => tf.fill([1 << 20], i));
      return tf.addN(parts).max().arraySync();
    });
    expect(sum).toBe(66);
    expect(simdBackend().memory().bytesInUse).toBeLessThan(1 << 20);
  });

  it('can be closed and opened again', async () => {
    await openSimd();
    await openSimd();
    expect(tf.scalar(3).square().arraySync()).toBe(9);
  });
});

/** Large enough to be split between threads, in sizes that no vector or block divides. */
const LARGE: Record<string, () => tf.Tensor | tf.Tensor[]> = {
  elementwise: () =>
    sample([61, 997])
      .mul(sample([997], 2))
      .add(sample([61, 1], 3))
      .tanh(),
  types: () => [sample([70001]).greater(0), sampleInts([70001], -9, 9).toFloat(), tf.fill([50003], 0.5)],
  reductions: () => {
    const x = sample([700, 131]);
    return [
      x.sum(),
      x.sum(0),
      x.mean(1),
      x.max(0),
      x.min(1),
      x.argMax(0),
      x.argMin(1),
      x.square().mean([0, 1]),
    ];
  },
  moments: () => Object.values(tf.moments(sample([8, 37, 29, 19]), [0, 1, 2])),
  softmax: () => tf.softmax(sample([3001, 11])),
  movement: () => {
    const x = sample([301, 173]);
    return [
      x.transpose(),
      x.pad([
        [1, 2],
        [3, 0],
      ]),
      x.tile([1, 2]),
      x.reverse(1),
      tf.concat([x, x], 1),
    ];
  },
  rows: () => {
    const ids = sampleInts([5000], 0, 301).as1D();
    const rows = tf.gather(sample([301, 67]), ids);
    return [rows, tf.unsortedSegmentSum(rows, ids, 301)];
  },
  images: () => {
    const x = sample([5, 24, 26, 37]).as4D(5, 24, 26, 37);
    const loss = (z: tf.Tensor) =>
      tf
        .maxPool(z.as4D(5, 24, 26, 37), 3, 2, 'same')
        .square()
        .sum();
    const up = (z: tf.Tensor) =>
      tf.image
        .resizeBilinear(z.as4D(5, 24, 26, 37), [31, 40])
        .square()
        .sum();
    return [tf.avgPool(x, 3, 1, 'same'), tf.grad(loss)(x), tf.grad(up)(x)];
  },
};

/** Every result's bytes, under its name. */
function bytesOf(makers: typeof LARGE): Map<string, Buffer> {
  const all = new Map<string, Buffer>();
  for (const [name, make] of Object.entries(makers)) {
    tf.tidy(() =>
      [make()].flat().forEach((y, i) => {
        const values = y.dataSync();
        all.set(`${name} ${i}`, Buffer.from(values.buffer, values.byteOffset, values.byteLength));
      }),
    );
  }
  return all;
}

const different = (a: Map<string, Buffer>, b: Map<string, Buffer>): string[] =>
  [...a].flatMap(([name, bytes]) => (b.get(name)?.equals(bytes) ? [] : [name]));

describe('large tensors', () => {
  it('come out with the same bits on any number of threads and in both builds', async () => {
    await openSimd({ relaxed: 'on', threads: 1 });
    const alone = bytesOf(LARGE);
    expect(alone.size).toBeGreaterThan(20);
    for (const relaxed of ['on', 'off'] as const) {
      for (const threads of [1, 2, 5]) {
        await openSimd({ relaxed, threads });
        expect(simdBackend().module.threads).toBe(threads);
        expect(different(alone, bytesOf(LARGE)), `${relaxed} ${threads}`).toEqual([]);
      }
    }
  });
});
