// Every health check, the gravest first, and the watch that remembers what it said last.
import type { HistoryPoint } from '../../core/history';
import type { HealthNote, MeasurePoint } from '../../core/measures';
import { RUN_PARAMS } from '../../core/runParams';
import type { RunConfig } from '../../core/runConfig';
import type { HealthCheck, HealthInput } from './define';
import { discriminatorWon } from './discriminatorWon';
import { modeCollapse } from './modeCollapse';
import { notFinite } from './notFinite';
import { oscillation } from './oscillation';

const CHECKS: readonly HealthCheck[] = [notFinite, modeCollapse, discriminatorWon, oscillation];

/** Keeps proposals to settings that there are, within what they allow; whether a loss exists the page knows. */
const isAllowed = (changes: Readonly<Record<string, number | string>>): boolean =>
  Object.entries(changes).every(([id, value]) => {
    const spec = RUN_PARAMS.find((param) => param.id === id);
    if (!spec) return id === 'loss';
    return !('min' in spec) || (Number(value) >= spec.min && Number(value) <= spec.max);
  });

/** What is wrong with a run, the gravest first; nothing when all is well. */
export const healthNotes = (input: HealthInput): readonly HealthNote[] =>
  CHECKS.flatMap((check) => {
    const note = check(input);
    return note ? [{ ...note, tries: note.tries.filter(({ changes }) => isAllowed(changes)) }] : [];
  });

export class HealthWatch {
  notes: readonly HealthNote[] = [];

  /** Looks again. @returns whether what is wrong has changed (same notes with other figures count as changed) */
  look(
    config: RunConfig,
    history: readonly HistoryPoint[],
    measures: readonly MeasurePoint[],
    failure: unknown = null,
  ): boolean {
    const before = JSON.stringify(this.notes);
    this.notes = healthNotes({ config, history, measures, failure });
    return JSON.stringify(this.notes) !== before;
  }
}
