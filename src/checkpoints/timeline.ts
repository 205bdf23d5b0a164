// Keeps long runs small: of what grows with every step (sample frames, history points), the first, the last and an even
// spread between them are kept. Pure; the rest of the run is not touched.
import type { HistoryPoint, ImageBatch, TimelineFrame } from '../core/history';
import type { MeasurePoint } from '../core/measures';
import type { RunRecord } from '../protocol';

const MAX_TIMELINE_FRAMES = 200;
/** Frames of large colour images count by their bytes instead: at most this much, but never fewer than 8 frames. */
export const MAX_TIMELINE_BYTES = 48 * 2 ** 20;
const MAX_HISTORY_POINTS = 200_000;
const MAX_MEASURES = 2000;
const FEWEST_FRAMES = 8;

/** Thinning goes a little below the limit, so that it is not due again at the very next item. */
const ROOM_LEFT = 0.75;

/**
 * At most `limit` of the items, by step. Between first and last, one item (the earliest) stays in each cell of a grid;
 * the cells are as wide as the gap between the first two items, doubled until few enough are left. So items that are
 * already far apart stay, and of the most finely spaced every second one goes. Thinned again after growing, the grid
 * only doubles further: moments that were kept once stay comparable, and equal input gives equal output.
 */
function thinBySteps<T extends { readonly step: number }>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  const first = items[0];
  const unit = Math.max(1, items[1].step - first.step);
  const most = Math.max(2, Math.floor(limit * ROOM_LEFT));
  for (let width = unit; ; width *= 2) {
    let cell = -1;
    const kept = items.filter((item, i) => {
      const own = Math.floor((item.step - first.step) / width);
      const stays = own > cell || i === items.length - 1;
      cell = Math.max(cell, own);
      return stays;
    });
    if (kept.length <= most) return kept;
  }
}

/** How many frames like this one a run keeps. */
export function timelineLimit(images: ImageBatch): number {
  const fitting = Math.floor(MAX_TIMELINE_BYTES / Math.max(1, images.pixels.length));
  return Math.min(MAX_TIMELINE_FRAMES, Math.max(FEWEST_FRAMES, fitting));
}

/**
 * The timeline with at most `maxFrames` frames (at least 4), oldest first: always the first and the last, the others
 * evenly spread over the steps. Returns the same array when it is short enough.
 */
export function thinTimeline(
  frames: readonly TimelineFrame[],
  maxFrames = frames.length > 0 ? timelineLimit(frames[0].images) : MAX_TIMELINE_FRAMES,
): readonly TimelineFrame[] {
  return thinBySteps(frames, Math.max(4, maxFrames));
}

/** The history with at most `maxPoints` points (at least 4), chosen like the frames of a timeline. */
export function thinHistory(
  points: readonly HistoryPoint[],
  maxPoints = MAX_HISTORY_POINTS,
): readonly HistoryPoint[] {
  return thinBySteps(points, Math.max(4, maxPoints));
}

/** The measurements with at most `most` of them, chosen like the frames of a timeline. */
export function thinMeasures(
  measures: readonly MeasurePoint[],
  most = MAX_MEASURES,
): readonly MeasurePoint[] {
  return thinBySteps(measures, Math.max(4, most));
}

/** What goes to a page that shows several runs at once: a chart is a few hundred pixels wide, a timeline as many frames. */
const RECORD_POINTS = 10_000;
const RECORD_FRAMES = 40;

/** The record with at most 10,000 points and 40 frames, fewer where these are large. */
export const shortRecord = (record: RunRecord): RunRecord => ({
  ...record,
  history: thinHistory(record.history, RECORD_POINTS),
  measures: thinMeasures(record.measures),
  timeline: thinTimeline(
    record.timeline,
    Math.min(
      RECORD_FRAMES,
      record.timeline.length > 0 ? timelineLimit(record.timeline[0].images) : RECORD_FRAMES,
    ),
  ),
});
