// Rows of a table by class, as a product with one-hot rows: no numbers leave the device, so a step with it can be
// recorded, and the table's gradient adds up the rows of equal classes in one order.
import { abs, relu, reshape, sub, tensor2d, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../../core/errors';
import { LINEAR } from '../plan';
import { fusedDense } from './dense';

/**
 * Row `classes[i]` of table [n, d] for every i. Intermediate tensors belong to the surrounding tidy.
 * @param classes [b], whole numbers from 0 to n - 1 as float32; beyond them a row is zeros
 * @returns [b, d]
 * @throws InvalidValueError for classes of another type: TensorFlow.js converts int32 wrongly on WebGPU (4.22)
 */
export function embedding(classes: Tensor1D, table: Tensor2D): Tensor2D {
  if (classes.dtype !== 'float32')
    throw new InvalidValueError(
      `Classes of an embedding are float32, not ${classes.dtype}.`,
      'Make their tensor without a type.',
    );
  const [rows] = table.shape;
  const all = tensor2d(
    Float32Array.from({ length: rows }, (_, i) => i),
    [1, rows],
  );
  // 1 where the class is the row's, 0 everywhere else, without leaving float32.
  const chosen: Tensor2D = relu(sub(1, abs(sub(reshape(classes, [classes.shape[0], 1]), all))));
  return fusedDense(chosen, table, null, LINEAR);
}
