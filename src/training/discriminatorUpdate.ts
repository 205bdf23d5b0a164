// One update of the discriminator: its loss on a real and a fake batch, the loss' penalty on its slope, and the bound on its
// weights.
import {
  add,
  clipByValue,
  engine,
  keep,
  mean,
  mul,
  sub,
  sum,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { TwinWeights } from '../engine/network';
import { moveTowards } from '../engine/ops/lerp';
import { matrix } from '../engine/ops/rank';
import type { PenaltyContext } from '../losses/define';
import { adamSettings, scoreOf, type Adversaries } from './adversaries';
import type { StepInputs } from './stepInputs';
import type { StepWatch } from './stepWatch';
import type { DropoutPass } from './streams';

/** What the update leaves for the report; the caller disposes it. */
export interface ScoredBatches {
  readonly loss: Tensor;
  /** Scores, [b, 1]. */
  readonly onReal: Tensor;
  readonly onFake: Tensor;
}

/** Both batches as the discriminator sees them, and the classes of either as one-hot rows. */
export interface SeenBatches {
  readonly real: Tensor;
  readonly fake: Tensor;
  readonly classRows: Tensor | null;
}

/** Update `part` of a step. @param watch sees it, and says whether it learns */
export function updateDiscriminator(
  both: Adversaries,
  inputs: StepInputs,
  part: number,
  watch: StepWatch | null = null,
): ScoredBatches {
  const { discriminator, discriminatorAdam, loss } = both;
  const { lossParams, learningRateD } = inputs.config;
  discriminator.refineSingularVectors();
  const images = seenBatches(both, inputs, part, watch);
  const { real, fake, classRows } = images;
  const judged: Tensor[] = [];
  // The fake batch goes through a twin of the weights, so that the optimizer adds both gradients while it is at it.
  const twin = discriminator.twin();
  const weights = discriminator.trainable;
  const judge = (x: Tensor, pass: DropoutPass, through: TwinWeights | null): Tensor2D => {
    const dropoutSeed = inputs.dropoutSeed(pass, part);
    return matrix(
      discriminator.apply(x, { kind: 'training', dropoutSeed }, through, watch?.pass(PASS_OF[pass]) ?? null),
    );
  };
  const { value, grads } = engine().gradients((): Scalar => {
    const outputs = [judge(real, 'dropoutReal', null), judge(fake, 'dropoutFake', twin)] as const;
    const [onReal, onFake] = outputs.map((o) => scoreOf(both.classes, o, classRows));
    judged.push(keep(onReal), keep(onFake));
    return withSurprise(both, loss.discriminator(onReal, onFake, lossParams), outputs, classRows);
  }, [...weights, ...twin.tensors]);
  const [onWeights, onTwin] = [grads.slice(0, weights.length), grads.slice(weights.length)];
  const penalized = addPenalty(both, inputs, part, images, onWeights);
  watch?.seeBatches({ real, fake, onReal: judged[0], onFake: judged[1] });
  watch?.seeLoss('discriminator', value);
  const update = (): void => {
    discriminatorAdam.apply(penalized, adamSettings(inputs.config, learningRateD), onTwin);
    boundWeights(both, inputs);
  };
  if (watch) watch.update('discriminator', discriminator, penalized, onTwin, update);
  else update();
  for (const t of [real, fake, classRows, ...penalized, ...onTwin, ...twin.tensors]) t?.dispose();
  return { loss: value, onReal: judged[0], onFake: judged[1] };
}

const PASS_OF = { dropoutReal: 'judgeReal', dropoutFake: 'judgeFake', dropoutG: 'judgeForged' } as const;

function seenBatches(
  { generator }: Adversaries,
  inputs: StepInputs,
  part: number,
  watch: StepWatch | null,
): SeenBatches {
  // The generator of every model here has no dropout; its seed is fixed so that one with dropout repeats too.
  const mode = { kind: 'training', dropoutSeed: inputs.config.seed } as const;
  const fake = tidy(() => {
    const noise = inputs.discriminatorNoise(part);
    watch?.seeNoise('discriminator', noise);
    const drawn = generator.apply(noise, mode, null, watch?.pass('draw') ?? null);
    return inputs.treat(drawn, 'treatedFake', part);
  });
  const real = tidy(() => inputs.treat(inputs.realBatch(part), 'treatedReal', part));
  return { real, fake, classRows: inputs.classRowsD(part) };
}

/** Where the discriminator guesses classes, it learns to: of labels on both batches, of generators on their fakes. */
export function withSurprise(
  { classes }: Pick<Adversaries, 'classes'>,
  loss: Scalar,
  [onReal, onFake]: readonly [Tensor2D, Tensor2D],
  classRows: Tensor | null,
): Scalar {
  if (!classes || !classRows) return loss;
  const ofFakes = classes.surprise(onFake, classRows);
  if (!ofFakes) return loss;
  const ofReal = classes.areLabels ? classes.surprise(onReal, classRows) : null;
  return add(loss, ofReal ? mul(add(ofFakes, ofReal), 0.5) : ofFakes);
}

/** What a penalty of update `part` may look at: the discriminator in passes that can be differentiated twice. */
export function penaltyContext(
  { discriminator, classes }: Pick<Adversaries, 'discriminator' | 'classes'>,
  inputs: Pick<StepInputs, 'uniforms'>,
  part: number,
  { real, fake, classRows }: SeenBatches,
): PenaltyContext {
  const scores = (images: Tensor): Scalar =>
    sum(scoreOf(classes, matrix(discriminator.apply(images, { kind: 'smooth' })), classRows));
  return {
    real,
    fake,
    inputGradient: (images) => engine().gradients(() => scores(images), [images]).grads[0],
    uniform: () => inputs.uniforms(part, real.shape[0]),
  };
}

/** The gradients with the penalty's added, which replace the given ones. */
function addPenalty(
  both: Adversaries,
  inputs: StepInputs,
  part: number,
  images: SeenBatches,
  gradients: readonly Tensor[],
): readonly Tensor[] {
  const { loss } = both;
  if (!loss.penalty) return gradients;
  const context = penaltyContext(both, inputs, part, images);
  const penalty = loss.penalty.bind(loss, context, inputs.config.lossParams);
  const { value, grads } = engine().gradients(penalty, both.discriminator.trainable, undefined, true);
  value.dispose();
  // Weights that move no slope, as the last bias, have no gradient here.
  const ofPenalty: readonly (Tensor | undefined)[] = grads;
  return gradients.map((gradient, i) => {
    const other = ofPenalty[i];
    if (!other) return gradient;
    const total = add(gradient, other);
    for (const t of [gradient, other]) t.dispose();
    return total;
  });
}

function boundWeights({ discriminator, loss }: Adversaries, inputs: StepInputs): void {
  const bound = loss.weightBound?.(inputs.config.lossParams);
  if (bound === undefined) return;
  const weights = discriminator.trainable;
  tidy(() => {
    const clipped = weights.map((weight) => clipByValue(weight, -bound, bound));
    moveTowards(weights, clipped, 1);
  });
}

/** Scores of both batches such that above 0 means judged real. */
export function comparableScores({ loss }: Adversaries, { onReal, onFake }: ScoredBatches): [Tensor, Tensor] {
  const { comparesScores, boundary = 0 } = loss;
  if (comparesScores) return [sub(onReal, mean(onFake)), sub(onFake, mean(onReal))];
  return boundary === 0 ? [onReal, onFake] : [sub(onReal, boundary), sub(onFake, boundary)];
}
