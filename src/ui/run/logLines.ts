// What a task's steps report, as lines of text: the adversarial game as the application note prints it, every other task with
// the names of its series. Pure.
import { logLine, valueOf, type HistoryPoint } from '../../core/history';
import { seriesOfTask, type TaskFacts } from '../../core/taskFacts';

const NOTE_SERIES: readonly string[] = ['gLoss', 'dLoss'];

/** So small that its digits would be zeros, with an exponent. */
const shown = (value: number, decimals: number): string =>
  value !== 0 && Math.abs(value) < 10 ** -decimals
    ? value.toExponential(Math.min(decimals, 3))
    : value.toFixed(decimals);

/**
 * One line for a step: `3 [D loss: 0.356, acc.: 83%] [G loss: 0.922]`, `3 [G A to B: 0.477] [D of A: 0.208]`.
 * @param task whose numbers they are; unknown ones print as the note's
 * @param decimals of the numbers
 */
export function stepLine(
  point: HistoryPoint,
  task: Pick<TaskFacts, 'charts'> | undefined,
  decimals = 6,
): string {
  const series = task ? seriesOfTask(task) : [];
  if (series.length === 0 || NOTE_SERIES.every((id) => series.some((one) => one.id === id)))
    return logLine(point, decimals);
  const parts = series.map(({ id, label }) => {
    const value = valueOf(point, id);
    return `[${label}: ${Number.isFinite(value) ? shown(value, decimals) : 'no value'}]`;
  });
  return `${point.step} ${parts.join(' ')}`;
}
