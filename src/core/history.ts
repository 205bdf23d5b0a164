// What a run reports step by step, and the line that the application note prints for it.

/** One logged training step. */
export interface HistoryPoint {
  /** Steps done, from 1. */
  readonly step: number;
  /** Training-only seconds since the run began (loading, sampling and pauses excluded). */
  readonly seconds: number;
  /** Mean of the discriminator's losses on the real and the fake batch. */
  readonly dLoss: number;
  readonly gLoss: number;
  /** Share of real images that the discriminator calls real, 0..1. */
  readonly accuracyReal: number;
  /** Share of fakes that it calls fake, 0..1. */
  readonly accuracyFake: number;
}

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
  (point.accuracyReal + point.accuracyFake) / 2;

/** The application note's log line: `3 [D loss: 0.356288, acc.: 82.81%] [G loss: 0.921926]`. */
export function logLine(point: HistoryPoint): string {
  const accuracy = (100 * discriminatorAccuracy(point)).toFixed(2);
  return `${point.step} [D loss: ${point.dLoss.toFixed(6)}, acc.: ${accuracy}%] [G loss: ${point.gLoss.toFixed(6)}]`;
}
