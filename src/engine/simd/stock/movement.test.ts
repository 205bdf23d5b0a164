import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeSimd, expectAgreement, openSimd, sample, sampleInts } from '../../../testing/simdAgreement';

beforeAll(async () => void (await openSimd()));
afterAll(closeSimd);

/** The same movement of float32, int32 and bool elements. */
const everyType = (shape: number[], move: (x: tf.Tensor) => tf.Tensor | tf.Tensor[]) => {
  expectAgreement(() => move(sample(shape)));
  expectAgreement(() => move(sampleInts(shape, -50, 50)));
  expectAgreement(() => move(sample(shape).greater(0)));
};

describe('moving elements', () => {
  it('transposes', () => {
    const cases: [number[], number[]][] = [
      [[5], [0]],
      [
        [5, 7],
        [1, 0],
      ],
      [
        [33, 70],
        [1, 0],
      ],
      [
        [4, 8],
        [1, 0],
      ],
      [
        [2, 3, 5],
        [2, 0, 1],
      ],
      [
        [2, 3, 5],
        [0, 2, 1],
      ],
      [
        [2, 3, 5],
        [1, 0, 2],
      ],
      [
        [3, 4, 5, 6],
        [0, 3, 1, 2],
      ],
      [
        [3, 4, 5, 6],
        [3, 2, 1, 0],
      ],
      [
        [3, 4, 5, 6],
        [2, 1, 0, 3],
      ],
      [
        [2, 3, 1, 4, 3],
        [4, 1, 2, 0, 3],
      ],
      [
        [2, 3, 2, 2, 3, 2],
        [5, 0, 4, 1, 3, 2],
      ],
      [
        [0, 4],
        [1, 0],
      ],
    ];
    for (const [shape, order] of cases) everyType(shape, (x) => tf.transpose(x, order));
  });

  it('reshapes and fills', () => {
    everyType([3, 4], (x) => x.reshape([2, -1]));
    everyType([3, 4], (x) => [x.expandDims(1), x.expandDims(-1), x.clone()]);
    expectAgreement(() => [
      tf.fill([3, 5], 2.5),
      tf.fill([7], 3, 'int32'),
      tf.zeros([5]),
      tf.ones([3], 'bool'),
    ]);
    expectAgreement(() => [tf.range(0, 7, 2), tf.linspace(0, 1, 5), tf.range(5, 0, -1, 'int32'), tf.eye(4)]);
  });

  it('slices', () => {
    everyType([9], (x) => tf.slice(x, [2], [5]));
    everyType([5, 7], (x) => [tf.slice(x, [1, 2], [3, 4]), tf.slice(x, [0, 3], [5, 1]), tf.slice(x, [2])]);
    everyType([4, 5, 6], (x) => tf.slice(x, [1, 0, 2], [-1, 5, 3]));
    everyType([2, 3, 4, 5], (x) => tf.slice(x, [0, 1, 1, 2], [2, 2, 3, 3]));
    everyType([3, 3], (x) => tf.slice(x, [1, 1], [0, 2]));
    everyType([5, 8], (x) => [
      tf.stridedSlice(x, [0, 1], [5, 8], [2, 3]),
      tf.stridedSlice(x, [4, 7], [0, 0], [-1, -2]),
      tf.stridedSlice(x, [1, 1], [4, 6], [1, 1]),
    ]);
  });

  it('shrinks an axis of a strided slice (stock cpu reads the wrong elements there)', () => {
    const taken = tf.tidy(() => {
      const x = tf.range(0, 40).reshape([5, 8]);
      return tf.stridedSlice(x, [1, 0], [2, 4], [1, 2], 0, 0, 0, 0, 1).arraySync();
    });
    expect(taken).toEqual([8, 10]);
  });

  it('joins and splits', () => {
    everyType([3, 4], (x) => [tf.concat([x, x], 0), tf.concat([x, x, x], 1), tf.concat([x, x], -1)]);
    everyType([2, 3, 5], (x) => tf.concat([x, tf.slice(x, [0, 1, 0], [2, 1, 5]), x], 1));
    expectAgreement(() => tf.concat([sample([0, 3]), sample([2, 3])], 0));
    everyType([2, 3], (x) => [tf.stack([x, x]), tf.stack([x, x], 1), tf.stack([x, x], 2)]);
    everyType([4, 6], (x) => [...tf.unstack(x, 0), ...tf.unstack(x, 1)]);
    everyType([4, 6], (x) => [...tf.split(x, 2, 1), ...tf.split(x, [1, 2, -1], 0), ...tf.split(x, 4, 0)]);
  });

  it('pads, tiles, mirrors and reverses', () => {
    everyType([3, 5], (x) =>
      tf.pad(x, [
        [1, 2],
        [0, 3],
      ]),
    );
    expectAgreement(() =>
      tf.pad(
        sample([2, 3, 4]),
        [
          [1, 0],
          [0, 2],
          [3, 1],
        ],
        -1.5,
      ),
    );
    expectAgreement(() =>
      tf.pad(sample([1, 3, 4, 2]), [
        [0, 0],
        [1, 1],
        [2, 1],
        [0, 0],
      ]),
    );
    for (const mode of ['reflect', 'symmetric'] as const) {
      everyType([3, 5], (x) =>
        tf.mirrorPad(
          x,
          [
            [1, 2],
            [2, 2],
          ],
          mode,
        ),
      );
      expectAgreement(() =>
        tf.mirrorPad(
          sample([1, 4, 5, 3]),
          [
            [0, 0],
            [2, 1],
            [1, 3],
            [0, 0],
          ],
          mode,
        ),
      );
    }
    everyType([3], (x) => tf.tile(x, [4]));
    everyType([3, 5], (x) => [tf.tile(x, [2, 3]), tf.tile(x, [1, 2]), tf.tile(x, [3, 1])]);
    everyType([1, 3, 1, 5], (x) => tf.tile(x, [2, 1, 3, 2]));
    everyType([1, 2, 1, 2, 1], (x) => tf.tile(x, [2, 2, 2, 2, 2]));
    everyType([3, 1], (x) => tf.broadcastTo(x, [2, 3, 4]));
    everyType([3, 4, 5], (x) => [tf.reverse(x), tf.reverse(x, 1), tf.reverse(x, [0, -1])]);
  });

  it('rearranges blocks', () => {
    expectAgreement(() => tf.depthToSpace(sample([2, 3, 2, 12]).as4D(2, 3, 2, 12), 2, 'NHWC'));
    expectAgreement(() =>
      tf.spaceToBatchND(
        sample([2, 4, 6, 3]),
        [2, 3],
        [
          [0, 0],
          [0, 0],
        ],
      ),
    );
    expectAgreement(() =>
      tf.spaceToBatchND(
        sample([1, 3, 5, 2]),
        [2, 2],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    );
    expectAgreement(() =>
      tf.batchToSpaceND(
        sample([12, 2, 2, 3]),
        [2, 3],
        [
          [0, 0],
          [0, 0],
        ],
      ),
    );
    expectAgreement(() =>
      tf.batchToSpaceND(
        sample([4, 2, 3, 2]),
        [2, 2],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    );
  });

  it('gathers, scatters and counts by index', () => {
    const rows = () => tf.tensor1d([4, 0, 4, 2], 'int32');
    everyType([5, 3], (x) => tf.gather(x, rows()));
    everyType([2, 5, 3], (x) => tf.gather(x, rows(), 1));
    everyType([2, 3, 5], (x) => tf.gather(x, rows().reshape([2, 2]), -1));
    expectAgreement(() =>
      tf.gather(
        sample([2, 5, 3]),
        tf.tensor2d(
          [
            [1, 2, 0],
            [4, 4, 1],
          ],
          [2, 3],
          'int32',
        ),
        1,
        1,
      ),
    );
    expect(() => tf.gather(sample([3, 2]), [3])).toThrow(/not in \[0, 2\]/);
    for (const shape of [[7], [7, 3], [7, 70]]) {
      const ids = () => tf.tensor1d([0, 2, 1, 2, 5, 0, 2], 'int32');
      expectAgreement(() => tf.unsortedSegmentSum(sample(shape), ids(), 4));
    }
    expectAgreement(() => tf.oneHot(tf.tensor1d([1, 0, 3, 9], 'int32'), 4));
    expectAgreement(() =>
      tf.oneHot(
        tf.tensor2d(
          [
            [1, 0],
            [2, 2],
          ],
          [2, 2],
          'int32',
        ),
        3,
        0.9,
        0.1,
        'float32',
      ),
    );
    expectAgreement(() =>
      tf.gatherND(
        sample([3, 4]),
        tf.tensor2d(
          [
            [0, 1],
            [2, 3],
          ],
          [2, 2],
          'int32',
        ),
      ),
    );
    expectAgreement(() => tf.scatterND(tf.tensor2d([[1], [3]], [2, 1], 'int32'), sample([2, 4]), [5, 4]));
    expectAgreement(() => Object.values(tf.topk(sample([3, 7]), 3)));
  });

  it('sums products by equation and accumulates', () => {
    expectAgreement(() => tf.einsum('ij,jk->ik', sample([3, 4]), sample([4, 5], 2)), 1e-5);
    expectAgreement(() => tf.einsum('bij,bkj->bik', sample([2, 3, 4]), sample([2, 5, 4], 2)), 1e-5);
    expectAgreement(() => [tf.cumsum(sample([3, 5]), 1), tf.cumsum(sample([3, 5]), 0, true, true)]);
    expectAgreement(() =>
      tf.multinomial(
        tf.tensor2d([
          [0.2, 0.8],
          [0.5, 0.5],
        ]),
        6,
        3,
        true,
      ),
    );
  });
});
