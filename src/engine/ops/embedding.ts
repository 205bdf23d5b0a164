// Rows of a table by class, as a product with one-hot rows: no numbers leave the device, so a step with it can be
// recorded, and the table's gradient adds up the rows of equal classes in one order.
import { cast, equal, reshape, tensor2d, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { LINEAR } from '../plan';
import { fusedDense } from './dense';

/**
 * Row `classes[i]` of table [n, d] for every i. Intermediate tensors belong to the surrounding tidy.
 * @param classes [b], whole numbers from 0 to n - 1 as int32 or float32; any other gives a row of zeros
 * @returns [b, d]
 */
export function embedding(classes: Tensor1D, table: Tensor2D): Tensor2D {
  const [rows] = table.shape;
  const [count] = classes.shape;
  const all = tensor2d(
    Float32Array.from({ length: rows }, (_, i) => i),
    [1, rows],
  );
  const chosen: Tensor2D = equal(reshape(cast(classes, 'float32'), [count, 1]), all);
  return fusedDense(cast(chosen, 'float32'), table, null, LINEAR);
}
