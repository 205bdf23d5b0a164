// Two networks, their optimizers, and the adversarial step (Goodfellow et al. 2014, algorithm 1, as the application
// note trains): the discriminator on a real and a fake batch in separate passes, then the generator through the
// discriminator. Compute only: no timing, no messages, no storage.
import {
  cast,
  greater,
  keep,
  less,
  mean,
  reshape,
  sigmoid,
  stack,
  tensor,
  tidy,
  variableGrads,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { ImageBatch } from '../core/history';
import type { RunConfig } from '../core/runConfig';
import { Network } from '../engine/network';
import { Adam, type AdamSettings } from '../engine/ops/adam';
import { matrix } from '../engine/ops/rank';
import type { LoadedDataset } from '../datasets/define';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import type { LossDefinition } from '../losses/define';
import type { ModelDefinition } from '../models/define';
import { discriminatorLatents, dropoutSeed, generatorLatents, type DropoutPass } from './streams';
import { updateAverage } from './weightAverage';

export interface TrainerParts {
  readonly config: RunConfig;
  readonly dataset: LoadedDataset;
  readonly model: ModelDefinition;
  readonly loss: LossDefinition;
}

const share = (hits: Tensor): Scalar => mean(cast(hits, 'float32'));

export class Trainer {
  readonly generator: Network;
  readonly discriminator: Network;
  /** The averaged generator that samples are drawn from; null when averaging is off. */
  readonly average: Network | null;
  readonly generatorAdam: Adam;
  readonly discriminatorAdam: Adam;
  /** Settings may change between steps; the architecture may not. */
  config: RunConfig;

  constructor(private readonly parts: TrainerParts) {
    const { config, dataset, model } = parts;
    this.config = config;
    this.generator = new Network(model.buildGenerator(dataset.shape, config.modelParams), config.seed);
    this.discriminator = new Network(
      model.buildDiscriminator(dataset.shape, config.modelParams),
      config.seed,
    );
    this.average = config.emaDecay > 0 ? new Network(this.generator.spec, config.seed) : null;
    this.generatorAdam = new Adam(this.generator.trainable);
    this.discriminatorAdam = new Adam(this.discriminator.trainable);
  }

  get latentSize(): number {
    return this.generator.spec.input[0];
  }

  /**
   * One training step. Numbers depend on (configuration, weights, step) only.
   * @param step steps done after this one, from 1
   * @returns [4]: dLoss, gLoss, accuracyReal, accuracyFake; the caller disposes it
   */
  step(step: number): Tensor1D {
    let police: Tensor[] = [];
    for (let part = 0; part < this.config.dSteps; part++) {
      for (const t of police) t.dispose();
      police = this.#updateDiscriminator(step, part);
    }
    const [dLoss, accuracyReal, accuracyFake] = police;
    const gLoss = this.#updateGenerator(step);
    const report = tidy(() => stack([dLoss, gLoss, accuracyReal, accuracyFake]));
    for (const t of [...police, gLoss]) t.dispose();
    return report as Tensor1D;
  }

  /**
   * Images of the latents [count * latentSize] in inference mode (the average when there is one).
   * @returns tensor [count, h, w, c] in [-1, 1]; the caller disposes it
   */
  generate(latents: Float32Array): Tensor {
    const rows = latents.length / this.latentSize;
    return tidy(() =>
      (this.average ?? this.generator).apply(tensor(latents, [rows, this.latentSize]), { kind: 'inference' }),
    );
  }

  /** Probability that the discriminator gives each image [count, h, w, c] of being real, [count]; disposed by the caller. */
  judge(images: Tensor): Tensor1D {
    return tidy(() => {
      const logits = this.discriminator.apply(images, { kind: 'inference' });
      return sigmoid(reshape(logits, [images.shape[0]]));
    });
  }

  dispose(): void {
    for (const part of [
      this.generator,
      this.discriminator,
      this.average,
      this.generatorAdam,
      this.discriminatorAdam,
    ]) {
      part?.dispose();
    }
  }

  #adam(learningRate: number): AdamSettings {
    return { learningRate, beta1: this.config.beta1, beta2: this.config.beta2 };
  }

  #judgeInTraining(images: Tensor, pass: DropoutPass, step: number, part: number): Tensor2D {
    const seed = dropoutSeed(this.config.seed, pass, step, part);
    return matrix(this.discriminator.apply(images, { kind: 'training', dropoutSeed: seed }));
  }

  #forge(latents: Float32Array): Tensor {
    const input = tensor(latents, [latents.length / this.latentSize, this.latentSize]);
    // The generator of every model here has no dropout; its seed is fixed so that one with dropout repeats too.
    return this.generator.apply(input, { kind: 'training', dropoutSeed: this.config.seed });
  }

  #realBatch(step: number, part: number): Tensor {
    const { dataset } = this.parts;
    const { seed, batch } = this.config;
    const { pixels } = dataset.read(batchIndices(seed, step, part, batch, dataset.size));
    return tensor(toSignedUnit(pixels), [batch, ...dataset.shape]);
  }

  /** @returns loss and the accuracies on real and on fake, scalars that the caller disposes */
  #updateDiscriminator(step: number, part: number): Tensor[] {
    const { seed, batch, learningRateD, lossParams } = this.config;
    const accuracies: Tensor[] = [];
    const latents = discriminatorLatents(seed, step, part, batch * this.latentSize);
    const fake = tidy(() => this.#forge(latents));
    const { value, grads } = variableGrads(() => {
      const onReal = this.#judgeInTraining(this.#realBatch(step, part), 'dropoutReal', step, part);
      const onFake = this.#judgeInTraining(fake, 'dropoutFake', step, part);
      accuracies.push(keep(share(greater(onReal, 0))), keep(share(less(onFake, 0))));
      return this.parts.loss.discriminator(onReal, onFake, lossParams);
    }, this.discriminator.trainable);
    fake.dispose();
    this.#apply(this.discriminatorAdam, this.discriminator.trainable, grads, learningRateD);
    return [value, ...accuracies];
  }

  /** @returns the loss, a scalar that the caller disposes */
  #updateGenerator(step: number): Tensor {
    const { seed, batch, learningRateG, lossParams, emaDecay } = this.config;
    const latents = generatorLatents(seed, step, batch * this.latentSize);
    const { value, grads } = variableGrads(() => {
      const onFake = this.#judgeInTraining(this.#forge(latents), 'dropoutG', step, 0);
      return this.parts.loss.generator(onFake, lossParams);
    }, this.generator.trainable);
    this.#apply(this.generatorAdam, this.generator.trainable, grads, learningRateG);
    if (this.average) updateAverage(this.average, this.generator, emaDecay, this.generatorAdam.updates);
    return value;
  }

  #apply(adam: Adam, variables: readonly Variable[], grads: NamedTensorMap, learningRate: number): void {
    const gradients = variables.map((v) => grads[v.name]);
    adam.apply(gradients, this.#adam(learningRate));
    for (const gradient of gradients) gradient.dispose();
  }
}

/** Images [count, h, w, c] in [-1, 1] as bytes. Reads the tensor back; does not dispose it. */
export async function toImageBatch(images: Tensor): Promise<ImageBatch> {
  const [count, height, width, channels] = images.shape;
  const values = await images.data();
  const pixels = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++)
    pixels[i] = Math.max(0, Math.min(255, Math.round((values[i] + 1) * 127.5)));
  return { count, height, width, channels, pixels };
}
