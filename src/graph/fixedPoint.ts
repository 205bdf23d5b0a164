// Requantization without floating point, as TensorFlow Lite defines it (after gemmlowp): a real factor becomes a 31-bit
// mantissa and a power of two; products are rounded twice. Bit for bit what TFLite's int8 reference kernels do.
// https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/kernels/internal/common.h

/** factor = mantissa * 2^(exponent - 31), mantissa in [2^30, 2^31). */
export interface FixedFactor {
  readonly mantissa: number;
  readonly exponent: number;
}

/** The nearest fixed-point factor of a non-negative number; below 2^-32 it is zero. */
export function toFixedFactor(factor: number): FixedFactor {
  if (factor === 0) return { mantissa: 0, exponent: 0 };
  let exponent = Math.floor(Math.log2(factor)) + 1;
  let share = factor / 2 ** exponent;
  if (share >= 1) {
    share /= 2;
    exponent++;
  } else if (share < 0.5) {
    share *= 2;
    exponent--;
  }
  let mantissa = Math.round(share * 2 ** 31);
  if (mantissa === 2 ** 31) {
    mantissa /= 2;
    exponent++;
  }
  return exponent < -31 ? { mantissa: 0, exponent: 0 } : { mantissa, exponent };
}

/** floor((a * b + 2^30) / 2^31) without losing a bit; |a| <= 2^31, 0 <= b < 2^31. */
function doublingHighProduct(a: number, b: number): number {
  const high = a * Math.floor(b / 65536);
  const low = a * (b & 0xffff) + 2 ** 30;
  const whole = Math.floor(high / 32768);
  return whole + Math.floor(((high - whole * 32768) * 65536 + low) / 2 ** 31);
}

/** value / 2^exponent, rounded to the nearest, halves away from zero. */
function roundingShift(value: number, exponent: number): number {
  if (exponent === 0) return value;
  const power = 2 ** exponent;
  const floor = Math.floor(value / power);
  const remainder = value - floor * power;
  return floor + (remainder > ((power - 1) >> 1) + (value < 0 ? 1 : 0) ? 1 : 0);
}

/** What lies beyond 32 bits is as far beyond every output. */
const in32Bits = (value: number): number => Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, value));

/** value * factor for a 32-bit integer, rounded as TFLite rounds. */
export function multiplyFixed(value: number, mantissa: number, exponent: number): number {
  return exponent > 0
    ? doublingHighProduct(in32Bits(value * 2 ** exponent), mantissa)
    : roundingShift(doublingHighProduct(value, mantissa), -exponent);
}
