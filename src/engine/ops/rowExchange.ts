// Rows that lie in a list, some of which are shown and some replaced in every step, in place.
import { add, matMul, mul, tidy, type Tensor2D, type Variable } from '@tensorflow/tfjs-core';
import { stepInput } from '../recording';
import { hasKernel, runKernel } from './kernel';
import { moveTowards } from './lerp';
import { matrix } from './rank';

/** What one step does with the rows. */
export interface RowExchange {
  /** For each new row what is shown: a place in the list, or -1 - j for new row j. */
  readonly shown: Int32Array;
  /** For each place the new row that lies there afterwards, or -1 for the one before. */
  readonly placed: Int32Array;
}

/** Rows with one 1 each, at `columns[row]`; of a negative column all zeros. */
function oneHot(values: Float32Array, columns: Int32Array, width: number): void {
  values.fill(0);
  columns.forEach((column, row) => {
    if (column >= 0) values[row * width + column] = 1;
  });
}

/** By products with one-hot rows, which pass over the whole list several times. */
function composedExchange(held: Variable, fresh: Tensor2D, drawn: () => RowExchange): Tensor2D {
  const size = held.shape[0];
  const batch = fresh.shape[0];
  const ofHeld = stepInput([batch, size], (values) => oneHot(values, drawn().shown, size));
  const ofNew = stepInput([batch, batch], (values) =>
    oneHot(
      values,
      drawn().shown.map((place) => -1 - place),
      batch,
    ),
  );
  const into = stepInput([size, batch], (values) => oneHot(values, drawn().placed, batch));
  const kept = stepInput([size, 1], (values) => values.set(drawn().placed.map((i) => (i < 0 ? 1 : 0))));
  const past = matrix(held);
  const out = tidy(() => {
    const shown = add(matMul(matrix(ofHeld), past), matMul(matrix(ofNew), fresh));
    const next = add(mul(past, kept), matMul(matrix(into), fresh));
    moveTowards([held], [next], () => 1);
    return shown;
  });
  for (const one of [ofHeld, ofNew, into, kept]) one.dispose();
  return matrix(out);
}

/**
 * Shows rows of the list and new ones, then moves rows of the list to new ones by their difference, in place.
 * @param held [size, columns]
 * @param fresh [batch, columns]
 * @param drawn what this step does; asked anew in replays
 * @returns [batch, columns], what is shown
 */
export function exchangeRows(held: Variable, fresh: Tensor2D, drawn: () => RowExchange): Tensor2D {
  if (!hasKernel('GanvasRowExchange')) return composedExchange(held, fresh, drawn);
  const shown = stepInput([fresh.shape[0]], (values) => values.set(drawn().shown));
  const placed = stepInput([held.shape[0]], (values) => values.set(drawn().placed));
  const out = runKernel<Tensor2D>('GanvasRowExchange', { held, fresh, shown, placed }, {});
  for (const one of [shown, placed]) one.dispose();
  return out;
}
