// Milliseconds an image over time as lines to draw: median and 95th percentile, one point a second at most, scaled to a
// box. Pure; TimeChart.vue draws it.
import type { DrawSecond } from './drawStats';

export interface TimeLines {
  /** Points of an SVG polyline. */
  readonly median: string;
  readonly p95: string;
  /** Upper end of the axis in milliseconds; the lower one is 0. */
  readonly topMs: number;
  /** Seconds from the left to the right end. */
  readonly spanSeconds: number;
}

/** The least of 1, 2, 5, 10 ... times a power of ten that is not below `value`. */
export function niceTop(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

export function timeLines(seconds: readonly DrawSecond[], width: number, height: number): TimeLines {
  const topMs = niceTop(Math.max(0, ...seconds.map((s) => s.p95Ms)));
  const first = seconds[0]?.at ?? 0;
  const spanSeconds = Math.max(1, (seconds.at(-1)?.at ?? 0) - first);
  const line = (value: (second: DrawSecond) => number): string =>
    seconds
      .map((s) => {
        const x = ((s.at - first) / spanSeconds) * width;
        const y = height - (value(s) / topMs) * height;
        return `${x.toFixed(1)},${y.toFixed(1)}`;
      })
      .join(' ');
  return { median: line((s) => s.medianMs), p95: line((s) => s.p95Ms), topMs, spanSeconds };
}
