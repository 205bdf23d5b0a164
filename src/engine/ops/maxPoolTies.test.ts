// Where several pixels of a window are equally large, the gradient of the maximum goes to the first by rows, as PyTorch has
// it: the CPU engine and plain JavaScript against loops over whole numbers, most of which are equal.
import '@tensorflow/tfjs-backend-cpu';
import { grad, mul, setBackend, sum, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { SIMD_BACKEND } from '../simd/register';
import { maxPool } from './pooling';
import { images } from './rank';

const [B, H, W, C] = [2, 7, 6, 5];
const indexOf = (b: number, y: number, x: number, c: number): number => ((b * H + y) * W + x) * C + c;
/** 0 and 1, mostly equal in a window. */
const pixels = Float32Array.from({ length: B * H * W * C }, (_, i) =>
  (i * i * 31 + i * 7) % 5 === 0 ? 1 : 0,
);
const arriving = (i: number): number => 1 + (i % 9);

/** The gradient by the rule, windows of `size` every `stride` pixels with `before` rows and columns beyond the border. */
function expected(size: number, stride: number, before: number, height: number, width: number): Float32Array {
  const slopes = new Float32Array(pixels.length);
  let window = 0;
  for (let b = 0; b < B; b++)
    for (let oy = 0; oy < height; oy++)
      for (let ox = 0; ox < width; ox++)
        for (let c = 0; c < C; c++) {
          let first = -1;
          for (let y = oy * stride - before; y < oy * stride - before + size; y++)
            for (let x = ox * stride - before; x < ox * stride - before + size; x++) {
              if (y < 0 || x < 0 || y >= H || x >= W) continue;
              const at = indexOf(b, y, x, c);
              if (first < 0 || pixels[at] > pixels[first]) first = at;
            }
          slopes[first] += arriving(window++);
        }
  return slopes;
}

beforeAll(() => openSimd({ threads: 2 }));
afterAll(closeSimd);

it.each([
  ['apart', 2, 2, 'valid', 0, [3, 3]],
  ['overlapping', 3, 1, 'valid', 0, [5, 4]],
  ['over the borders', 3, 1, 'same', 1, [7, 6]],
] as const)('windows %s', async (_, size, stride, padding, before, [height, width]) => {
  for (const backend of ['cpu', SIMD_BACKEND]) {
    await setBackend(backend);
    const slopes = tidy(() => {
      const weights = tensor4d(
        Array.from({ length: B * height * width * C }, (_value, i) => arriving(i)),
        [B, height, width, C],
      );
      const score = grad((x) => sum(mul(maxPool(images(x), size, stride, padding), weights)));
      return score(tensor4d(pixels, [B, H, W, C])).dataSync();
    });
    expect(slopes, backend).toEqual(expected(size, stride, before, height, width));
  }
});
