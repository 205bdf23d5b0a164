import { expect, it } from 'vitest';
import { logLine } from './history';

it('prints the line of the application note', () => {
  const point = {
    step: 3,
    seconds: 1,
    values: { dLoss: 0.356288, gLoss: 0.921926, accuracyReal: 0.8125, accuracyFake: 0.84375 },
  };
  expect(logLine(point)).toBe('3 [D loss: 0.356288, acc.: 82.81%] [G loss: 0.921926]');
  expect(logLine(point, 3)).toBe('3 [D loss: 0.356, acc.: 83%] [G loss: 0.922]');
});
