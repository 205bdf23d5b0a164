import { expect, it } from 'vitest';
import { fade } from './fadingPictures';

it('brings every square towards its mean, channel by channel and picture by picture', () => {
  const shape = [2, 4, 2] as const;
  // Two pictures of two rows; the second channel is a hundred times the first.
  const first = [0, 4, 10, 20, 8, 0, 30, 40];
  const values = Float32Array.from(
    [...first, ...first.map((value) => value + 1)].flatMap((v) => [v, 100 * v]),
  );
  const half = Float32Array.from(values);
  fade(half, shape, { square: 2, share: 0.5 });
  const expected = [1.5, 3.5, 17.5, 22.5, 5.5, 1.5, 27.5, 32.5];
  expect([...half]).toEqual(
    [...expected, ...expected.map((value) => value + 1)].flatMap((value) => [value, 100 * value]),
  );
  const whole = Float32Array.from(values);
  fade(whole, shape, { square: 2, share: 1 });
  expect(whole).toEqual(values);
});
