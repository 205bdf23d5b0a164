// One update of the generator through the discriminator, and of its running average.
import { add, engine, type Scalar, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { matrix } from '../engine/ops/rank';
import { adamSettings, scoreOf, type Adversaries } from './adversaries';
import type { StepInputs } from './stepInputs';
import type { StepWatch } from './stepWatch';
import { unrolledWeights } from './unrolledDiscriminator';
import { updateAverage } from './weightAverage';

/** Parts of the generator's update in the random streams: its fakes, and real images that they are compared with. */
const [FAKE, REAL] = [0, 1];

/**
 * @param holdZeros sets pruned weights back to zero
 * @param watch sees it, and says whether it learns
 * @returns the loss, a scalar that the caller disposes
 */
export function updateGenerator(
  both: Adversaries,
  inputs: StepInputs,
  holdZeros: () => void,
  watch: StepWatch | null = null,
): Tensor {
  const { generator, discriminator, generatorAdam, classes, loss, average } = both;
  const { seed, dSteps, lossParams, learningRateG, emaDecay } = inputs.config;
  const { value, grads } = engine().gradients((): Scalar => {
    const unrolls = inputs.config.unrolledSteps > 0;
    const noise = inputs.generatorNoise();
    watch?.seeNoise('generator', noise);
    const mode = { kind: 'training', dropoutSeed: seed } as const;
    const forged = generator.apply(noise, mode, null, watch?.pass('forge') ?? null);
    const classRows = inputs.classRowsG();
    const seen = inputs.treat(forged, 'treatedG', FAKE);
    // The first batch that no update of the discriminator has seen in this step.
    const real = () => inputs.treat(inputs.realBatch(dSteps), 'treatedG', REAL);
    const through = unrolls ? unrolledWeights(both, inputs, { real: real(), fake: seen }) : null;
    const judge = (images: Tensor, part: number): Tensor2D => {
      const dropoutSeed = inputs.dropoutSeed('dropoutG', part);
      const mode = through ? ({ kind: 'smooth' } as const) : ({ kind: 'training', dropoutSeed } as const);
      const seenLayers = part === FAKE ? watch?.pass('judgeForged') : null;
      return matrix(discriminator.apply(images, mode, through, seenLayers ?? null));
    };
    const outputs = judge(seen, FAKE);
    const realScores = (): Tensor2D => scoreOf(classes, judge(real(), REAL), inputs.classRowsD(dSteps));
    const scores = scoreOf(classes, outputs, classRows);
    watch?.seeForged(seen, scores);
    const adversarial = loss.generator(scores, lossParams, realScores);
    const surprise = classes?.generatorShowsClass && classRows ? classes.surprise(outputs, classRows) : null;
    return surprise ? add(adversarial, surprise) : adversarial;
  }, generator.trainable);
  watch?.seeLoss('generator', value);
  const update = (): void => {
    generatorAdam.apply(grads, adamSettings(inputs.config, learningRateG));
    holdZeros();
    if (average) updateAverage(average, generator, emaDecay, () => generatorAdam.updates);
  };
  if (watch) watch.update('generator', generator, grads, null, update);
  else update();
  for (const t of grads) t.dispose();
  return value;
}
