// The judge of pictures in colour: the same numbers as the encoder's own maps, larger pictures at a fraction, and what it is called
// where it is not to be had.
import { readFile } from 'node:fs/promises';
import { avgPool, memory, mean, mul, randomUniform, tidy, type Rank } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENCODER_EVALUATOR, isJudgedAtRandom } from '../../core/measures';
import { resolveNetwork } from '../../core/network';
import { Encoder } from '../../encoders/encoder';
import { ganvasEncoder } from '../../encoders/ganvasEncoder';
import { openEncoderWeights } from '../../encoders/openEncoder';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { ENCODER_FEATURES, encoderJudge, openEncoderEvaluator } from './encoderEvaluator';
import { openJudge } from './openJudge';

const read = async (name: string): Promise<Uint8Array> =>
  Uint8Array.from(await readFile(new URL(`../../../public/models/${name}`, import.meta.url)));
const lost = () => Promise.reject(new Error('status 404'));

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

describe('openEncoderEvaluator', () => {
  it('gives the means of the encoder’s maps, scaled by powers of two, in handfuls of any number', async () => {
    const before = memory().numTensors;
    const evaluator = await openEncoderEvaluator([32, 32, 3], read);
    const layers = ['conv1_2', 'conv2_2', 'conv3_2'];
    const weights = await openEncoderWeights(ganvasEncoder, read);
    const encoder = new Encoder(ganvasEncoder, weights, [32, 32], 'max', layers);
    const images = randomUniform([33, 32, 32, 3], -1, 1, 'float32', 7);
    const { features, probabilities } = await evaluator.evaluate(images);
    expect([features.length, probabilities.length]).toEqual([33 * ENCODER_FEATURES, 0]);
    let place = 0;
    for (const [i, scale] of [8, 16, 16].entries()) {
      const wanted = tidy(() => mul(mean(encoder.features(images)[i], [1, 2]), scale));
      const [, filters] = wanted.shape;
      const values = await wanted.data();
      wanted.dispose();
      const found = Float32Array.from(values, (_, at) => {
        const row = Math.floor(at / filters);
        return features[row * ENCODER_FEATURES + place + (at % filters)];
      });
      for (const [at, value] of found.entries()) expect(value).toBeCloseTo(values[at], 4);
      place += filters;
    }
    for (const one of [images, encoder, evaluator]) one.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('sees pictures of twice the size as their means over squares of two', async () => {
    const [large, small] = [
      await openEncoderEvaluator([64, 64, 3], read),
      await openEncoderEvaluator([32, 32, 3], read),
    ];
    const images = randomUniform<Rank.R4>([4, 64, 64, 3], -1, 1, 'float32', 8);
    const halves = avgPool(images, 2, 2, 'valid');
    const [seen, wanted] = [await large.evaluate(images), await small.evaluate(halves)];
    for (const [i, value] of seen.features.entries()) expect(value).toBeCloseTo(wanted.features[i], 4);
    for (const one of [images, halves, large, small]) one.dispose();
  });

  it.each([
    [16, 16],
    [48, 48],
    [64, 32],
    [96, 32],
    [128, 32],
    [100, 33],
  ])('sees pictures of %i pixels a side at %i', (side, seen) => {
    const first = resolveNetwork(encoderJudge([side, side, 3])).find(({ name }) => name === 'conv1_1');
    expect(first?.input).toEqual([seen, seen, 3]);
  });
});

describe('openJudge', () => {
  it('takes the feature network for pictures in colour that no classifier knows', async () => {
    const own = await openJudge('image-folder', [32, 32, 3], read);
    expect(own).toMatchObject({ label: ENCODER_EVALUATOR, size: ENCODER_FEATURES, classNames: [] });
    own.dispose();
  });

  it('leaves grey pictures, digits and points to whom they belong', async () => {
    for (const [dataset, shape, label] of [
      ['image-folder', [32, 32, 1], /^fixed random features$/],
      ['mnist', [28, 28, 1], /^classifier trained on MNIST/],
      ['points-ring', [1, 1, 2], /^distances in the plane/],
    ] as const) {
      const evaluator = await openJudge(dataset, shape, read);
      expect(evaluator.label).toMatch(label);
      evaluator.dispose();
    }
  });

  it('says why it is random features where the files are missing', async () => {
    const evaluator = await openJudge('image-folder', [32, 32, 3], lost);
    expect(evaluator.label).toBe(
      `fixed random features (${ENCODER_EVALUATOR} could not be loaded: status 404)`,
    );
    expect(isJudgedAtRandom({ evaluator: evaluator.label })).toBe(true);
    evaluator.dispose();
  });
});
