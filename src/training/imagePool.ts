// A pool of generated images of the past, from which a discriminator is shown some instead of the latest (Shrivastava et al.
// 2017, https://arxiv.org/abs/1612.07828, section 2.3; as Zhu et al. 2017 use it). What is drawn and what is replaced is a
// function of (seed, step) and of how full the pool is; the images are a tensor of the run.
import { keep, reshape, tidy, variable, zeros, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { createRandom } from '../core/random';
import { matrix } from '../engine/ops/rank';
import { exchangeRows, type RowExchange } from '../engine/ops/rowExchange';
import type { HeldNetwork } from './snapshot';

const POOL_STREAM = 0x706f6f6c;

/**
 * Each new image in turn: while the pool is not full it is put in and shown; then in half of the cases it is shown, else it
 * takes the place of one of the pool, which is shown.
 * @param filled images in the pool before
 * @returns what is shown and placed; a row is an image
 */
export function drawFromPool(
  seed: number,
  stream: number,
  step: number,
  { size, filled, batch }: { readonly size: number; readonly filled: number; readonly batch: number },
): RowExchange {
  const random = createRandom(seed, POOL_STREAM, stream, step);
  const placed = new Int32Array(size).fill(-1);
  const shown = Int32Array.from({ length: batch }, (_, i) => {
    const newest = -1 - i;
    if (filled + i < size) {
      placed[filled + i] = i;
      return newest;
    }
    if (size === 0 || random.uniform() < 0.5) return newest;
    const place = random.int(size);
    const before = placed[place];
    placed[place] = i;
    return before < 0 ? place : -1 - before;
  });
  return { shown, placed };
}

export class ImagePool {
  readonly #images: Variable;
  /** Images that had come by a step, from which on `batch` more come with each. */
  #since = { step: 1, filled: 0, batch: 0 };

  /** @param size most images in it, from 1 */
  constructor(
    readonly id: string,
    readonly size: number,
    private readonly volume: number,
    private readonly seed: number,
    /** Tells pools of one run apart. */
    private readonly stream: number,
  ) {
    this.#images = tidy(() => variable(zeros([size, volume]), false));
  }

  /** As a run keeps it: tensors without an optimizer. */
  get held(): HeldNetwork {
    const weights = [{ name: 'images', variable: this.#images }];
    return { id: this.id, network: { weights, learning: [], trainable: [] }, adam: null };
  }

  /** Images in the pool before a step; none come without it. */
  filledBefore(step: number): number {
    const { step: first, filled, batch } = this.#since;
    return Math.min(this.size, filled + Math.max(0, step - first) * batch);
  }

  /** Before `step` it held so many. */
  resume(step: number, filled: number): void {
    this.#since = { step, filled: Math.min(this.size, filled), batch: this.#since.batch };
  }

  /**
   * Puts new images [b, h, w, c] in, as the step says that is being taken, also in replays.
   * @returns as many, new ones and past ones, the caller's to dispose; `fresh` stays the caller's
   */
  exchange(fresh: Tensor, step: () => number): Tensor {
    const { size, volume, seed, stream } = this;
    const batch = fresh.shape[0];
    if (batch !== this.#since.batch) this.#since = { step: step(), filled: this.filledBefore(step()), batch };
    const drawn = (): RowExchange =>
      drawFromPool(seed, stream, step(), { size, filled: this.filledBefore(step()), batch });
    return tidy(() => {
      const flat = matrix(reshape(fresh, [batch, volume]));
      return keep(reshape(exchangeRows(this.#images, flat, drawn), fresh.shape));
    });
  }

  dispose(): void {
    this.#images.dispose();
  }
}
