// Convolution forward and input gradient over addresses; a transposed convolution is the input gradient of the
// forward one, with bias and activation.
import type { SimdModule } from '../module';
import { activationCode, NO_ACTIVATION, type ActivationSpec } from './activation';
import { forwardTaps, gradientPhases, type ConvGeometry } from './geometry';
import { runConvJobs, type JobShape } from './job';
import { runLargeTiles, suitsLarge } from './largeTiles';
import { runMinimalJobs, suitsMinimal } from './minimal';
import { runPlaneJobs, suitsPlanes } from './planes';
import { spreadConv, suitsSpread } from './spread';

export interface ConvForward {
  /** [n, h, w, ci] */
  readonly x: number;
  /** [kh, kw, ci, co] */
  readonly filter: number;
  /** [co], 0 for none */
  readonly bias: number;
  /** [n, outH, outW, co] */
  readonly out: number;
  readonly activation: ActivationSpec;
}

/** Runs the jobs of a pass the way with the fewest products that pays. */
function runJobs(
  module: SimdModule,
  g: ConvGeometry,
  pass: 'forward' | 'input',
  jobs: readonly JobShape[],
): void {
  const [first] = jobs;
  if (first && suitsLarge(g, pass)) runLargeTiles(module, first);
  else if (suitsMinimal(g)) runMinimalJobs(module, jobs);
  else if (jobs.every(suitsPlanes)) runPlaneJobs(module, jobs);
  else runConvJobs(module, jobs);
}

/** out = act(conv(x, filter) + bias) */
export function conv2dForward(module: SimdModule, g: ConvGeometry, at: ConvForward): void {
  runJobs(module, g, 'forward', [
    {
      input: at.x,
      n: g.n,
      h: g.h,
      w: g.w,
      c: g.ci,
      gridH: g.outH,
      gridW: g.outW,
      strideH: g.strideH,
      strideW: g.strideW,
      tapsOf: forwardTaps(g),
      out: at.out,
      outH: g.outH,
      outW: g.outW,
      outC: g.co,
      outStepH: 1,
      outStepW: 1,
      outStartH: 0,
      outStartW: 0,
      filter: at.filter,
      tapStride: g.ci * g.co,
      innerStride: g.co,
      outerStride: 1,
      bias: at.bias,
      activation: activationCode(at.activation.activation),
      alpha: at.activation.alpha,
    },
  ]);
}

export interface ConvGradInput {
  /** [n, outH, outW, co] */
  readonly dy: number;
  /** [kh, kw, ci, co] */
  readonly filter: number;
  /** [n, h, w, ci] */
  readonly dx: number;
  /** For transposed convolutions: [ci], 0 for none. */
  readonly bias?: number;
  readonly activation?: ActivationSpec;
}

/** dx of the convolution `g`; with bias and activation, the transposed convolution of dy. */
export function conv2dGradInput(module: SimdModule, g: ConvGeometry, at: ConvGradInput): void {
  const { bias = 0, activation = NO_ACTIVATION } = at;
  const jobs = gradientPhases(g).map((phase) => ({
    input: at.dy,
    n: g.n,
    h: g.outH,
    w: g.outW,
    c: g.co,
    gridH: phase.gridH,
    gridW: phase.gridW,
    strideH: 1,
    strideW: 1,
    tapsOf: phase.taps,
    out: at.dx,
    outH: g.h,
    outW: g.w,
    outC: g.ci,
    outStepH: g.strideH,
    outStepW: g.strideW,
    outStartH: phase.startH,
    outStartW: phase.startW,
    filter: at.filter,
    tapStride: g.ci * g.co,
    innerStride: 1,
    outerStride: g.co,
    bias,
    activation: activationCode(activation.activation),
    alpha: activation.alpha,
  }));
  if (!suitsSpread(g) || jobs.every(suitsPlanes)) return runJobs(module, g, 'input', jobs);
  spreadConv(module, {
    input: at.dy,
    n: g.n,
    h: g.outH,
    w: g.outW,
    c: g.co,
    out: at.dx,
    outC: g.ci,
    filter: at.filter,
    tapStride: g.ci * g.co,
    innerStride: 1,
    outerStride: g.co,
    bias,
    activation: activationCode(activation.activation),
    alpha: activation.alpha,
  });
}
