// How fast a run goes and how long it still takes, from its history. Pure.
import type { HistoryPoint } from '../core/history';

const WINDOW_POINTS = 60;

/** Steps per second over the last points (training time only), or null before two points. */
export function stepsPerSecond(history: readonly HistoryPoint[]): number | null {
  const last = history.at(-1);
  const first = history.at(Math.max(-WINDOW_POINTS, -history.length));
  if (!last || !first || last.seconds <= first.seconds) return null;
  return (last.step - first.step) / (last.seconds - first.seconds);
}

/** Seconds until the step budget is used up, or null while the speed is unknown. */
export function secondsLeft(step: number, steps: number, rate: number | null): number | null {
  return rate === null || rate <= 0 ? null : Math.max(0, steps - step) / rate;
}
