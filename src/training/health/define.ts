// What a health check is: a look at the numbers of a run that finds one thing wrong, in plain words, or nothing. Pure.
import type { HistoryPoint } from '../../core/history';
import type { HealthNote, HealthTry, MeasurePoint } from '../../core/measures';
import type { RunConfig } from '../../core/runConfig';

export interface HealthInput {
  readonly config: RunConfig;
  readonly history: readonly HistoryPoint[];
  readonly measures: readonly MeasurePoint[];
  /** What ended the run, if anything did. */
  readonly failure: unknown;
}

export type HealthCheck = (input: HealthInput) => HealthNote | null;

/** A number as a person writes it: two digits that count. */
export const rounded = (value: number): string => {
  if (!Number.isFinite(value)) return String(value);
  const text = value.toPrecision(2);
  return Math.abs(value) >= 1e-3 && Math.abs(value) < 1e4
    ? String(Number(text))
    : Number(text).toExponential();
};

/** Proposes a learning rate; its label names the value. */
export function tryRate(which: 'learningRateG' | 'learningRateD', value: number): HealthTry {
  const name = which === 'learningRateG' ? 'generator' : 'discriminator';
  const rate = Number(value.toPrecision(2));
  return {
    label: `Set the ${name}'s learning rate to ${rounded(rate)}`,
    changes: { [which]: rate },
    live: true,
  };
}

/** Proposes another loss, for a new run; nothing where the run has it already. */
export const tryLoss = (config: RunConfig, loss: string, label: string): HealthTry[] =>
  config.loss === loss
    ? []
    : [{ label: `Start a new run with the ${label} loss`, changes: { loss }, live: false }];

/** The points of the last `steps` steps; null when the run does not go back that far. */
export function lastSteps(history: readonly HistoryPoint[], steps: number): readonly HistoryPoint[] | null {
  const last = history.at(-1);
  if (!last) return null;
  const from = last.step - steps;
  let start = history.length - 1;
  while (start > 0 && history[start - 1].step > from) start--;
  return start > 0 ? history.slice(start) : null;
}

export const meanOf = (points: readonly HistoryPoint[], value: (point: HistoryPoint) => number): number =>
  points.reduce((sum, point) => sum + value(point), 0) / points.length;
