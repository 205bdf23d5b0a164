// What a session trains, whatever the task: something that takes steps, reports named numbers, draws its grid, and can be
// read and put back whole. Nothing here computes; the files of src/tasks build them.
import type { Tensor1D } from '@tensorflow/tfjs-core';
import type { NamedTensor } from '../checkpoints/snapshot';
import type { GridLayout } from '../core/gridLayout';
import type { ImageBatch } from '../core/history';
import type { Preparation } from '../core/pictureFit';
import type { RunConfig } from '../core/runConfig';
import type { Network } from '../engine/network';
import type { HoldsNetworks } from './snapshot';
import type { Translators } from './translators';

/** A network from image to image. */
export interface PictureNetwork {
  /** By which `translate` and `picturesFor` are asked. */
  readonly id: string;
  readonly label: string;
  readonly network: Network;
}

/** All that steps depend on beside the configuration, as plain data. */
export interface TrainerState {
  /** Updates that each optimizer has made, by network. */
  readonly updates: Readonly<Record<string, number>>;
  readonly tensors: readonly NamedTensor[];
  /** Numbers that are no tensors (ranges, widths), by name; in double precision. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
}

export interface TaskTrainer extends HoldsNetworks {
  /** Settings may change between steps; the architecture may not. */
  config: RunConfig;
  /** Ids of the numbers in a step's report, in order. */
  readonly series: readonly string[];
  /** Steps after which the run is done. */
  readonly steps: number;
  /** Whether the step is reported whatever `logEvery` says; absent where none is. */
  reports?(step: number): boolean;
  /** Whether it has what it takes to learn. */
  readonly isTrainable: boolean;
  /** What must be there before a step, where numbers are needed on this side; awaited. */
  beforeStep?(step: number): Promise<void>;
  /**
   * One step. Its numbers depend on (configuration, state, step) only.
   * @param step steps done after this one, from 1
   * @returns one number for each of `series`; the caller disposes it
   */
  step(step: number): Tensor1D;
  /** What must follow a step before the next, where numbers are needed on this side; awaited. */
  afterStep?(step: number): Promise<void>;
  /** What stands where in `grid()`; absent where that is samples and nothing else. */
  readonly grids?: readonly GridLayout[];
  /** The pictures of this moment, of the same inputs each time; null where the task shows none. */
  grid(): Promise<ImageBatch | null>;
  /**
   * Pictures with the data set's channels, of any sides that the network's layers take, as a network of the task makes them; absent
   * where none takes pictures.
   * @param network one that leaves by Export with pictures as its input
   */
  translate?(network: string, images: ImageBatch): Promise<ImageBatch>;
  /** Pictures as such a network takes them, [count * h * w * c] in [-1, 1], always the same; absent where none takes pictures. */
  picturesFor?(network: string, count: number): Float32Array;
  /** What becomes of pictures before such a network takes them; absent where they go in as they are. */
  readonly preparation?: Preparation;
  /**
   * Networks that take pictures and leave, where they are not those that learn (of several styles one for each), with the weights
   * of the moment in which they are asked for; the trainer's to dispose.
   */
  readonly pictureNetworks?: readonly PictureNetwork[];
  /** Its generators from image to image, with what they are worth; absent where there are none. */
  readonly translators?: Translators;
  /** Everything, all from the same step: nothing may train meanwhile. */
  read(): Promise<TrainerState>;
  /** @throws CheckpointMismatchError when it does not fit; nothing has changed then */
  restore(state: TrainerState): void;
  dispose(): void;
}
