// The run's sample frames as the page keeps them: enough to scrub through, not more than memory allows. Pure.
import type { TimelineFrame } from '../core/history';

/** Moments that the application note shows; they are never thinned out. */
export const NOTE_MOMENTS: readonly number[] = [0, 600, 2200];

const MOST_FRAMES = 300;

/** Every second frame goes, except the first, the last and the note's moments. */
function thin(frames: readonly TimelineFrame[]): TimelineFrame[] {
  return frames.filter(
    (frame, i) => i % 2 === 0 || i === frames.length - 1 || NOTE_MOMENTS.includes(frame.step),
  );
}

/** The frames with one more, in the order of their steps; a frame of the same step is replaced. */
export function addFrame(
  frames: readonly TimelineFrame[],
  frame: TimelineFrame,
  most = MOST_FRAMES,
): TimelineFrame[] {
  const next = [...frames.filter((f) => f.step < frame.step), frame];
  return next.length > most ? thin(next) : next;
}

/** Index of the frame that shows the run at `step`: the last one not after it, or the first. */
export function frameAt(frames: readonly { readonly step: number }[], step: number): number {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (frames[middle].step <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * What was known at a step: the last entry up to there, by bisection; null before the first.
 * @param entries by rising steps
 * @param step null for the latest
 */
export function momentOf<T extends { readonly step: number }>(
  entries: readonly T[],
  step: number | null,
): T | null {
  if (step === null) return entries.at(-1) ?? null;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle].step <= step) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1] ?? null;
}
