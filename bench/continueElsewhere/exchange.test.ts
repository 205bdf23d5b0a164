// What a step exchanges, counted by hand on small networks, and what that takes.
import { expect, it } from 'vitest';
import { chain } from '../../src/core/network';
import { exchangeSeconds, overCable, reductionCost, stepExchange } from './exchange';

const generator = chain(
  'generator',
  [3],
  [
    { kind: 'dense', units: 4 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'dense', units: 2 },
  ],
);
const discriminator = chain(
  'discriminator',
  [2],
  [
    { kind: 'dense', units: 5 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'dense', units: 1 },
  ],
);

it('counts gradients, and statistics forwards and backwards', () => {
  const [ofG, ofD] = [4 * (3 * 4 + 4 + 2 * 4 + 4 * 2 + 2), 4 * (2 * 5 + 5 + 2 * 5 + 5 + 1)];
  expect(stepExchange({ generator, discriminator }, 1, false)).toEqual({
    ...{ reductions: 4, bytes: ofG + ofD + 28, gradientBytes: ofG + ofD },
  });
  const { reductions, bytes, gradientBytes } = stepExchange({ generator, discriminator }, 2, true);
  // Two fakes without gradient, one generator update; real and fake twice, and the fakes of the generator's update.
  expect(reductions).toBe(5 + 2 * (2 + 2) + 2 * (2 * 4 + 2));
  expect(bytes).toBe(gradientBytes + 28 + 8 * 4 * 4 + 8 * 5 * 10);
  expect(gradientBytes).toBe(ofG + 2 * ofD);
});

it('tells what a message costs from what its bytes cost', () => {
  const cost = reductionCost({ bytes: 1000, seconds: 0.001 }, { bytes: 1_001_000, seconds: 0.011 });
  expect(cost.bytesPerSecond).toBeCloseTo(1e8);
  expect(cost.seconds).toBeCloseTo(0.00099, 6);
  expect(exchangeSeconds({ reductions: 2, bytes: 1e6 }, cost)).toBeCloseTo(0.01198, 6);
  const ring = overCable(4, { bytesPerSecond: 1.2e8, turnSeconds: 1e-4 });
  expect(ring.bytesPerSecond).toBeCloseTo(8e7);
  expect(ring.seconds).toBeCloseTo(6e-4);
});
