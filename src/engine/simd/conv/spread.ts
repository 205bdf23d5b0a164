// Transposed 4x4 convolutions with stride 2 to one or two channels (kernels/spread.ts): the last layer of generators,
// the input gradient of a discriminator's first one, and upsampling + 3x3 convolution by its folded weights.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import type { ConvGeometry, Tap } from './geometry';
import { CONV_JOB_BYTES, tapListBytes, tileRows, writeConvJob, writeTaps, type ConvFields } from './job';

const MOST_OUTPUTS = 2;
/** Input channels from which the 16 products of a pixel outweigh gathering them. */
const LEAST_CHANNELS = 8;
/** Bytes of products per task at most, and images or bands of images to aim for. */
const BAND_BYTES = 192 * 1024;
const TASKS = 8;
const LEAST_ROWS = 4;
/** Bytes at the start of a task's scratch. */
const TASK_HEAD = 256;

/** Taps (4 ky + kx) in the order of the lanes: own pixel, above and below, left and right, corners. */
const LANES = [5, 6, 9, 10, 13, 14, 1, 2, 7, 4, 11, 8, 15, 12, 3, 0];

/** Whether the input gradient of `g`, or its transposed convolution, is one that this kernel computes. */
export const suitsSpread = (g: ConvGeometry): boolean =>
  g.kh === 4 &&
  g.kw === 4 &&
  g.strideH === 2 &&
  g.strideW === 2 &&
  g.dilationH === 1 &&
  g.dilationW === 1 &&
  g.padTop === 1 &&
  g.padLeft === 1 &&
  g.h === 2 * g.outH &&
  g.w === 2 * g.outW &&
  g.ci <= MOST_OUTPUTS &&
  g.co >= LEAST_CHANNELS;

/** out [n, 2h, 2w, outC] from input [n, h, w, c]; the strides find weight (tap, c, outC) in the filter. */
export type Spread = Pick<
  ConvFields,
  | 'input'
  | 'n'
  | 'h'
  | 'w'
  | 'c'
  | 'out'
  | 'outC'
  | 'filter'
  | 'tapStride'
  | 'innerStride'
  | 'outerStride'
  | 'bias'
  | 'activation'
  | 'alpha'
> & {
  /** Index in the filter of the tap that reaches output row 2y + t - 1, for t = 0 .. 3; columns alike. */
  readonly order?: readonly number[];
};

function rowsPerTask({ n, h, w, outC }: Spread): number {
  const shared = n >= TASKS ? h : Math.max(LEAST_ROWS, Math.ceil((n * h) / TASKS));
  return Math.max(1, Math.min(h, shared, Math.floor(BAND_BYTES / (64 * w * outC)) - 2));
}

export function spreadConv(module: SimdModule, { order = [0, 1, 2, 3], ...s }: Spread): void {
  if (s.n * s.h * s.w * s.outC === 0) return;
  const taps: readonly Tap[] = LANES.map((tap) => ({
    dy: 0,
    dx: 0,
    index: 4 * (order[tap >> 2] ?? 0) + (order[tap & 3] ?? 0),
  }));
  const rows = rowsPerTask(s);
  const panelBytes = 32 * Math.max((rows + 2) * s.w, tileRows(module));
  // The products, then a line of zeros as far behind another as the panels of products are.
  const bytes = TASK_HEAD + (2 * s.outC + 1) * panelBytes + 32 * s.w;
  const scratchStride = Math.ceil(bytes / 64) * 64 + 64;
  const arena = new Arena();
  const jobAt = arena.take(CONV_JOB_BYTES);
  const tapsAt = arena.take(tapListBytes(taps));
  const packedAt = arena.take(s.c * s.outC * 64);
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  writeTaps(module, base + tapsAt, taps);
  writeConvJob(module, base + jobAt, {
    ...s,
    gridH: 0,
    gridW: 0,
    strideH: 1,
    strideW: 1,
    taps: taps.length,
    tapList: base + tapsAt,
    outH: 2 * s.h,
    outW: 2 * s.w,
    outStepH: 2,
    outStepW: 2,
    outStartH: 0,
    outStartW: 0,
    packed: base + packedAt,
    zero: 0,
    blockPixels: rows,
    blockPanels: 0,
    pixelBlocks: Math.ceil(s.h / rows),
    panelBlocks: 0,
    mode: 0,
    scratch: base + scratchAt,
    scratchStride,
  });
  module.run('spreadConv', base + jobAt);
}
