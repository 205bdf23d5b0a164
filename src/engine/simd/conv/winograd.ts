// When and how a convolution runs by Winograd's F(2x2, 3x3): 3x3 filters with stride 1, forward and input gradient
// (kernels/winograd.ts). Adds rounding of a few units in the last place; the results stay independent of threads.
import type { SimdModule } from '../module';
import { activationCode, type ActivationSpec } from './activation';
import { Arena } from './arena';
import type { ConvGeometry, Tap } from './geometry';
import { CONV_JOB_BYTES, cutTasks, tapListBytes, tileRows, writeConvJob, writeTaps } from './job';

/** Channels from which fewer products outweigh the transforms. */
const LEAST_CHANNELS = 16;
/** Bytes of transformed input per task. */
const BLOCK_BYTES = 400 * 1024;
/** Bytes of small tiles and addresses at the start of a task's scratch (kernels/winograd.ts). */
const TASK_HEAD = 3584;

/** Whether Winograd is the faster way for this convolution and its input gradient. */
export function suitsWinograd(g: ConvGeometry): boolean {
  const plain = g.strideH === 1 && g.strideW === 1 && g.dilationH === 1 && g.dilationW === 1;
  const tiles = Math.ceil(g.outH / 2) * Math.ceil(g.outW / 2);
  const covered = (g.outH * g.outW) / (4 * tiles);
  return (
    plain &&
    g.kh === 3 &&
    g.kw === 3 &&
    g.ci >= LEAST_CHANNELS &&
    g.co >= LEAST_CHANNELS &&
    covered > 0.6 &&
    g.padTop <= 2 &&
    g.padLeft <= 2
  );
}

/** The filter's taps in order, turned round for the input gradient, all at the corner of a tile. */
const filterTaps = (dy: number, dx: number, turned: boolean): Tap[] =>
  Array.from({ length: 9 }, (_, i) => ({ dy, dx, index: turned ? 8 - i : i }));

export interface WinogradConv {
  /** Forward: x; input gradient: dy. */
  readonly input: number;
  readonly filter: number;
  readonly bias: number;
  readonly out: number;
  readonly activation: ActivationSpec;
  /** Compute the input gradient of `g` instead of `g` itself. */
  readonly gradient: boolean;
}

/** Runs a convolution for which `suitsWinograd` holds, or its input gradient. */
export function winogradConv(module: SimdModule, g: ConvGeometry, at: WinogradConv): void {
  const side = at.gradient
    ? { h: g.outH, w: g.outW, c: g.co, outH: g.h, outW: g.w, outC: g.ci }
    : { h: g.h, w: g.w, c: g.ci, outH: g.outH, outW: g.outW, outC: g.co };
  const [gridH, gridW] = [Math.ceil(side.outH / 2), Math.ceil(side.outW / 2)];
  const tiles = g.n * gridH * gridW;
  if (tiles * side.outC === 0) return;
  const panels = Math.ceil(side.outC / 8);
  const fit = Math.max(12, Math.floor(BLOCK_BYTES / (64 * side.c) / 12) * 12);
  const cut = cutTasks(tiles, panels, Math.min(96, fit));
  const bytes = Math.max(TASK_HEAD + (cut.blockPixels + tileRows(module)) * 64 * side.c, 9 * side.c * 32);
  const stride = Math.ceil(bytes / 64) * 64;
  const taps = at.gradient
    ? filterTaps(g.padTop - 2, g.padLeft - 2, true)
    : filterTaps(-g.padTop, -g.padLeft, false);
  const arena = new Arena();
  const jobAt = arena.take(CONV_JOB_BYTES);
  const tapsAt = arena.take(tapListBytes(taps));
  const zeroAt = arena.take(side.c * 4 + 64);
  const packedAt = arena.take(16 * panels * side.c * 32);
  const scratchAt = arena.take(stride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, side.c + 16).fill(0);
  writeTaps(module, base + tapsAt, taps);
  writeConvJob(module, base + jobAt, {
    ...side,
    ...cut,
    n: g.n,
    input: at.input,
    gridH,
    gridW,
    strideH: 2,
    strideW: 2,
    taps: taps.length,
    tapList: base + tapsAt,
    out: at.out,
    outStepH: 2,
    outStepW: 2,
    outStartH: 0,
    outStartW: 0,
    filter: at.filter,
    tapStride: g.ci * g.co,
    innerStride: at.gradient ? 1 : g.co,
    outerStride: at.gradient ? g.co : 1,
    bias: at.bias,
    activation: activationCode(at.activation.activation),
    alpha: at.activation.alpha,
    packed: base + packedAt,
    zero: base + zeroAt,
    mode: 0,
    scratch: base + scratchAt,
    scratchStride: stride,
  });
  module.run('winogradConv', base + jobAt);
}
