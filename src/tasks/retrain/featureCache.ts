// What the part of a network that does not change makes of images, worked out once for each. It owns numbers on this side only.
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { inputShape, networkTotals, volume } from '../../core/network';
import type { Network } from '../../engine/network';

/** Beyond this, features are worked out anew at every step. */
export const MOST_CACHED_BYTES = 256 * 2 ** 20;

/** Whether features of so many pictures are kept. */
export const isCacheable = (features: readonly number[], pictures: number): boolean =>
  4 * volume(features) * pictures <= MOST_CACHED_BYTES;

export class FeatureCache {
  readonly #rows = new Map<number, Float32Array>();
  readonly #input: readonly number[];
  /** Numbers of one picture's features. */
  readonly #volume: number;

  /** @param network whose weights stay as they are; the caller's */
  constructor(
    private readonly network: Network,
    private readonly atOnce: number,
  ) {
    this.#input = inputShape(network.spec);
    this.#volume = volume(networkTotals(network.spec).output);
  }

  /** Works out what is missing. @param picture values [h * w * c] of the picture with this key */
  async fill(keys: Iterable<number>, picture: (key: number) => Float32Array): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#rows.has(key));
    for (let start = 0; start < missing.length; start += this.atOnce) {
      const some = missing.slice(start, start + this.atOnce);
      const given = new Float32Array(some.length * volume(this.#input));
      some.forEach((key, i) => given.set(picture(key), i * volume(this.#input)));
      const made = tidy(() =>
        this.network.apply(tensor(given, [some.length, ...this.#input]), { kind: 'inference' }),
      );
      const values = await made.data();
      some.forEach((key, i) => {
        this.#rows.set(key, Float32Array.from(values.subarray(i * this.#volume, (i + 1) * this.#volume)));
      });
      made.dispose();
    }
  }

  /** Writes the features of these pictures one after the other. */
  write(keys: ArrayLike<number>, values: Float32Array): void {
    for (let i = 0; i < keys.length; i++) {
      const row = this.#rows.get(keys[i]);
      if (!row) throw new TypeError(`The features of picture ${keys[i]} were not worked out`);
      values.set(row, i * this.#volume);
    }
  }

  /** Weights have changed after all. */
  clear(): void {
    this.#rows.clear();
  }
}
