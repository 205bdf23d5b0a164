import { engine, sum, tensor, tidy, variable, mul, type Scalar } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { normalArray } from '../core/random';
import { difference, startTestEngine } from '../testing/exportEngine';
import { fakeQuantize, fakeQuantizeWeights } from './fakeQuantize';
import type { NodeOf } from '../graph/graph';
import { dequantizeValues, quantizeValues } from '../graph/integerReference';
import { kernelLayout, toPlace } from '../graph/kernelLayouts';
import {
  dequantizeWeights,
  hasOneScale,
  quantizeWeights,
  type WeightBits,
} from '../graph/weightQuantization';

beforeAll(startTestEngine);

it('rounds numbers as the integer reference does, halves and saturation included', () => {
  const affine = { scale: 0.25, zeroPoint: -28 };
  const halves = Array.from({ length: 301 }, (_, i) => (i - 150) * 0.125);
  const values = Float32Array.from([...halves, ...normalArray(2000, 3).map((v) => 12 * v)]);
  const expected = dequantizeValues(quantizeValues(values, affine), affine);
  const drawn = tidy(() => fakeQuantize(tensor(values), affine).dataSync());
  expect(difference(drawn, expected).max).toBe(0);
});

it.each([8, 4] as const)('rounds weights to %i bits as the exporters do', (bits: WeightBits) => {
  const weights = normalArray(6 * 10, 4).map((v, i) => v * 4 ** Math.floor(i / 10)); // channels far apart
  const node: NodeOf<'dense'> = {
    kind: 'dense',
    name: 'dense_1',
    from: ['input'],
    inputs: [[10]],
    output: [6],
    weights,
    bias: new Float32Array(6),
    relu: false,
  };
  const expected = dequantizeWeights(quantizeWeights(node, bits));
  const { shape, outputAxis } = kernelLayout(node, 'engine');
  const axis = hasOneScale(node, bits) ? null : outputAxis;
  const rounded = tidy(() => {
    const kernel = tensor(toPlace(node, weights, 'engine'), [...shape]);
    return fakeQuantizeWeights(kernel, { bits, axis }).dataSync();
  });
  const transposed = Float32Array.from(expected, (_, i) => rounded[(i % 10) * 6 + Math.floor(i / 10)]);
  expect(difference(transposed, expected).max).toBeLessThan(1e-3);
});

it('passes gradients straight through, but not where a number saturates', () => {
  const factors = Float32Array.of(2, -3, 5, 7);
  // Of scale 1 and zero point 0, integers reach from -128 to 127.
  const x = variable(tensor([0.4, -127.9, 200, -200]));
  const { value, grads } = engine().gradients(
    (): Scalar => sum<Scalar>(mul(fakeQuantize(x, { scale: 1, zeroPoint: 0 }), tensor(factors))),
    [x],
  );
  expect([...grads[0].dataSync()]).toEqual([2, -3, 0, 0]);
  expect(value.dataSync()[0]).toBe(2 * 0 + -3 * -128 + 5 * 127 + 7 * -128);
});

it('passes gradients of rounded weights on as they are', () => {
  const w = variable(tensor([0.11, -0.52, 0.9, 1], [2, 2]));
  const { grads } = engine().gradients(
    (): Scalar =>
      sum<Scalar>(mul(fakeQuantizeWeights(w, { bits: 4, axis: 1 }), tensor([1, 2, 3, 4], [2, 2]))),
    [w],
  );
  expect([...grads[0].dataSync()]).toEqual([1, 2, 3, 4]);
});
