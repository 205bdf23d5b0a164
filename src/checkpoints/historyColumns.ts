// The part `history.bin` of a run file: one column after the other as little-endian float64, so that every logged
// number comes back bit for bit and equal bytes stand close together for the compressor. Behind step and seconds stands
// a column for each series of the run's task; the header names them (of an adversarial run those of all versions).
import type { HistoryPoint } from '../core/history';
import { checkAmount, MOST_HISTORY_NUMBERS, MOST_STEPS } from './budgets';
import { DamagedRunError } from './errors';

const TIMES = ['step', 'seconds'] as const;
const MOST_SERIES = 64;
const SERIES_ID = /^[A-Za-z][\w./-]{0,63}$/;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** The columns of a history in the order of the file: series as they first occur. */
export const historyColumns = (history: readonly HistoryPoint[]): readonly string[] => [
  ...TIMES,
  ...new Set(history.flatMap(({ values }) => Object.keys(values))),
];

export function writeHistory(history: readonly HistoryPoint[]): Uint8Array {
  const columns = historyColumns(history);
  const values = new Float64Array(history.length * columns.length);
  const series = columns.slice(TIMES.length);
  for (const [i, point] of history.entries()) {
    values[i] = point.step;
    values[history.length + i] = point.seconds;
    for (const [s, id] of series.entries())
      values[(TIMES.length + s) * history.length + i] = point.values[id] ?? NaN;
  }
  return new Uint8Array(values.buffer);
}

function seriesOf(columns: readonly unknown[]): readonly string[] {
  const names = columns.filter((name) => typeof name === 'string');
  const series = names.slice(TIMES.length);
  const fits =
    names.length === columns.length &&
    TIMES.every((name, i) => names[i] === name) &&
    new Set(names).size === names.length &&
    series.length <= MOST_SERIES &&
    series.every((id) => SERIES_ID.test(id));
  if (fits) return series;
  const shown = columns.slice(0, 8).map((name) => String(name).slice(0, 40));
  throw new DamagedRunError(`its history has the columns ${shown.join(', ')}`);
}

/** @throws DamagedRunError for steps and times that are none */
function checkTimes(steps: Float64Array, seconds: Float64Array): void {
  for (let i = 0; i < steps.length; i++) {
    const isStep = Number.isInteger(steps[i]) && steps[i] >= 0 && steps[i] <= MOST_STEPS;
    if (!isStep || !(seconds[i] >= 0 && seconds[i] < Infinity)) {
      throw new DamagedRunError(
        `point ${i} of its history stands at step ${steps[i]}, ${seconds[i]} seconds`,
      );
    }
  }
}

/**
 * @param part unpacks `history.bin`; asked only once its size is known to be bearable
 * @throws DamagedRunError when the columns are impossible or the length does not fit, OversizedRunError for a history that
 * no run of this page has
 */
export function readHistory(
  count: number,
  columns: readonly unknown[],
  part: () => Uint8Array,
): HistoryPoint[] {
  const series = seriesOf(columns);
  checkAmount(count * columns.length, MOST_HISTORY_NUMBERS, 'numbers in its history');
  const bytes = part();
  const expected = count * columns.length * BYTES;
  if (bytes.length !== expected) {
    throw new DamagedRunError(`history.bin has ${bytes.length} bytes, ${count} points need ${expected}`);
  }
  const values = new Float64Array(bytes.slice().buffer);
  checkTimes(values.subarray(0, count), values.subarray(count, 2 * count));
  return Array.from({ length: count }, (_, i) => ({
    step: values[i],
    seconds: values[count + i],
    values: Object.fromEntries(series.map((id, s) => [id, values[(TIMES.length + s) * count + i]])),
  }));
}
