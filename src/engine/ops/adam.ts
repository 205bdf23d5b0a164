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

  /** Applies one update; `gradients[i]` has the shape of `parameters[i]` and stays the caller's. */
  apply(gradients: readonly Tensor[], settings: AdamSettings): void {
    const step = ++this.updates;
    if (hasKernel('GanvasAdam')) this.#fused(gradients, settings, step);
    else this.#composed(gradients, settings, step);
  }

  #fused(gradients: readonly Tensor[], settings: AdamSettings, step: number): void {
    const inputs: NamedTensorMap = {};
    for (const [i, parameter] of this.parameters.entries()) {
      inputs[`param${i}`] = parameter;
      inputs[`grad${i}`] = gradients[i];
      inputs[`m${i}`] = this.firstMoments[i];
      inputs[`v${i}`] = this.secondMoments[i];
    }
    runKernelMulti('GanvasAdam', inputs, {
      count: this.parameters.length,
      ...settings,
      epsilon: ADAM_EPSILON,
      step,
    });
  }

  #composed(gradients: readonly Tensor[], { learningRate, beta1, beta2 }: AdamSettings, step: number): void {
    const rate = (learningRate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
    tidy(() => {
      for (const [i, parameter] of this.parameters.entries()) {
        const [g, m, v] = [gradients[i], this.firstMoments[i], this.secondMoments[i]];
        m.assign(add(mul(m, beta1), mul(g, 1 - beta1)));
        v.assign(add(mul(v, beta2), mul(square(g), 1 - beta2)));
        parameter.assign(sub(parameter, div(mul(m, rate), add(sqrt(v), ADAM_EPSILON))));
      }
    });
  }

  dispose(): void {
    for (const moment of [...this.firstMoments, ...this.secondMoments]) moment.dispose();
  }
}
