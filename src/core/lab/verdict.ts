// Whether a run of the lab is broken or healthy: a pure function of what was measured of it.
import { discriminatorAccuracy, type HistoryPoint } from '../history';
import type { MeasurePoint } from '../measures';
import type { LabFigures, LabPair, LabRule } from './define';

export type LabVerdict = 'broken' | 'healthy' | 'between';

/** Steps that the accuracy is averaged over: that of one batch is noise. */
const RECENT_STEPS = 100;

/**
 * The figures of a run at a measurement.
 * @param history of the run up to there, at least its last steps
 */
export function labFigures(point: MeasurePoint, history: readonly HistoryPoint[]): LabFigures {
  const recent = history.slice(-RECENT_STEPS);
  const accuracy = recent.reduce((sum, one) => sum + discriminatorAccuracy(one), 0) / recent.length;
  const value = (id: string): number | null => point.values[id] ?? null;
  return {
    modes: value('modes-covered'),
    wantedModes: point.floors['modes-covered'] ?? null,
    kl: value('kl-from-uniform'),
    good: value('good-samples'),
    frechet: value('frechet-distance'),
    variety: value('variety'),
    accuracy: recent.length > 0 ? accuracy : null,
  };
}

/** Whether the figure keeps to the bound; one that was not measured keeps to none. */
export function holds({ figure, atMost, atLeast }: LabRule, figures: LabFigures): boolean {
  const value = figures[figure];
  if (value === null || Number.isNaN(value)) return false;
  return value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
}

/** A run whose numbers ended has no figures and is broken. */
export function labVerdict({ rules }: Pick<LabPair, 'rules'>, figures: LabFigures | null): LabVerdict {
  if (!figures || rules.broken.some((rule) => holds(rule, figures))) return 'broken';
  return rules.healthy.every((rule) => holds(rule, figures)) ? 'healthy' : 'between';
}
