// Judges pictures as the page does (training/measuring/openJudge): how colours, textures and strokes of drawn pictures lie; of large
// forms it sees less (docs/colour-quality.md).
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ReadModelFile } from '../../src/encoders/openEncoder';
import type { Evaluator } from '../../src/metrics/evaluator/evaluator';
import { frechetDistance } from '../../src/metrics/numerics/frechet';
import { momentsOf, type Moments } from '../../src/metrics/numerics/moments';
import { openJudge } from '../../src/training/measuring/openJudge';

export const AT_ONCE = 64;

export class EncoderJudge {
  #real: Moments | null = null;

  private constructor(private readonly evaluator: Evaluator) {}

  static async open(side: number, read: ReadModelFile): Promise<EncoderJudge> {
    return new EncoderJudge(await openJudge('image-folder', [side, side, 3], read));
  }

  /** Features of pictures [count, side, side, 3] in [-1, 1], one picture's after the other's. */
  async features(pictures: Tensor): Promise<Float32Array> {
    return (await this.evaluator.evaluate(pictures)).features;
  }

  /** The real pictures that all others are compared with. @param features of some hundred at least */
  compareWith(features: Float32Array): void {
    this.#real = momentsOf(features, this.evaluator.size);
  }

  /** Fréchet distance from the real pictures. */
  distance(features: Float32Array): number {
    if (!this.#real) throw new TypeError('There is nothing to compare with');
    return frechetDistance(this.#real, momentsOf(features, this.evaluator.size));
  }
}
