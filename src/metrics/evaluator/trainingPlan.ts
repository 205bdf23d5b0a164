// How the judging classifiers are trained, wherever they are: how fast, in which order, how the images are varied. Plain
// numbers; the training itself is classifier.ts.
import { createRandom } from '../../core/random';
import type { Augmentation } from './augment';

/** Small changes that leave an image what it is, by data set. */
export const AUGMENTATIONS: Readonly<Record<string, Augmentation>> = {
  mnist: { shift: 2, turn: 10, scale: 0.1, mirror: false },
  'synthetic-digits': { shift: 2, turn: 10, scale: 0.1, mirror: false },
  'fashion-mnist': { shift: 1.5, turn: 4, scale: 0.06, mirror: true },
};

/** For images of which nothing is known. */
export const PLAIN_AUGMENTATION: Augmentation = { shift: 1, turn: 4, scale: 0.05, mirror: false };

/** Falls from `rate` to nothing over `steps`, along half a cosine (Loshchilov & Hutter 2017). */
export const cosineRate = (rate: number, step: number, steps: number): number =>
  (rate * (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps))) / 2;

/** The order in which an epoch sees its `size` images; another for each epoch, by its first step. */
export function epochOrder(size: number, seed: number, firstStep: number): Uint32Array<ArrayBuffer> {
  const random = createRandom(seed, 7, firstStep);
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
