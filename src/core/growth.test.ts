import { expect, it } from 'vitest';
import { growthAt, halvings, partNumber, partOf, stepsToGrow } from './growth';

it.each([
  [28, 2],
  [32, 3],
  [48, 3],
  [64, 4],
  [96, 4],
  [30, 1],
  [4, 0],
])('begins %i pixels after %i halvings', (side, times) => {
  expect(halvings([side, side, 3])).toBe(times);
});

it('fades each size in, then learns it by itself, and ends with the largest', () => {
  const plan = { stages: 3, fadeSteps: 4, stageSteps: 2 };
  const said = Array.from({ length: 14 }, (_, i) => {
    const { stage, fading, share } = growthAt(plan, i + 1);
    return `${stage}${fading ? ` ${share}` : ''}`;
  });
  const fading = (stage: number) => [0.25, 0.5, 0.75, 1].map((share) => `${stage} ${share}`);
  expect(said).toEqual(['0', '0', ...fading(1), '1', '1', ...fading(2), '2', '2']);
  expect(growthAt(plan, stepsToGrow(plan))).toMatchObject({ stage: 2, fading: true });
  expect(growthAt(plan, stepsToGrow(plan) + 1)).toEqual({ stage: 2, fading: false, share: 1 });
});

it('adds a size at once where nothing is faded', () => {
  const plan = { stages: 2, fadeSteps: 0, stageSteps: 3 };
  expect([3, 4].map((step) => growthAt(plan, step))).toEqual([
    { stage: 0, fading: false, share: 1 },
    { stage: 1, fading: false, share: 1 },
  ]);
});

it('writes parts as numbers and reads them back', () => {
  const parts = [0, 1, 2, 3, 4].map((number) => partOf(number, 3));
  expect(parts.map((part) => part && partNumber(part))).toEqual([0, 1, 2, 3, 4]);
  expect([-1, 5, 0.5, NaN].map((number) => partOf(number, 3))).toEqual([null, null, null, null]);
});
