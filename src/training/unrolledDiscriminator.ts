// The discriminator as it would be after some more updates, as a function of the fakes (Metz et al. 2017,
// https://arxiv.org/abs/1611.02163): the generator that learns against it sees how it would answer, and differentiates
// through its learning. Nothing is changed: the updates happen on copies, with the optimizer's own rule and memory.
import { add, div, engine, mul, sqrt, square, sub, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { TwinWeights } from '../engine/network';
import { ADAM_EPSILON } from '../engine/ops/adam';
import { matrix } from '../engine/ops/rank';
import { stepInput } from '../engine/recording';
import { adamSettings, type Adversaries } from './adversaries';
import type { StepInputs } from './stepInputs';

/** What the copies learn from: both batches as the discriminator sees them. */
export interface UnrolledImages {
  readonly real: Tensor;
  readonly fake: Tensor;
}

/** Adam's rule from stock operations, which unlike the fused update can be differentiated. */
function moved(
  weight: Tensor,
  gradient: Tensor,
  { m, v }: { readonly m: Tensor; readonly v: Tensor },
  { beta1, beta2 }: { readonly beta1: number; readonly beta2: number },
  rate: Tensor,
): { readonly weight: Tensor; readonly m: Tensor; readonly v: Tensor } {
  const nextM = add(mul(m, beta1), mul(gradient, 1 - beta1));
  const nextV = add(mul(v, beta2), mul(square(gradient), 1 - beta2));
  // A root has no slope at 0, where a unit without gradient lies: epsilon stands below it too.
  const length = add(sqrt(add(nextV, ADAM_EPSILON ** 2)), ADAM_EPSILON);
  return { weight: sub(weight, div(mul(nextM, rate), length)), m: nextM, v: nextV };
}

/**
 * The discriminator's weights after `unrolledSteps` further updates on the same two batches. To be called under a gradient,
 * which owns everything that it makes.
 */
export function unrolledWeights(
  { discriminator, discriminatorAdam, loss }: Adversaries,
  inputs: StepInputs,
  { real, fake }: UnrolledImages,
): TwinWeights {
  const { config } = inputs;
  const settings = adamSettings(config, config.learningRateD);
  const names = [...discriminator.twin().byName.keys()];
  let weights: readonly Tensor[] = discriminator.trainable;
  let moments = discriminatorAdam.firstMoments.map((m, i): { m: Tensor; v: Tensor } => ({
    m,
    v: discriminatorAdam.secondMoments[i],
  }));
  for (let step = 1; step <= config.unrolledSteps; step++) {
    const twin = asTwin(names, weights);
    const judge = (images: Tensor) => matrix(discriminator.apply(images, { kind: 'smooth' }, twin));
    const lossOf = (): Scalar => loss.discriminator(judge(real), judge(fake), config.lossParams);
    // Weights that do not move the loss have no gradient.
    const gradients: readonly (Tensor | undefined)[] = engine().gradients(
      lossOf,
      [...weights],
      undefined,
      true,
    ).grads;
    const rate = stepInput([], (values) =>
      values.fill(discriminatorAdam.rateAt(discriminatorAdam.updates + step, settings)),
    );
    const next = weights.map((weight, i) => {
      const gradient = gradients[i];
      return gradient ? moved(weight, gradient, moments[i], settings, rate) : { weight, ...moments[i] };
    });
    weights = next.map(({ weight }) => weight);
    moments = next.map(({ m, v }) => ({ m, v }));
  }
  return asTwin(names, weights);
}

const asTwin = (names: readonly string[], tensors: readonly Tensor[]): TwinWeights => ({
  byName: new Map(names.map((name, i) => [name, tensors[i]])),
  tensors,
});
