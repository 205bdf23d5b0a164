// Perceptual losses of a batch of pictures (Johnson et al. 2016, https://arxiv.org/abs/1603.08155): a feature network holds what was
// made against the pictures that it was made of, and against style pictures. It owns its tensors; `dispose` frees them.
import {
  concat,
  keep,
  reshape,
  split,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import type { ParamValues } from '../../core/paramSpec';
import { Encoder } from '../../encoders/encoder';
import { encoderLayers } from '../../encoders/network';
import { embedding } from '../../engine/ops/embedding';
import { matrix } from '../../engine/ops/rank';
import type { FeatureNetwork } from './look';
import {
  gramMatrices,
  layerWeights,
  meanSquare,
  totalVariation,
  weightedSum,
  type StyleWeights,
} from './losses';
import { poolingOf } from './params';

export interface PerceptualTerms {
  readonly content: Scalar;
  readonly style: Scalar;
  readonly smooth: Scalar;
}

export class PerceptualLoss {
  readonly #encoder: Encoder;
  readonly #weights: StyleWeights;
  /** By layer of style: the Gram matrix of each style picture, [styles, filters * filters]. */
  #styles: readonly Tensor[] = [];

  /** @param size of the pictures that it is mostly shown */
  constructor(
    { definition, weights }: FeatureNetwork,
    params: ParamValues,
    size: readonly [height: number, width: number],
  ) {
    this.#weights = layerWeights(params, encoderLayers(definition));
    const { content, style } = this.#weights;
    const layers = [...new Set([...content, ...style].map(({ layer }) => layer))];
    this.#encoder = new Encoder(definition, weights, size, poolingOf(params), layers);
  }

  /** Of the feature network's weights. */
  get fingerprint(): number {
    return this.#encoder.fingerprint;
  }

  /** All that outlives a step. */
  get tensors(): readonly Tensor[] {
    return [...this.#encoder.tensors, ...this.#styles];
  }

  /** Holds pictures against other styles from now on. @param pictures [styles, h, w, 3] of any size; stays the caller's */
  setStyles(pictures: Tensor): void {
    for (const before of this.#styles) before.dispose();
    this.#styles = tidy(() => {
      const each = split(pictures, pictures.shape[0]).map((one) => this.#maps(one));
      return this.#weights.style.map(({ layer }) => {
        const grams = each.map((maps) => gramMatrices(maps(layer)));
        return keep(reshape(concat(grams, 0), [grams.length, -1]));
      });
    });
  }

  /** What the content of these pictures [b, h, w, 3] is held against; in `tidy`. */
  contentOf(pictures: Tensor): Tensor[] {
    const maps = this.#maps(pictures);
    return this.#weights.content.map(({ layer }) => maps(layer));
  }

  /**
   * The terms of pictures that were made, before their weights; under a gradient.
   * @param made [b, h, w, 3]
   * @param content of what they were made of, as `contentOf` gives it
   * @param styles the number [b] of the style of each; null where there is one style
   */
  terms(made: Tensor, content: readonly Tensor[], styles: Tensor1D | null): PerceptualTerms {
    const maps = this.#maps(made);
    const ofStyle = ({ layer }: { readonly layer: string }, i: number): Scalar => {
      const grams = gramMatrices(maps(layer));
      const [count, filters] = grams.shape;
      const rows = reshape(grams, [count, filters * filters]);
      const wanted = styles ? embedding(styles, matrix(this.#styles[i])) : this.#styles[i];
      return meanSquare(rows, wanted);
    };
    return {
      content: weightedSum(
        this.#weights.content.map((one, i) => [meanSquare(maps(one.layer), content[i]), one.weight] as const),
      ),
      style: weightedSum(this.#weights.style.map((one, i) => [ofStyle(one, i), one.weight] as const)),
      smooth: totalVariation(made),
    };
  }

  dispose(): void {
    this.#encoder.dispose();
    for (const style of this.#styles) style.dispose();
  }

  #maps(pictures: Tensor): (layer: string) => Tensor {
    const { layers } = this.#encoder;
    const found = layers.length > 0 ? this.#encoder.features(pictures) : [];
    return (layer) => found[layers.indexOf(layer)];
  }
}
