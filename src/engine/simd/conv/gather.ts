// How jobs on inputs with few channels are read: their taps are gathered into rows first (kernels/gatherRows.ts). Says
// which jobs these are, in which order they take their taps, and how much scratch gathering needs.
import type { Tap } from './geometry';

/** Channels below which taps are gathered into rows. */
const FEW_CHANNELS = 8;
const VECTOR_BYTES = 16;

/** Whether a job with so many channels and taps reads its input gathered. */
export const suitsGather = (channels: number, taps: number): boolean => channels < FEW_CHANNELS && taps > 1;

/** Taps by where they read, so that those next to each other are copied as one run. */
export const byPlace = (taps: readonly Tap[]): Tap[] =>
  taps.toSorted((a, b) => (a.dy === b.dy ? a.dx - b.dx : a.dy - b.dy));

export interface GatherShape {
  readonly c: number;
  readonly gridH: number;
  readonly gridW: number;
  readonly strideH: number;
  readonly strideW: number;
}

/** Pixels from the first to the last of some offsets, both counted. */
const span = (offsets: readonly number[]): number => Math.max(...offsets) - Math.min(...offsets) + 1;

/** Bytes that `gatherRows` writes for blocks of up to `pixels` pixels: the rows, and the band of the image behind them. */
export function gatherBytes(s: GatherShape, taps: readonly Tap[], pixels: number): number {
  const rowBytes = Math.ceil((taps.length * s.c * 4) / VECTOR_BYTES + 1) * VECTOR_BYTES;
  const oneLine = s.gridW >= pixels;
  const gridLines = oneLine ? 1 : Math.min(s.gridH, Math.ceil((pixels - 1) / s.gridW) + 1);
  const gridColumns = oneLine ? pixels : s.gridW;
  const lines = (gridLines - 1) * s.strideH + span(taps.map(({ dy }) => dy));
  const columns = (gridColumns - 1) * s.strideW + span(taps.map(({ dx }) => dx));
  return pixels * rowBytes + lines * columns * s.c * 4 + 2 * VECTOR_BYTES;
}
