// Adam (Kingma & Ba 2015, algorithm 1) for the pixels of one picture, in double precision between float32 moments. Networks learn
// by engine/ops/adam.
import { CheckpointMismatchError } from '../../training/snapshot';
import type { OptimizerMemory, PictureOptimizer } from './pictureOptimizer';
import { savedValues } from './savedValues';

const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];
const [FIRST, SECOND] = ['optimizer/picture/m/pixels', 'optimizer/picture/v/pixels'];

export class PictureAdam implements PictureOptimizer {
  #updates = 0;
  #first: Float32Array;
  #second: Float32Array;

  constructor(length: number) {
    this.#first = new Float32Array(length);
    this.#second = new Float32Array(length);
  }

  move(picture: Float32Array, gradient: Float32Array, _: number, learningRate: number): void {
    const [m, v] = [this.#first, this.#second];
    const update = ++this.#updates;
    const [unbiased1, unbiased2] = [1 - BETA1 ** update, 1 - BETA2 ** update];
    for (let i = 0; i < picture.length; i++) {
      m[i] = BETA1 * m[i] + (1 - BETA1) * gradient[i];
      v[i] = BETA2 * v[i] + (1 - BETA2) * gradient[i] * gradient[i];
      picture[i] -= (learningRate * (m[i] / unbiased1)) / (Math.sqrt(v[i] / unbiased2) + EPSILON);
    }
  }

  /** Its moments follow another loss by themselves. */
  forget(): void {
    return undefined;
  }

  read(shape: readonly number[]): OptimizerMemory {
    return {
      updates: { picture: this.#updates },
      tensors: [
        { name: FIRST, shape, values: this.#first.slice() },
        { name: SECOND, shape, values: this.#second.slice() },
      ],
      numbers: {},
    };
  }

  restore({ updates, tensors }: OptimizerMemory, length: number): void {
    if (!Object.hasOwn(updates, 'picture')) {
      throw new CheckpointMismatchError(
        'The saved run does not say how often the picture was updated.',
        'It was changed, or saved with other settings; start a new run.',
      );
    }
    const [first, second] = [savedValues(tensors, FIRST, length), savedValues(tensors, SECOND, length)];
    [this.#updates, this.#first, this.#second] = [updates.picture, first, second];
  }
}
