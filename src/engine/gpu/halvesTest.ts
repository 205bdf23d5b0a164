// Known answers for products whose factors are 16-bit floats: integers that these hold come out exactly, also where their sum
// is none of them; a factor too large for 16 bits counts as the largest; one between two of them is off by half a step at most.
import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import { inHalves } from '../halfProducts';
import { runKernel } from '../ops/kernel';

const [ROWS, DEPTH, COLUMNS] = [33, 4099, 20];
const [TOO_LARGE, MOST_HALF, BETWEEN] = [1e6, 65504, 1.0001];
const ROUNDING = 2 ** -11;
const LINEAR = { activation: 'linear', alpha: 0 };

const left = (m: number, k: number): number => {
  if (m === 0) return 1;
  if (m === 1) return k === 0 ? TOO_LARGE : 0;
  return m === 2 ? BETWEEN : ((m * 7 + k * 3) % 17) - 8;
};
const right = (k: number, n: number): number => (n === 0 ? 1 : ((k * 5 + n * 11) % 13) - 6);

const table = (rows: number, columns: number, value: (row: number, column: number) => number): Float32Array =>
  Float32Array.from({ length: rows * columns }, (_, i) => value(Math.floor(i / columns), i % columns));

/** @returns null when the active backend, which is WebGPU, multiplies so; else what came, as a sentence */
export async function halvesTest(): Promise<string | null> {
  const product = tidy(() => {
    const x = tensor2d(table(ROWS, DEPTH, left), [ROWS, DEPTH]);
    const w = tensor2d(table(DEPTH, COLUMNS, right), [DEPTH, COLUMNS]);
    return inHalves(() => runKernel('GanvasDense', { x, w }, LINEAR));
  });
  const values = await product.data();
  product.dispose();
  for (let m = 0; m < ROWS; m++)
    for (let n = 0; n < COLUMNS; n++) {
      let [sum, sizes] = [0, 0];
      for (let k = 0; k < DEPTH; k++) {
        const term = Math.min(left(m, k), MOST_HALF) * right(k, n);
        sum += term;
        sizes += Math.abs(term);
      }
      const i = m * COLUMNS + n;
      const apart = Math.abs(values[i] - sum);
      if (!(apart <= (m === 2 ? ROUNDING * sizes : 0)))
        return `Self-test of products of 16-bit floats failed: value ${i} is ${values[i]}, expected ${sum}.`;
    }
  return null;
}
