import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor2d, tidy, type Tensor2D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultParams } from '../core/paramSpec';
import type { LossDefinition } from './define';
import { hinge } from './hinge';
import { losses } from './index';
import { leastSquares } from './leastSquares';
import { nonSaturating } from './nonSaturating';
import { relativisticR1R2 } from './relativisticR1R2';
import { saturating } from './saturating';
import { wganClipping } from './wganClipping';
import { wganGp } from './wganGp';

beforeAll(() => setBackend('cpu'));

const column = (...values: number[]) => tensor2d(values, [values.length, 1]);
const value = (compute: () => ReturnType<typeof nonSaturating.generator>): number =>
  tidy(compute).dataSync()[0];
/** For losses that do not compare. */
const noReal = (): Tensor2D => {
  throw new Error('Asked for real images.');
};
const logSigmoid = (x: number): number => -Math.log(1 + Math.exp(-x));

describe('non-saturating', () => {
  const params = { labelSmoothing: 0 };
  it('is the mean cross-entropy of both batches', () => {
    const d = value(() => nonSaturating.discriminator(column(2, -1), column(0.5, -3), params));
    const expected = (-(logSigmoid(2) + logSigmoid(-1)) / 2 - (logSigmoid(-0.5) + logSigmoid(3)) / 2) / 2;
    expect(d).toBeCloseTo(expected, 5);
    expect(value(() => nonSaturating.generator(column(0.5, -3), params, noReal))).toBeCloseTo(
      -(logSigmoid(0.5) + logSigmoid(-3)) / 2,
      5,
    );
  });

  it('smooths the real label only', () => {
    const smooth = value(() => nonSaturating.discriminator(column(2), column(1), { labelSmoothing: 0.1 }));
    const real = -0.9 * logSigmoid(2) - 0.1 * logSigmoid(-2);
    expect(smooth).toBeCloseTo((real - logSigmoid(-1)) / 2, 5);
  });

  it('stays finite for very sure networks', () => {
    expect(value(() => nonSaturating.discriminator(column(1e4), column(-1e4), params))).toBeCloseTo(0, 6);
    expect(value(() => nonSaturating.generator(column(-1e4), params, noReal))).toBeCloseTo(1e4, 0);
  });
});

it('least squares measures the distance to the targets', () => {
  expect(value(() => leastSquares.discriminator(column(2, 1), column(0, 2), {}))).toBeCloseTo(
    (0.5 + 2) / 2,
    6,
  );
  expect(value(() => leastSquares.generator(column(0, 3), {}, noReal))).toBeCloseTo(2.5, 6);
});

describe.each(losses.map((l) => [l.id, l] as const))('%s', (_, loss) => {
  it('says truly what it does to the discriminator', () => {
    expect(loss.penalty !== undefined).toBe(loss.differentiatesTwice === true);
    expect(loss.weightBound !== undefined).toBe(loss.boundsWeights === true);
  });

  it('is smaller for a discriminator that is right, and for a generator that fools it', () => {
    const params = defaultParams(loss.params);
    const right = value(() => loss.discriminator(column(1), column(0), params));
    const wrong = value(() => loss.discriminator(column(-1), column(2), params));
    expect(right).toBeLessThan(wrong);
    const real = () => column(0.5);
    expect(value(() => loss.generator(column(1), params, real))).toBeLessThan(
      value(() => loss.generator(column(-1), params, real)),
    );
  });
});

describe('formulas', () => {
  const real = [2, -0.5];
  const fake = [0.3, 1.5];
  const softplus = (x: number): number => Math.log1p(Math.exp(x));
  const meanOf = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const d = (loss: LossDefinition) =>
    value(() => loss.discriminator(column(...real), column(...fake), defaultParams(loss.params)));
  const g = (loss: LossDefinition) =>
    value(() => loss.generator(column(...fake), defaultParams(loss.params), () => column(...real)));

  it('saturating: the generator descends on log(1 - D)', () => {
    expect(d(saturating)).toBeCloseTo(d(nonSaturating), 6);
    expect(g(saturating)).toBeCloseTo(-meanOf(fake.map(softplus)), 6);
  });

  it('hinge: nothing beyond the margin', () => {
    const hinges = meanOf(real.map((x) => Math.max(0, 1 - x))) + meanOf(fake.map((x) => Math.max(0, 1 + x)));
    expect(d(hinge)).toBeCloseTo(hinges / 2, 6);
    expect(g(hinge)).toBeCloseTo(-meanOf(fake), 6);
  });

  it.each([wganGp, wganClipping])('$id: the difference of mean scores', (loss) => {
    expect(d(loss)).toBeCloseTo(meanOf(fake) - meanOf(real), 6);
    expect(g(loss)).toBeCloseTo(-meanOf(fake), 6);
  });

  it('relativistic: each fake against the real image beside it', () => {
    expect(d(relativisticR1R2)).toBeCloseTo(meanOf(real.map((r, i) => softplus(fake[i] - r))), 6);
    expect(g(relativisticR1R2)).toBeCloseTo(meanOf(real.map((r, i) => softplus(r - fake[i]))), 6);
  });
});
