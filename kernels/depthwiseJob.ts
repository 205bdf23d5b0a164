// What a depthwise convolution is told, and where its numbers lie. NHWC float32.

/** Fields as the host fills them, 4 bytes each (src/engine/simd/conv/depthwise.ts). */
@unmanaged
export class DepthwiseJob {
  /** [n, h, w, c], its gradient in `depthwiseGradInput`. */
  x: usize;
  /** [kh, kw, c, multiplier], its gradient in `depthwiseGradFilter`. */
  filter: usize;
  /** [n, outH, outW, c * multiplier], its gradient in the gradients. */
  y: usize;
  n: i32;
  h: i32;
  w: i32;
  c: i32;
  multiplier: i32;
  kh: i32;
  kw: i32;
  outH: i32;
  outW: i32;
  strideH: i32;
  strideW: i32;
  dilationH: i32;
  dilationW: i32;
  padTop: i32;
  padLeft: i32;
}

// @ts-ignore: decorator
@inline
export function xAt(job: DepthwiseJob, image: i32, y: i32, x: i32): usize {
  return job.x + (<usize>((image * job.h + y) * job.w + x) * <usize>job.c << 2);
}

// @ts-ignore: decorator
@inline
export function yAt(job: DepthwiseJob, image: i32, y: i32, x: i32): usize {
  return job.y + (<usize>((image * job.outH + y) * job.outW + x) * <usize>(job.c * job.multiplier) << 2);
}

// @ts-ignore: decorator
@inline
export function filterAt(job: DepthwiseJob, ky: i32, kx: i32): usize {
  return job.filter + (<usize>((ky * job.kw + kx) * job.c * job.multiplier) << 2);
}
