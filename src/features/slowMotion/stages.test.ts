// Stages of a step: all seven, or those of the one update that is made; and scores in words.
import { expect, it } from 'vitest';
import { meanScore, realnessOf, shareAbove, stagesOf } from './stages';

const ids = (learns: Parameters<typeof stagesOf>[0]) => stagesOf(learns).map(({ id }) => id);

it('takes a step apart in the order in which it is taken', () => {
  expect(ids('both')).toEqual([
    ...['noise', 'fakes', 'judgeReal', 'judgeFake', 'learnD'],
    ...['judgeForged', 'learnG'],
  ]);
  expect(ids('generator')).toEqual(['judgeForged', 'learnG']);
  expect(ids('discriminator')).not.toContain('learnG');
});

it('reads scores against the border', () => {
  expect(shareAbove([0.2, 0.8], 0.5)).toBe(0.5);
  expect(shareAbove([], 0)).toBe(0);
  expect(realnessOf(0.5, 0.5)).toBe(0.5);
  expect(meanScore([1, 3])).toBe(2);
});
