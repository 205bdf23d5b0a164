// The gradients of both losses by the weights, on the batches of one step and without dropout: how much of the error arrives
// at each layer. Nothing learns, and no moving average moves; the generator's is found against the discriminator as it stands.
import { add, engine, keep, tidy, zerosLike, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Network, NetworkWeight } from '../../engine/network';
import { matrix } from '../../engine/ops/rank';
import type { GradientFlow, InsideNetwork, LayerGradient } from '../../protocol';
import { scoreOf, type Adversaries } from '../adversaries';
import { penaltyContext, withSurprise } from '../discriminatorUpdate';
import type { StepInputs } from '../stepInputs';

const SMOOTH = { kind: 'smooth' } as const;

/** A loss with its gradient by each weight that learns, in the network's order. */
export interface LossGradient {
  readonly loss: Scalar;
  readonly gradients: readonly Tensor[];
}

/** Weights that move nothing have a gradient of zeros. */
function gradientOf(network: Network, loss: () => Scalar): LossGradient {
  const { value, grads } = engine().gradients(loss, network.trainable, undefined, true);
  const found: readonly (Tensor | undefined)[] = grads;
  return { loss: value, gradients: network.trainable.map((w, i) => found[i] ?? zerosLike(w)) };
}

/** Of the discriminator, the penalty on its slope among it. To be called in `tidy`. */
function ofDiscriminator(both: Adversaries, inputs: StepInputs): LossGradient {
  const { generator, discriminator, classes, loss } = both;
  const { lossParams } = inputs.config;
  const fake = inputs.treat(generator.apply(inputs.discriminatorNoise(0), SMOOTH), 'treatedFake', 0);
  const real = inputs.treat(inputs.realBatch(0), 'treatedReal', 0);
  const classRows = inputs.classRowsD(0);
  const judge = (images: Tensor) => matrix(discriminator.apply(images, SMOOTH));
  const own = gradientOf(discriminator, () => {
    const outputs = [judge(real), judge(fake)] as const;
    const [onReal, onFake] = outputs.map((o) => scoreOf(classes, o, classRows));
    return withSurprise(both, loss.discriminator(onReal, onFake, lossParams), outputs, classRows);
  });
  if (!loss.penalty) return own;
  const penalty = loss.penalty.bind(
    loss,
    penaltyContext(both, inputs, 0, { real, fake, classRows }),
    lossParams,
  );
  const other = gradientOf(discriminator, penalty);
  return {
    loss: add(own.loss, other.loss),
    gradients: own.gradients.map((gradient, i) => add(gradient, other.gradients[i])),
  };
}

/** Of the generator through the discriminator. To be called in `tidy`. */
function ofGenerator(both: Adversaries, inputs: StepInputs): LossGradient {
  const { generator, discriminator, classes, loss } = both;
  const { dSteps, lossParams } = inputs.config;
  const judge = (images: Tensor) => matrix(discriminator.apply(images, SMOOTH));
  const noise = inputs.generatorNoise();
  const classRows = inputs.classRowsG();
  return gradientOf(generator, () => {
    const outputs = judge(inputs.treat(generator.apply(noise, SMOOTH), 'treatedG', 0));
    const onReal = () =>
      scoreOf(
        classes,
        judge(inputs.treat(inputs.realBatch(dSteps), 'treatedG', 1)),
        inputs.classRowsD(dSteps),
      );
    const adversarial = loss.generator(scoreOf(classes, outputs, classRows), lossParams, onReal);
    const surprise = classes?.generatorShowsClass && classRows ? classes.surprise(outputs, classRows) : null;
    return surprise ? add(adversarial, surprise) : adversarial;
  });
}

/** Both, of the step that `inputs` stand at. The caller disposes them. */
export function lossGradients(
  both: Adversaries,
  inputs: StepInputs,
): Readonly<Record<InsideNetwork, LossGradient>> {
  return {
    generator: tidyGradient(() => ofGenerator(both, inputs)),
    discriminator: tidyGradient(() => ofDiscriminator(both, inputs)),
  };
}

/** Without what was made on the way. */
function tidyGradient(find: () => LossGradient): LossGradient {
  const kept: { loss?: Scalar } = {};
  const gradients = tidy(() => {
    const { loss, gradients } = find();
    kept.loss = keep(loss);
    return [...gradients];
  });
  if (!kept.loss) throw new TypeError('No loss was found.');
  return { loss: kept.loss, gradients };
}

const squares = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ** 2;
  return sum;
};

async function byLayer(
  learning: readonly NetworkWeight[],
  gradients: readonly Tensor[],
): Promise<readonly LayerGradient[]> {
  const sums = new Map<string, { gradient: number; weights: number; parameters: number }>();
  for (const [i, { name, variable }] of learning.entries()) {
    const layer = name.slice(0, name.lastIndexOf('/'));
    const sum = sums.get(layer) ?? { gradient: 0, weights: 0, parameters: 0 };
    sum.gradient += squares(await gradients[i].data());
    sum.weights += squares(await variable.data());
    sum.parameters += variable.size;
    sums.set(layer, sum);
  }
  return [...sums].map(([layer, { gradient, weights, parameters }]) => ({
    layer,
    gradient: Math.sqrt(gradient / parameters),
    weights: Math.sqrt(weights / parameters),
    parameters,
  }));
}

/** The flow of the step that `inputs` stand at. */
export async function gradientFlow(both: Adversaries, inputs: StepInputs): Promise<GradientFlow> {
  const { step } = inputs;
  const found = lossGradients(both, inputs);
  try {
    const layers = async (id: InsideNetwork) => byLayer(both[id].learning, found[id].gradients);
    const loss = async (id: InsideNetwork) => (await found[id].loss.data())[0];
    return {
      step,
      losses: { generator: await loss('generator'), discriminator: await loss('discriminator') },
      layers: { generator: await layers('generator'), discriminator: await layers('discriminator') },
    };
  } finally {
    for (const { loss, gradients } of Object.values(found)) for (const t of [loss, ...gradients]) t.dispose();
  }
}
