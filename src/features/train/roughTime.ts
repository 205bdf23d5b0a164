// Times as one says them of what has not happened yet: in round numbers. Pure.

/** A round number of a unit. */
export interface RoughTime {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  readonly count: number;
}

/** Seconds in whole ones up to ten, then in fives; minutes; hours from ninety minutes on. @param seconds more than 0 */
export function roughTime(seconds: number): RoughTime {
  if (seconds < 10) return { unit: 'seconds', count: Math.max(1, Math.round(seconds)) };
  if (seconds < 57.5) return { unit: 'seconds', count: 5 * Math.round(seconds / 5) };
  if (seconds < 90 * 60) return { unit: 'minutes', count: Math.max(1, Math.round(seconds / 60)) };
  return { unit: 'hours', count: Math.max(2, Math.round(seconds / 3600)) };
}
