// Pictures of data sets as tensors for tasks from image to image: batches that a recorded step draws anew, fixed ones for
// grids, and rows of a grid from columns.
import { concat, reshape, stack, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { LoadedDataset } from '../../datasets/define';
import { batchIndices, toSignedUnit } from '../../datasets/sampling';
import { stepInput } from '../../engine/recording';

/** Images [batch, h, w, c] in [-1, 1] of the step that is being taken, drawn with replacement; the caller disposes them. */
export const drawnBatch = (
  images: LoadedDataset,
  batch: number,
  seed: number,
  step: () => number,
  /** Tells draws of one step apart. */
  part: number,
): Tensor =>
  stepInput([batch, ...images.shape], (values) => {
    toSignedUnit(images.read(batchIndices(seed, step(), part, batch, images.size)).pixels, values);
  });

/** These images [count, h, w, c] in [-1, 1]; the caller disposes them. */
export const imagesAt = (images: LoadedDataset, indices: ArrayLike<number>): Tensor =>
  tensor(toSignedUnit(images.read(indices).pixels), [indices.length, ...images.shape]);

/** Columns [rows, h, w, c] as a grid, row after row: [rows * columns, h, w, c]. */
export const asRows = (columns: readonly Tensor[]): Tensor =>
  tidy(() => {
    const [rows, ...shape] = columns[0].shape;
    return reshape(stack([...columns], 1), [rows * columns.length, ...shape]);
  });

/** Grids [count, h, w, c] after one another. */
export const joinedGrids = (grids: readonly Tensor[]): Tensor => concat([...grids], 0);
