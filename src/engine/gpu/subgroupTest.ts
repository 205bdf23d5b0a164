// Known answers for sums over lanes, in each way in which kernels lay lanes out. A sum of floats depends on its order, so
// only kernels that add in the order of the plain ones give these bits; the order is written down here once more.
import { ones, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { normalArray } from '../../core/random';
import { runKernel, runKernelMulti } from '../ops/kernel';

const { fround } = Math;
const [CHANNELS, ROWS, LONG, SHORT] = [5, 200, 2050, 70];
const LINEAR = { activation: 'linear', alpha: 0 };

/** What `lanes` lanes sum to that take every so manieth number each and are then added by halves. */
export function sumInOrder(values: readonly number[], lanes: number): number {
  const parts = new Array<number>(lanes).fill(0);
  for (const [i, value] of values.entries()) parts[i % lanes] = fround(parts[i % lanes] + value);
  for (let half = lanes / 2; half >= 1; half /= 2)
    for (let i = 0; i < half; i++) parts[i] = fround(parts[i] + parts[i + half]);
  return parts[0];
}

const columns = (values: Float32Array, count: number): number[][] =>
  Array.from({ length: count }, (_, c) => [...values].filter((_value, i) => i % count === c));
const rows = (values: Float32Array, length: number): number[][] =>
  Array.from({ length: values.length / length }, (_, r) => [
    ...values.subarray(r * length, (r + 1) * length),
  ]);

interface Check {
  readonly what: string;
  readonly expected: readonly number[];
  compute(): Tensor;
}

function rowTimesOnes(what: string, depth: number, lanes: number): Check {
  const values = normalArray(3 * depth, depth);
  return {
    what,
    expected: rows(values, depth).flatMap((row) => {
      const sum = sumInOrder(row, lanes);
      return [sum, sum];
    }),
    compute: () => runKernel('GanvasDense', { x: tensor2d(values, [3, depth]), w: ones([depth, 2]) }, LINEAR),
  };
}

function checks(): readonly Check[] {
  const perRow = normalArray(ROWS * CHANNELS, 1);
  const perExample = normalArray(ROWS * 2, 2);
  return [
    {
      what: 'sums over rows',
      expected: columns(perRow, CHANNELS).map((column) => sumInOrder(column, 64)),
      compute: () => runKernel('GanvasBiasGrad', { dz: tensor2d(perRow, [ROWS, CHANNELS]) }, {}),
    },
    rowTimesOnes('long products', LONG, 256),
    rowTimesOnes('short products', SHORT, 16),
    {
      what: 'sums over examples',
      expected: columns(perExample, 2).map((column) => sumInOrder(column, 32)),
      compute() {
        const inputs = { x: ones([ROWS, 3]), dy: tensor2d(perExample, [ROWS, 2]) };
        return runKernelMulti('GanvasDenseGradWeights', inputs, {})[1];
      },
    },
  ];
}

/** @returns null when the kernels of the active backend, which is WebGPU, give these bits; else what came, as a sentence */
export async function subgroupTest(): Promise<string | null> {
  for (const { what, expected, compute } of checks()) {
    const result = tidy(compute);
    const values = await result.data();
    result.dispose();
    const wrong = expected.findIndex((value, i) => value !== values[i]);
    if (wrong >= 0)
      return `Self-test of ${what} failed: value ${wrong} is ${values[wrong]}, expected ${expected[wrong]}.`;
  }
  return null;
}
