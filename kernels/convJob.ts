// What one implicit matrix product works on. The host fills these fields in this order, 4 bytes each
// (src/engine/simd/conv/job.ts holds the same list). A transposed convolution is several jobs, one per phase.

/** out(grid pixel) = act(bias + sum over taps, channels of in(pixel * stride + tap) * weight). NHWC float32. */
@unmanaged
export class ConvJob {
  /** Input [n, h, w, c]. */
  input: usize;
  n: i32;
  h: i32;
  w: i32;
  c: i32;
  /** Output pixels computed per image, and the input step between neighbours. */
  gridH: i32;
  gridW: i32;
  strideH: i32;
  strideW: i32;
  /** Taps: per tap dy, dx (relative input row and column) and the index of the tap in the filter. */
  taps: i32;
  tapList: usize;
  /** Output [n, outH, outW, outC]; grid pixel (y, x) is written at (y * outStepH + outStartH, ...). */
  out: usize;
  outH: i32;
  outW: i32;
  outC: i32;
  outStepH: i32;
  outStepW: i32;
  outStartH: i32;
  outStartW: i32;
  /** Source filter and its strides in floats: element (tap t, inner i, output j). */
  filter: usize;
  tapStride: i32;
  innerStride: i32;
  outerStride: i32;
  /** [outC] or 0. */
  bias: usize;
  activation: i32;
  alpha: f32;
  /** Packed panels, room for panels * taps * c * 8 floats; 0: packed by each task in its scratch. */
  packed: usize;
  /** A row of zeros, at least c floats. */
  zero: usize;
  /** Pixels per task, panels per task, and the resulting counts. */
  blockPixels: i32;
  blockPanels: i32;
  pixelBlocks: i32;
  panelBlocks: i32;
  /** How: 0 pointers per tap, 1 rows gathered first (few channels), 2 dot products (few output channels). */
  mode: i32;
  /** Per-thread scratch: base, and bytes per thread. */
  scratch: usize;
  scratchStride: usize;
}

/** Bytes of a ConvJob: 35 fields. */
export const CONV_JOB_BYTES: usize = 140;

export const BY_POINTER: i32 = 0;
export const BY_GATHER: i32 = 1;
export const BY_DOT: i32 = 2;

/** 8-wide panels of the output channels. */
// @ts-ignore: decorator
@inline
export function panelsOf(job: ConvJob): i32 {
  return (job.outC + 7) >> 3;
}
