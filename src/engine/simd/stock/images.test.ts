import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeSimd, expectAgreement, openSimd, sample } from '../../../testing/simdAgreement';

beforeAll(async () => void (await openSimd()));
afterAll(closeSimd);

const image = (shape: [number, number, number, number], seed = 1): tf.Tensor4D =>
  sample(shape, seed).as4D(...shape);

describe('pooling', () => {
  const cases: [
    [number, number, number, number],
    [number, number],
    [number, number],
    'same' | 'valid' | number,
  ][] = [
    [[2, 6, 6, 5], [2, 2], [2, 2], 'valid'],
    [[1, 7, 5, 3], [3, 2], [2, 1], 'valid'],
    [[2, 5, 7, 8], [3, 3], [1, 2], 'same'],
    [[1, 6, 6, 37], [3, 3], [2, 2], 1],
    [[1, 4, 4, 1], [1, 1], [1, 1], 'same'],
  ];
  it.each(cases)('%j window %j strides %j padding %s', (shape, window, strides, pad) => {
    expectAgreement(() => [
      tf.maxPool(image(shape), window, strides, pad),
      tf.avgPool(image(shape), window, strides, pad),
    ]);
    expectAgreement(
      () =>
        tf.grad((x: tf.Tensor) =>
          tf
            .maxPool(x.as4D(...shape), window, strides, pad)
            .square()
            .sum(),
        )(image(shape)),
      1e-5,
    );
    if (pad === 'valid') {
      expectAgreement(
        () =>
          tf.grad((x: tf.Tensor) =>
            tf
              .avgPool(x.as4D(...shape), window, strides, pad)
              .square()
              .sum(),
          )(image(shape)),
        1e-5,
      );
    }
  });

  it('differentiates the average at padded borders', () => {
    const shape: [number, number, number, number] = [1, 3, 3, 1];
    const loss = (x: tf.Tensor) =>
      tf
        .avgPool(x.as4D(...shape), 3, 1, 'same')
        .square()
        .sum();
    const slopes = tf.tidy(() => tf.grad(loss)(image(shape)).dataSync());
    slopes.forEach((slope, i) => {
      const step = 1e-2;
      const difference = tf.tidy(() => {
        const unit = tf.oneHot(tf.scalar(i, 'int32'), 9, step, 0, 'float32').reshape(shape);
        return (
          loss(image(shape).add(unit))
            .sub(loss(image(shape).sub(unit)))
            .dataSync()[0] ?? NaN
        );
      });
      expect(slope).toBeCloseTo(difference / (2 * step), 3);
    });
  });
});

describe('resizing', () => {
  const sizes: [[number, number, number, number], [number, number]][] = [
    [
      [2, 3, 5, 4],
      [6, 10],
    ],
    [
      [1, 4, 4, 3],
      [7, 5],
    ],
    [
      [1, 8, 6, 5],
      [4, 3],
    ],
    [
      [2, 5, 5, 1],
      [1, 9],
    ],
  ];
  it.each(sizes)('%j to %j', (shape, size) => {
    for (const [align, half] of [
      [false, false],
      [true, false],
      [false, true],
    ]) {
      expectAgreement(() => [
        tf.image.resizeNearestNeighbor(image(shape), size, align, half),
        tf.image.resizeBilinear(image(shape), size, align, half),
      ]);
    }
    for (const align of [false, true]) {
      const weights = () => image([shape[0], size[0], size[1], shape[3]], 5);
      const nearest = (x: tf.Tensor) =>
        tf.image
          .resizeNearestNeighbor(x.as4D(...shape), size, align)
          .mul(weights())
          .sum();
      const linear = (x: tf.Tensor) =>
        tf.image
          .resizeBilinear(x.as4D(...shape), size, align)
          .mul(weights())
          .sum();
      // stock reads the wrong rows of later images of a batch, and returns the wrong shape unless images are square
      if (shape[0] === 1) expectAgreement(() => tf.grad(nearest)(image(shape)), 1e-5);
      if (shape[1] === shape[2]) expectAgreement(() => tf.grad(linear)(image(shape)), 1e-5);
    }
  });

  it.each([
    ['bilinear with half-pixel centres', tf.image.resizeBilinear, false, true],
    ['bilinear', tf.image.resizeBilinear, false, false],
    ['nearest', tf.image.resizeNearestNeighbor, false, false],
  ] as const)('the gradient of %s is the transposed map', (_, resize, align, half) => {
    const [b, h, w, c] = [3, 3, 4, 2];
    const [along, across] = tf.tidy(() => {
      const dy = image([b, 5, 9, c], 3);
      const forward = (x: tf.Tensor) => resize(x.as4D(b, h, w, c), [5, 9], align, half);
      const dx = tf.grad((x: tf.Tensor) => forward(x).mul(dy).sum())(image([b, h, w, c]));
      expect(dx.shape).toEqual([b, h, w, c]);
      const probe = image([b, h, w, c], 9);
      return [probe.mul(dx).sum().arraySync(), forward(probe).mul(dy).sum().arraySync()];
    });
    expect(along).toBeCloseTo(Number(across), 3);
  });
});

describe('batch normalization with given moments', () => {
  it('scales and shifts per channel, and in every other layout', () => {
    for (const channels of [1, 3, 8, 13]) {
      const x = () => sample([2, 3, 4, channels]).as4D(2, 3, 4, channels);
      const vector = (seed: number) => sample([channels], seed).as1D();
      const variance = () => vector(3).abs().add(0.1).as1D();
      expectAgreement(() => tf.batchNorm4d(x(), vector(2), variance(), vector(4), vector(5), 1e-3), 1e-5);
      expectAgreement(() => tf.batchNorm4d(x(), vector(2), variance()), 1e-5);
      expectAgreement(
        () =>
          tf.grad((z: tf.Tensor) =>
            tf.batchNorm(z, vector(2), variance(), vector(4), vector(5)).square().sum(),
          )(x()),
        1e-4,
      );
    }
    expectAgreement(
      () => tf.batchNorm(sample([4, 5]), sample([4, 5], 2), sample([4, 5], 3).abs().add(0.1)),
      1e-5,
    );
  });
});
