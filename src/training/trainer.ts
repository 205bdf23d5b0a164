// Two networks, their optimizers, and the adversarial step (Goodfellow et al. 2014, algorithm 1, as the application
// note trains): the discriminator on a real and a fake batch in separate passes, then the generator through the
// discriminator. Compute only: no timing, no messages, no storage.
import {
  engine,
  keep,
  reshape,
  sigmoid,
  tensor,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { ImageBatch } from '../core/history';
import type { RunConfig } from '../core/runConfig';
import { Network, type TwinWeights } from '../engine/network';
import { Adam, type AdamSettings } from '../engine/ops/adam';
import { matrix, vector } from '../engine/ops/rank';
import { stepReport } from '../engine/ops/stepReport';
import { stepInput } from '../engine/recording';
import type { LoadedDataset } from '../datasets/define';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import type { LossDefinition } from '../losses/define';
import type { ModelDefinition } from '../models/define';
import { RecordedSteps } from './recordedSteps';
import { discriminatorLatents, dropoutSeed, generatorLatents, type DropoutPass } from './streams';
import { updateAverage } from './weightAverage';

export interface TrainerParts {
  readonly config: RunConfig;
  readonly dataset: LoadedDataset;
  readonly model: ModelDefinition;
  readonly loss: LossDefinition;
}

/** What the discriminator's update leaves for the report. */
interface Judgement {
  readonly loss: Tensor;
  readonly onReal: Tensor;
  readonly onFake: Tensor;
}

export class Trainer {
  readonly generator: Network;
  readonly discriminator: Network;
  /** The averaged generator that samples are drawn from; null when averaging is off. */
  readonly average: Network | null;
  readonly generatorAdam: Adam;
  readonly discriminatorAdam: Adam;
  /** Settings may change between steps; the architecture may not. */
  config: RunConfig;
  /** The step that is being taken; what differs from step to step is worked out from it, also in replays. */
  #step = 0;
  readonly #steps = new RecordedSteps(
    () => this.#compute(),
    () => this.#state(),
  );

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
    this.#step = step;
    return vector(this.#steps.step(this.config));
  }

  /** Whether steps are replayed from a recording by now. */
  get isReplaying(): boolean {
    return this.#steps.isReplaying;
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
    this.#steps.dispose();
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

  #state(): readonly Tensor[] {
    const networks = [this.generator, this.discriminator, this.average].filter((n) => n !== null);
    const adams = [this.generatorAdam, this.discriminatorAdam];
    return [
      ...networks.flatMap((network) => network.weights.map((weight) => weight.variable)),
      ...adams.flatMap((adam) => [...adam.firstMoments, ...adam.secondMoments]),
    ];
  }

  #compute(): Tensor1D {
    let judgement: Judgement | null = null;
    for (let part = 0; part < this.config.dSteps; part++) {
      disposeJudgement(judgement);
      judgement = this.#updateDiscriminator(part);
    }
    const gLoss = this.#updateGenerator();
    if (!judgement) throw new TypeError(`The discriminator was updated ${this.config.dSteps} times.`);
    const report = stepReport(judgement.loss, gLoss, judgement.onReal, judgement.onFake);
    disposeJudgement(judgement);
    gLoss.dispose();
    return report;
  }

  #judgeInTraining(
    images: Tensor,
    pass: DropoutPass,
    part: number,
    twin: TwinWeights | null = null,
  ): Tensor2D {
    const seed = (): number => dropoutSeed(this.config.seed, pass, this.#step, part);
    return matrix(this.discriminator.apply(images, { kind: 'training', dropoutSeed: seed }, twin));
  }

  #forge(latents: (length: number) => Float32Array): Tensor {
    const shape = [this.config.batch, this.latentSize];
    const input = stepInput(shape, () => latents(shape[0] * shape[1]));
    // The generator of every model here has no dropout; its seed is fixed so that one with dropout repeats too.
    return this.generator.apply(input, { kind: 'training', dropoutSeed: this.config.seed });
  }

  #realBatch(part: number): Tensor {
    const { dataset } = this.parts;
    const { seed, batch } = this.config;
    return stepInput([batch, ...dataset.shape], () =>
      toSignedUnit(dataset.read(batchIndices(seed, this.#step, part, batch, dataset.size)).pixels),
    );
  }

  #updateDiscriminator(part: number): Judgement {
    const { seed, learningRateD, lossParams } = this.config;
    const fake = tidy(() => this.#forge((length) => discriminatorLatents(seed, this.#step, part, length)));
    const judged: Tensor[] = [];
    // The fake batch goes through a twin of the weights, so that the optimizer adds both gradients while it is at it.
    const twin = this.discriminator.twin();
    const weights = this.discriminator.trainable;
    const { value, grads } = engine().gradients((): Scalar => {
      const onReal = this.#judgeInTraining(this.#realBatch(part), 'dropoutReal', part);
      const onFake = this.#judgeInTraining(fake, 'dropoutFake', part, twin);
      judged.push(keep(onReal), keep(onFake));
      return this.parts.loss.discriminator(onReal, onFake, lossParams);
    }, [...weights, ...twin.tensors]);
    const [onRealWeights, onTwin] = [grads.slice(0, weights.length), grads.slice(weights.length)];
    this.discriminatorAdam.apply(onRealWeights, this.#adam(learningRateD), onTwin);
    for (const t of [fake, ...grads, ...twin.tensors]) t.dispose();
    return { loss: value, onReal: judged[0], onFake: judged[1] };
  }

  /** @returns the loss, a scalar that the caller disposes */
  #updateGenerator(): Tensor {
    const { seed, learningRateG, lossParams, emaDecay } = this.config;
    const { value, grads } = engine().gradients((): Scalar => {
      const forged = this.#forge((length) => generatorLatents(seed, this.#step, length));
      return this.parts.loss.generator(this.#judgeInTraining(forged, 'dropoutG', 0), lossParams);
    }, this.generator.trainable);
    this.generatorAdam.apply(grads, this.#adam(learningRateG));
    if (this.average) updateAverage(this.average, this.generator, emaDecay, () => this.generatorAdam.updates);
    for (const t of grads) t.dispose();
    return value;
  }
}

function disposeJudgement(judgement: Judgement | null): void {
  if (judgement) for (const t of [judgement.loss, judgement.onReal, judgement.onFake]) t.dispose();
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
