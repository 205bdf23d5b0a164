// Adam (Kingma & Ba 2015) for all parameters of one network in a single update, in TensorFlow's form:
// p -= lr sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(v) + epsilon).
import {
  add,
  div,
  mul,
  sqrt,
  square,
  sub,
  tidy,
  variable,
  zerosLike,
  type NamedTensorMap,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { stepEffect } from '../recording';
import { hasKernel, runKernelMulti } from './kernel';

export interface AdamSettings {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
}

/** Keras' default. */
export const ADAM_EPSILON = 1e-7;

/** First and second moments of a list of parameters. Owns its variables; `dispose` frees them. */
export class Adam {
  /** Updates made so far. */
  updates = 0;
  readonly firstMoments: readonly Variable[];
  readonly secondMoments: readonly Variable[];

  constructor(readonly parameters: readonly Variable[]) {
    const zeros = () => parameters.map((p) => tidy(() => variable(zerosLike(p), false)));
    this.firstMoments = zeros();
    this.secondMoments = zeros();
  }

  /**
   * Applies one update; `gradients[i]` has the shape of `parameters[i]` and stays the caller's. With `others` the
   * gradient is the sum of both lists.
   */
  apply(gradients: readonly Tensor[], settings: AdamSettings, others: readonly Tensor[] | null = null): void {
    stepEffect(() => {
      this.updates++;
    });
    if (!hasKernel('GanvasAdam')) {
      tidy(() => this.#composed(summed(gradients, others), settings));
    } else if (others && !hasKernel('GanvasAdamPair')) {
      tidy(() => this.#fused(summed(gradients, others), settings, null));
    } else this.#fused(gradients, settings, others);
  }

  #rate(settings: AdamSettings): number {
    return this.rateAt(this.updates, settings);
  }

  /** The rate of update `update`, counted from 1, freed of the bias that moments have at first. */
  rateAt(update: number, { learningRate, beta1, beta2 }: AdamSettings): number {
    return (learningRate * Math.sqrt(1 - beta2 ** update)) / (1 - beta1 ** update);
  }

  #fused(gradients: readonly Tensor[], settings: AdamSettings, others: readonly Tensor[] | null): void {
    const inputs: NamedTensorMap = {};
    for (const [i, parameter] of this.parameters.entries()) {
      inputs[`param${i}`] = parameter;
      inputs[`grad${i}`] = gradients[i];
      if (others) inputs[`other${i}`] = others[i];
      inputs[`m${i}`] = this.firstMoments[i];
      inputs[`v${i}`] = this.secondMoments[i];
    }
    runKernelMulti(others ? 'GanvasAdamPair' : 'GanvasAdam', inputs, {
      count: this.parameters.length,
      ...settings,
      epsilon: ADAM_EPSILON,
      step: this.updates,
      rate: this.#rate(settings),
      rateOf: () => this.#rate(settings),
    });
  }

  #composed(gradients: readonly Tensor[], settings: AdamSettings): void {
    const { beta1, beta2 } = settings;
    const rate = this.#rate(settings);
    for (const [i, parameter] of this.parameters.entries()) {
      const [g, m, v] = [gradients[i], this.firstMoments[i], this.secondMoments[i]];
      m.assign(add(mul(m, beta1), mul(g, 1 - beta1)));
      v.assign(add(mul(v, beta2), mul(square(g), 1 - beta2)));
      parameter.assign(sub(parameter, div(mul(m, rate), add(sqrt(v), ADAM_EPSILON))));
    }
  }

  dispose(): void {
    for (const moment of [...this.firstMoments, ...this.secondMoments]) moment.dispose();
  }
}

const summed = (gradients: readonly Tensor[], others: readonly Tensor[] | null): readonly Tensor[] =>
  others ? gradients.map((gradient, i) => add(gradient, others[i])) : gradients;
