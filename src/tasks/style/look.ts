// A look at a picture: its losses and their gradient, under one set of weights; recorded where the backend can.
import {
  concat,
  engine,
  keep,
  reshape,
  stack,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import { numberParam, type ParamValues } from '../../core/paramSpec';
import type { EncoderDefinition } from '../../encoders/define';
import { Encoder } from '../../encoders/encoder';
import { encoderLayers } from '../../encoders/network';
import type { EncoderWeights } from '../../encoders/weights';
import { vector } from '../../engine/ops/rank';
import { stepInput } from '../../engine/recording';
import { RecordedSteps } from '../../training/recordedSteps';
import {
  gramMatrix,
  layerWeights,
  meanSquare,
  totalVariation,
  weightedSum,
  type LayerWeight,
} from './losses';
import { poolingOf } from './params';
import type { TwoPictures } from './pictures';

/** What looks at the pictures. */
export interface FeatureNetwork {
  readonly definition: EncoderDefinition;
  readonly weights: EncoderWeights;
}

/** What the picture is held against. */
interface Targets {
  readonly content: readonly Tensor[];
  readonly style: readonly Tensor[];
}

const namesOf = (weights: readonly LayerWeight[]): string => weights.map(({ layer }) => layer).join();

/** It owns its tensors; `dispose` frees them. */
export class StyleLook {
  readonly #encoder: Encoder;
  readonly #targets: Targets;
  #content: readonly LayerWeight[];
  #style: readonly LayerWeight[];
  /** Another object whenever a weight changed: steps are recorded anew. */
  #computed: object = {};
  readonly #steps: RecordedSteps;
  #picture: Float32Array = new Float32Array();

  constructor(
    private params: ParamValues,
    private readonly pictures: TwoPictures,
    { definition, weights }: FeatureNetwork,
  ) {
    const { shape } = pictures;
    const { content, style } = layerWeights(params, encoderLayers(definition));
    [this.#content, this.#style] = [content, style];
    const layers = [...new Set([...content, ...style].map(({ layer }) => layer))];
    this.#encoder = new Encoder(definition, weights, [shape[0], shape[1]], poolingOf(params), layers);
    this.#targets = tidy(() => ({
      content: this.#maps(this.#tensor(pictures.content), content).map((maps) => keep(maps)),
      style: this.#maps(this.#tensor(pictures.style), style).map((maps) => keep(gramMatrix(maps))),
    }));
    this.#steps = new RecordedSteps(
      () => this.#compute(),
      () => [...this.#encoder.tensors, ...this.#targets.content, ...this.#targets.style],
    );
  }

  get fingerprint(): number {
    return this.#encoder.fingerprint;
  }

  get isReplaying(): boolean {
    return this.#steps.isReplaying;
  }

  /** [losses, then the gradient pixel by pixel]; the caller disposes it. */
  at(picture: Float32Array): Tensor1D {
    this.#picture = picture;
    return vector(this.#steps.step(this.#computed));
  }

  /** Takes other weights over. @returns false where other layers count: it stays as it is, and another look is needed */
  reweigh(params: ParamValues): boolean {
    const { content, style } = layerWeights(params, encoderLayers(this.#encoder.definition));
    if (namesOf(content) !== namesOf(this.#content) || namesOf(style) !== namesOf(this.#style)) return false;
    [this.#content, this.#style, this.params, this.#computed] = [content, style, params, {}];
    return true;
  }

  dispose(): void {
    this.#steps.dispose();
    this.#encoder.dispose();
    for (const target of [...this.#targets.content, ...this.#targets.style]) target.dispose();
  }

  #tensor(values: Float32Array): Tensor {
    return stepInput([1, ...this.pictures.shape], (into) => into.set(values));
  }

  #maps(picture: Tensor, wanted: readonly LayerWeight[]): readonly Tensor[] {
    const all = wanted.length > 0 ? this.#encoder.features(picture) : [];
    return wanted.map(({ layer }) => all[this.#encoder.layers.indexOf(layer)]);
  }

  #compute(): Tensor1D {
    return tidy(() => {
      const picture = stepInput([1, ...this.pictures.shape], (into) => into.set(this.#picture));
      const reported: Scalar[] = [];
      const { value, grads } = engine().gradients((): Scalar => {
        const maps = this.#maps(picture, [...this.#content, ...this.#style]);
        const content = weightedSum(
          this.#content.map(
            ({ weight }, i) => [meanSquare(maps[i], this.#targets.content[i]), weight] as const,
          ),
        );
        const first = this.#content.length;
        const style = weightedSum(
          this.#style.map(
            ({ weight }, i) =>
              [meanSquare(gramMatrix(maps[first + i]), this.#targets.style[i]), weight] as const,
          ),
        );
        const smooth = totalVariation(picture);
        reported.push(...[content, style, smooth].map((term): Scalar => keep(term.clone())));
        return weightedSum([
          [content, numberParam(this.params, 'contentWeight')],
          [style, numberParam(this.params, 'styleWeight')],
          [smooth, numberParam(this.params, 'smoothWeight')],
        ]);
      }, [picture]);
      const losses = stack([value, ...reported]);
      for (const term of reported) term.dispose();
      return vector(concat([losses, reshape(grads[0], [-1])]));
    });
  }
}
