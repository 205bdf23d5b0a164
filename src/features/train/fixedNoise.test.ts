import { expect, it } from 'vitest';
import { fixedLatents } from '../../training/streams';
import { fixedNoise } from './fixedNoise';

it('is the noise that training draws the timeline from', () => {
  expect(fixedNoise(42, 5, 12)).toEqual(fixedLatents(42, 5, 12));
});
