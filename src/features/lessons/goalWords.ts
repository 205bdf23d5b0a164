// What was measured of a goal, beside what it asks for: `10 of 10`, `0.21, at most 0.05`.
import { writeNumber } from '../../i18n/language';
import { bytes, figure, percent } from '../../ui/numberFormat';
import type { Goal, Progress } from './goals';
import { words } from './words';

/** What counts up to a bound; the rest are figures. */
const counts = (goal: Goal): boolean =>
  goal.kind === 'lab' ||
  (goal.kind === 'run' &&
    (goal.what === 'steps' || (goal.what === 'measure' && goal.metric === 'modes-covered')));

const isShare = (goal: Goal): boolean => goal.kind === 'run' && goal.what === 'accuracy';
const show = (goal: Goal, value: number): string => (isShare(goal) ? percent(value) : figure(value));

function boundInWords(goal: Goal): string | null {
  const { atLeast, atMost } = goal;
  if (atLeast !== undefined && atMost !== undefined)
    return words('goal.between', { least: show(goal, atLeast), most: show(goal, atMost) });
  if (atMost !== undefined) return words('goal.atMost', { bound: show(goal, atMost) });
  return atLeast ? words('goal.atLeast', { bound: show(goal, atLeast) }) : null;
}

export function goalInWords(goal: Goal, { now }: Progress): string {
  const { atLeast = 0 } = goal;
  if (goal.kind === 'export') return now === null ? words('goal.notWritten') : bytes(now);
  if (counts(goal) && atLeast > 0 && goal.atMost === undefined)
    return words('goal.of', {
      now: writeNumber(Math.min(now ?? 0, atLeast)),
      bound: writeNumber(atLeast),
    });
  const bound = boundInWords(goal);
  const value = now === null ? words('goal.notMeasured') : show(goal, now);
  return bound === null ? value : words('goal.figure', { value, bound });
}
