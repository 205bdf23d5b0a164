// What a run reports step by step, and the line that the application note prints for it. Which numbers there are, and
// what they are called, is the task's to say.

/** One logged training step. */
export interface HistoryPoint {
  /** Steps done, from 1. */
  readonly step: number;
  /** Training-only seconds since the run began (loading, sampling and pauses excluded). */
  readonly seconds: number;
  /** The step's numbers by the ids of the task's series. */
  readonly values: Readonly<Record<string, number>>;
}

/** A number of a point; NaN where its task reports none of this id. */
export const valueOf = (point: HistoryPoint, series: string): number => point.values[series] ?? NaN;

/** Samples drawn from the run's fixed noise at one moment. */
export interface TimelineFrame {
  readonly step: number;
  readonly images: ImageBatch;
}

/** Images as bytes, row after row, channels last: what a canvas, an IDX file and a PNG are made from. */
export interface ImageBatch {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** 1 (grey) or 3 (RGB). */
  readonly channels: number;
  /** count * height * width * channels bytes, 0..255. */
  readonly pixels: Uint8Array;
}

/** Accuracy of the discriminator over both batches, 0..1. */
export const discriminatorAccuracy = (point: HistoryPoint): number =>
  (valueOf(point, 'accuracyReal') + valueOf(point, 'accuracyFake')) / 2;

/**
 * The application note's log line: `3 [D loss: 0.356288, acc.: 82.81%] [G loss: 0.921926]`.
 * @param decimals of the losses
 */
export function logLine(point: HistoryPoint, decimals = 6): string {
  const accuracy = (100 * discriminatorAccuracy(point)).toFixed(Math.min(2, Math.max(0, decimals - 3)));
  const [dLoss, gLoss] = ['dLoss', 'gLoss'].map((series) => valueOf(point, series).toFixed(decimals));
  return `${point.step} [D loss: ${dLoss}, acc.: ${accuracy}%] [G loss: ${gLoss}]`;
}
