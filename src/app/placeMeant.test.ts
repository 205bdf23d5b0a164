import { expect, it } from 'vitest';
import { placeMeant } from './placeMeant';

it.each([
  ['/train', '/train'],
  ['/train/', '/train'],
  ['/TRAIN', '/train'],
  ['/trian', '/train'],
  ['/Translate/', '/translate'],
  ['/lessons', '/lessons'],
  ['', '/train'],
  ['/', '/train'],
  ['/nothing/like/it', '/train'],
])('%j means %s', (path, place) => {
  expect(placeMeant(path)).toBe(place);
});
