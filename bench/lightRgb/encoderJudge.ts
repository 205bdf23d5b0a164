// Judges pictures by the feature network that comes with the page: the means of its maps at the end of each block, each divided by
// its spread over real pictures, so that every block counts. Distances of such features say how colours, textures and strokes of
// drawn pictures lie; what only large forms tell, the network sees less of (docs/style.md).
import { concat, mean, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { Encoder } from '../../src/encoders/encoder';
import { ganvasEncoder } from '../../src/encoders/ganvasEncoder';
import { openEncoderWeights, type ReadModelFile } from '../../src/encoders/openEncoder';
import { frechetDistance } from '../../src/metrics/numerics/frechet';
import { momentsOf, type Moments } from '../../src/metrics/numerics/moments';

const LAYERS = ganvasEncoder.blocks.map(({ convolutions }, i) => `conv${i + 1}_${convolutions}`);
const SIZE = ganvasEncoder.blocks.reduce((sum, { filters }) => sum + filters, 0);
export const AT_ONCE = 64;

export class EncoderJudge {
  #real: Moments | null = null;
  /** [SIZE] */
  #spread = new Float32Array(SIZE).fill(1);

  private constructor(private readonly encoder: Encoder) {}

  static async open(side: number, read: ReadModelFile): Promise<EncoderJudge> {
    const weights = await openEncoderWeights(ganvasEncoder, read);
    return new EncoderJudge(new Encoder(ganvasEncoder, weights, [side, side], 'max', LAYERS));
  }

  /** Features [count * SIZE] of pictures [count, side, side, 3] in [-1, 1]. */
  features(pictures: Tensor): Float32Array {
    return tidy(() => {
      const means = this.encoder.features(pictures).map((maps) => mean(maps, [1, 2]));
      return Float32Array.from(concat(means, 1).dataSync());
    });
  }

  /** The real pictures that all others are compared with. @param features of some hundred at least */
  compareWith(features: Float32Array): void {
    const { covariance } = momentsOf(features, SIZE);
    this.#spread = Float32Array.from({ length: SIZE }, (_, i) => Math.sqrt(covariance[i * SIZE + i]) || 1);
    this.#real = this.#moments(features);
  }

  /** Fréchet distance from the real pictures, in squared spreads. */
  distance(features: Float32Array): number {
    if (!this.#real) throw new TypeError('There is nothing to compare with');
    return frechetDistance(this.#real, this.#moments(features));
  }

  #moments(features: Float32Array): Moments {
    return momentsOf(
      features.map((value, i) => value / this.#spread[i % SIZE]),
      SIZE,
    );
  }
}
