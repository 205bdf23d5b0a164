// The part `history.bin` of a run file: one column after the other as little-endian float64, so that every logged
// number comes back bit for bit and equal bytes stand close together for the compressor.
import type { HistoryPoint } from '../core/history';
import { DamagedRunError } from './errors';

/** Columns in the order of the file. */
export const HISTORY_COLUMNS = [
  'step',
  'seconds',
  'dLoss',
  'gLoss',
  'accuracyReal',
  'accuracyFake',
] as const satisfies readonly (keyof HistoryPoint)[];

const BYTES = Float64Array.BYTES_PER_ELEMENT;

export function writeHistory(history: readonly HistoryPoint[]): Uint8Array {
  const values = new Float64Array(history.length * HISTORY_COLUMNS.length);
  for (const [c, column] of HISTORY_COLUMNS.entries()) {
    for (let i = 0; i < history.length; i++) values[c * history.length + i] = history[i][column];
  }
  return new Uint8Array(values.buffer);
}

/** @throws DamagedRunError when the columns are others or the length does not fit */
export function readHistory(count: number, columns: readonly unknown[], bytes: Uint8Array): HistoryPoint[] {
  const expected = count * HISTORY_COLUMNS.length * BYTES;
  if (columns.join() !== HISTORY_COLUMNS.join()) {
    throw new DamagedRunError(`its history has the columns ${columns.join(', ')}`);
  }
  if (bytes.length !== expected) {
    throw new DamagedRunError(`history.bin has ${bytes.length} bytes, ${count} points need ${expected}`);
  }
  const values = new Float64Array(bytes.slice().buffer);
  return Array.from({ length: count }, (_, i) => ({
    step: values[i],
    seconds: values[count + i],
    dLoss: values[2 * count + i],
    gLoss: values[3 * count + i],
    accuracyReal: values[4 * count + i],
    accuracyFake: values[5 * count + i],
  }));
}
