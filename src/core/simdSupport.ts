// What WebAssembly can do with vectors here: tiny modules that are valid only where it can.

/** One function on vectors. */
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
]);
/** One function with `f32x4.relaxed_madd`. */
const RELAXED_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 123, 123, 123, 1, 123, 3, 2, 1, 0, 10, 13, 1, 11, 0, 32, 0, 32,
  1, 32, 2, 253, 133, 2, 11,
]);

const isValid = (bytes: BufferSource): boolean =>
  typeof WebAssembly === 'object' && WebAssembly.validate(bytes);

export const hasSimd = (): boolean => isValid(SIMD_PROBE);

export const hasRelaxedSimd = (): boolean => isValid(RELAXED_PROBE);
