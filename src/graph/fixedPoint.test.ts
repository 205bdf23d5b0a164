import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import { fromFloat16Bits, toFloat16Bits } from './float16';
import { multiplyFixed, toFixedFactor } from './fixedPoint';
import { packInt4 } from './weightQuantization';

/** gemmlowp's two roundings in exact integers. */
function exact(value: number, mantissa: number, exponent: number): number {
  const left = BigInt(Math.max(0, exponent));
  const right = BigInt(Math.max(0, -exponent));
  const product = (BigInt(value) << left) * BigInt(mantissa);
  const nudge = product >= 0n ? 1n << 30n : 1n - (1n << 30n);
  const high = (product + nudge) / (1n << 31n);
  const mask = (1n << right) - 1n;
  const remainder = high & mask;
  const threshold = (mask >> 1n) + (high < 0n ? 1n : 0n);
  return Number((high >> right) + (remainder > threshold ? 1n : 0n));
}

describe('fixed-point factors', () => {
  const random = createRandom(8);

  it('multiply as gemmlowp does, to the last bit', () => {
    for (let i = 0; i < 20_000; i++) {
      const factor = 2 ** (24 * random.uniform() - 22);
      const { mantissa, exponent } = toFixedFactor(factor);
      const size = 2 ** (30 * random.uniform() - Math.max(0, exponent));
      const value = Math.round((random.uniform() - 0.5) * size);
      expect(multiplyFixed(value, mantissa, exponent)).toBe(exact(value, mantissa, exponent));
      if (Math.abs(value * factor) < 2 ** 30) {
        expect(Math.abs(multiplyFixed(value, mantissa, exponent) - value * factor)).toBeLessThanOrEqual(1.01);
      }
    }
  });

  it.each([1, 0.5, 0.25, 0.9999999999, 3.7, 1e-9, 2 ** -31])('hold %f', (factor) => {
    const { mantissa, exponent } = toFixedFactor(factor);
    expect(mantissa).toBeGreaterThanOrEqual(2 ** 30);
    expect(mantissa).toBeLessThan(2 ** 31);
    expect((mantissa * 2 ** (exponent - 31)) / factor).toBeCloseTo(1, 8);
  });

  it('are zero for what is too small', () => {
    expect(toFixedFactor(0)).toEqual({ mantissa: 0, exponent: 0 });
    expect(multiplyFixed(12345, toFixedFactor(1e-12).mantissa, 0)).toBe(0);
  });
});

describe('halves', () => {
  it('keep every half', () => {
    for (let bits = 0; bits < 65536; bits++) {
      const value = fromFloat16Bits(bits);
      if (!Number.isNaN(value)) expect(toFloat16Bits(Float32Array.of(value))[0]).toBe(bits);
    }
  });

  it('round to the nearest, ties to even', () => {
    const of = (value: number) => fromFloat16Bits(toFloat16Bits(Float32Array.of(value))[0]);
    expect(of(1 + 2 ** -11)).toBe(1);
    expect(of(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
    expect(of(2049)).toBe(2048);
    expect(of(2051)).toBe(2052);
    expect(of(2 ** -25)).toBe(0);
    expect(of(1.5 * 2 ** -24)).toBe(2 ** -23);
    expect(of(65519)).toBe(65504);
    expect(of(65520)).toBe(Infinity);
    expect(of(-1e9)).toBe(-Infinity);
    expect(of(NaN)).toBeNaN();
  });
});

it('4-bit numbers lie two to a byte, the first in the low half', () => {
  expect([...packInt4(Int8Array.of(1, -1, 7, -7, 3))]).toEqual([0xf1, 0x97, 0x03]);
});
