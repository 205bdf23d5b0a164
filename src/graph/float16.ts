// IEEE 754 half precision: 1 sign, 5 exponent and 10 fraction bits, rounded to the nearest, ties to even.

/** The 16 bits of each value; what is too large becomes infinity. */
export function toFloat16Bits(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(Float32Array.from(values).buffer);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < bits.length; i++) {
    const sign = (bits[i] >>> 16) & 0x8000;
    const rest = bits[i] & 0x7fffffff;
    halves[i] = sign | roundedHalf(rest);
  }
  return halves;
}

/** A half from the bits of a positive float. */
function roundedHalf(bits: number): number {
  if (bits > 0x7f800000) return 0x7e00; // not a number
  if (bits >= 0x477ff000) return 0x7c00; // 65,520 and more round to infinity
  if (bits < 0x38800000) {
    // Below 2^-14 halves are multiples of 2^-24: adding 2^23 * 2^-24 makes the hardware round to one of those.
    const shifted = new Float32Array(new Uint32Array([bits]).buffer)[0] + 0.5;
    return new Uint32Array(Float32Array.of(shifted).buffer)[0] - 0x3f000000;
  }
  const odd = (bits >>> 13) & 1;
  return (bits - 0x38000000 + 0xfff + odd) >>> 13;
}

/** The value of 16 bits as a half. */
export function fromFloat16Bits(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
