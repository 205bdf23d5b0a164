// Shapes of a convolution and the taps that its jobs read. NHWC images, filters [kh, kw, ci, co].

/** One forward convolution; gradients and transposed convolutions are described by the forward one they belong to. */
export interface ConvGeometry {
  readonly n: number;
  readonly h: number;
  readonly w: number;
  readonly ci: number;
  readonly kh: number;
  readonly kw: number;
  readonly co: number;
  readonly outH: number;
  readonly outW: number;
  readonly strideH: number;
  readonly strideW: number;
  readonly dilationH: number;
  readonly dilationW: number;
  readonly padTop: number;
  readonly padLeft: number;
}

/** A tap: input offset in rows and columns, and its index in the filter. */
export interface Tap {
  readonly dy: number;
  readonly dx: number;
  readonly index: number;
}

/** Geometry from tensor shapes: x [n, h, w, ci], filter [kh, kw, ci, co], pad [top, bottom, left, right]. */
export function convGeometry(
  x: readonly number[],
  filter: readonly number[],
  strides: readonly [number, number],
  pad: readonly [number, number, number, number],
  dilations: readonly [number, number] = [1, 1],
): ConvGeometry {
  const [n = 0, h = 0, w = 0, ci = 0] = x;
  const [kh = 0, kw = 0, , co = 0] = filter;
  const [padTop, padBottom, padLeft, padRight] = pad;
  const [strideH, strideW] = strides;
  const [dilationH, dilationW] = dilations;
  const outH = Math.floor((h + padTop + padBottom - (kh - 1) * dilationH - 1) / strideH) + 1;
  const outW = Math.floor((w + padLeft + padRight - (kw - 1) * dilationW - 1) / strideW) + 1;
  return {
    n,
    h,
    w,
    ci,
    kh,
    kw,
    co,
    outH,
    outW,
    strideH,
    strideW,
    dilationH,
    dilationW,
    padTop,
    padLeft,
  };
}

/** All taps of the forward convolution, relative to output pixel * stride. */
export function forwardTaps(g: ConvGeometry): Tap[] {
  const taps: Tap[] = [];
  for (let ky = 0; ky < g.kh; ky++) {
    for (let kx = 0; kx < g.kw; kx++) {
      const dy = ky * g.dilationH - g.padTop;
      taps.push({ dy, dx: kx * g.dilationW - g.padLeft, index: ky * g.kw + kx });
    }
  }
  return taps;
}

/** One stride phase of the input gradient: which input pixels, and which output pixels reach them by which tap. */
export interface Phase {
  readonly startH: number;
  readonly startW: number;
  /** Input pixels of the phase. */
  readonly gridH: number;
  readonly gridW: number;
  readonly taps: readonly Tap[];
}

/** The strideH * strideW phases of the input gradient. Phases without taps are kept: their gradient is 0. */
export function gradientPhases(g: ConvGeometry): Phase[] {
  const phases: Phase[] = [];
  for (let startH = 0; startH < Math.min(g.strideH, g.h); startH++) {
    for (let startW = 0; startW < Math.min(g.strideW, g.w); startW++) {
      const taps: Tap[] = [];
      for (let ky = 0; ky < g.kh; ky++) {
        for (let kx = 0; kx < g.kw; kx++) {
          const dy = (startH + g.padTop - ky * g.dilationH) / g.strideH;
          const dx = (startW + g.padLeft - kx * g.dilationW) / g.strideW;
          if (Number.isInteger(dy) && Number.isInteger(dx)) taps.push({ dy, dx, index: ky * g.kw + kx });
        }
      }
      const gridH = Math.ceil((g.h - startH) / g.strideH);
      phases.push({ startH, startW, gridH, gridW: Math.ceil((g.w - startW) / g.strideW), taps });
    }
  }
  return phases;
}
