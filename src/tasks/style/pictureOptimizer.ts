// What moves a picture down its loss: numbers in, numbers moved, no tensors. Its memory can be read and put back to the bit.
import type { NamedTensor } from '../../checkpoints/snapshot';

/** All that the next moves depend on beside the picture. */
export interface OptimizerMemory {
  /** Updates by name, where they are counted. */
  readonly updates: Readonly<Record<string, number>>;
  readonly tensors: readonly NamedTensor[];
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

export interface PictureOptimizer {
  /**
   * Moves the picture, in place.
   * @param gradient of the loss at `picture`, as long; stays the caller's
   * @param loss at `picture`
   * @param learningRate heeded by optimizers that have one
   */
  move(picture: Float32Array, gradient: Float32Array, loss: number, learningRate: number): void;
  /** The loss is another one from now on: what was learned of the one before is forgotten where it misleads. */
  forget(): void;
  /** @param shape of the picture */
  read(shape: readonly number[]): OptimizerMemory;
  /** @throws CheckpointMismatchError when it does not fit; nothing has changed then */
  restore(memory: OptimizerMemory, length: number): void;
}
