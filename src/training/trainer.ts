// Two networks, their optimizers, and the adversarial step (Goodfellow et al. 2014, algorithm 1, as the application
// note trains): the discriminator on a real and a fake batch in separate passes, then the generator through the
// discriminator; either is a file of its own. Compute only: no timing, no messages, no storage.
import {
  concat,
  reshape,
  sigmoid,
  sub,
  tensor,
  tidy,
  type Tensor,
  type Scalar,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { HeldZeros } from '../compression/heldZeros';
import { isPrunable } from '../compression/pruneWeights';
import type { CompressionRecord } from '../core/compressionRecord';
import type { ImageBatch } from '../core/history';
import { networkTotals } from '../core/network';
import type { RunConfig } from '../core/runConfig';
import { gridClasses } from '../core/sampleGrid';
import type { Network } from '../engine/network';
import type { Adam } from '../engine/ops/adam';
import { matrix, vector } from '../engine/ops/rank';
import { stepReport } from '../engine/ops/stepReport';
import type { LoadedDataset } from '../datasets/define';
import type { LossDefinition } from '../losses/define';
import type { ModelDefinition } from '../models/define';
import { scoreOf, type Adversaries } from './adversaries';
import { oneHotRows, type Classes } from './classes';
import { comparableScores, updateDiscriminator, type ScoredBatches } from './discriminatorUpdate';
import { computeAlike } from './computeAlike';
import { ganNetworks, type GanNetworks } from './ganNetworks';
import { updateGenerator } from './generatorUpdate';
import { toImageBatch } from './imageBatch';
import { disposePlayers, handOver, playersOf, type Players } from './players';
import { RecordedDrawing } from './recordedDrawing';
import { RecordedSteps } from './recordedSteps';
import { packImages } from './stabilizers';
import { generatorWeights, readTensors, readUpdates, restoreNetworks, type HeldNetwork } from './snapshot';
import { StepInputs } from './stepInputs';
import type { StepWatch } from './stepWatch';
import { fixedLatents } from './streams';
import type { TaskTrainer, TrainerState } from './taskTrainer';

export interface TrainerParts {
  readonly config: RunConfig;
  readonly dataset: LoadedDataset;
  readonly model: ModelDefinition;
  readonly loss: LossDefinition;
  /** How the generator was made smaller; absent where it was not. */
  readonly compression?: CompressionRecord;
}

export class Trainer implements Adversaries, TaskTrainer {
  /** What the networks know of classes; null for models without. */
  readonly classes: Classes | null;
  readonly loss: LossDefinition;
  readonly latentSize: number;
  /** Sees the steps that are taken while it is set: they compute the same, and are neither recorded nor replayed. */
  watch: StepWatch | null = null;
  /** What the numbers of a step's report are. */
  readonly series: readonly string[] = ['dLoss', 'gLoss', 'accuracyReal', 'accuracyFake'];
  #players: Players;
  readonly #inputs: StepInputs;
  readonly #keepsZeros: boolean;
  readonly #zeros = new HeldZeros();
  /** Another object whenever a setting that a step depends on was changed. */
  #computed: object = {};
  readonly #steps = new RecordedSteps(
    () => this.#compute(),
    () => this.#state(),
  );
  readonly #drawing = new RecordedDrawing();

  /** @throws InvalidValueError, UnlabelledDataError when the model does not fit the images, or frozen layers the model */
  constructor({ config, dataset, model, loss, compression }: TrainerParts) {
    this.loss = loss;
    const labels = dataset.classNames?.length ?? null;
    const described = ganNetworks({ ...{ config, model, compression, labels }, shape: dataset.shape });
    const { classes, latentSize } = described;
    this.classes = classes;
    this.latentSize = latentSize;
    this.#players = playersOf(described, config.seed);
    this.#keepsZeros = compression?.keepsZeros === true;
    this.#inputs = new StepInputs(config, dataset, classes, latentSize);
  }

  get generator(): Network {
    return this.#players.generator;
  }

  get discriminator(): Network {
    return this.#players.discriminator;
  }

  /** The averaged generator that samples are drawn from; null when averaging is off. */
  get average(): Network | null {
    return this.#players.average;
  }

  get generatorAdam(): Adam {
    return this.#players.generatorAdam;
  }

  get discriminatorAdam(): Adam {
    return this.#players.discriminatorAdam;
  }

  /** The same list as long as the networks are the same. */
  get networks(): readonly HeldNetwork[] {
    return this.#players.held;
  }

  /** Height, width, channels of what the generator draws. */
  get imageShape(): readonly [number, number, number] {
    const [height, width, channels] = networkTotals(this.generator.spec).output;
    return [height, width, channels];
  }

  /** A generator that came from a file has none; its description has no layers then. */
  get hasDiscriminator(): boolean {
    return this.discriminator.spec.nodes.length > 0;
  }

  /** Whether there is a discriminator, and images to train with. */
  get isTrainable(): boolean {
    return this.hasDiscriminator && this.#inputs.hasImages;
  }

  /** Settings may change between steps; the architecture may not. */
  get config(): RunConfig {
    return this.#inputs.config;
  }

  set config(config: RunConfig) {
    if (!computeAlike(this.config, config)) this.#computed = {};
    this.#inputs.config = config;
  }

  get steps(): number {
    return this.config.steps;
  }

  /** Samples of the run's fixed noise. */
  async grid(): Promise<ImageBatch> {
    const classes = gridClasses(this.classes?.count ?? 0);
    const images = this.generate(fixedLatents(this.config.seed, classes.length, this.latentSize), classes);
    const batch = await toImageBatch(images);
    images.dispose();
    return batch;
  }

  async read(): Promise<TrainerState> {
    return { updates: readUpdates(this), tensors: await readTensors(this), numbers: {} };
  }

  restore(state: TrainerState): void {
    restoreNetworks(this, state);
    if (this.#keepsZeros) this.#holdZeros(generatorWeights(state.tensors));
  }

  /** From now on the generator's weights stay zero where `weights`, by the names of the network, are zero. */
  #holdZeros(weights: ReadonlyMap<string, Float32Array>): void {
    this.#zeros.dispose();
    for (const { name, variable } of this.generator.weights) {
      const values = weights.get(name);
      if (values && isPrunable(name))
        this.#zeros.hold(
          variable,
          values.map((w) => (w === 0 ? 0 : 1)),
        );
    }
    this.#computed = {};
  }

  /**
   * One training step. Numbers depend on (configuration, weights, step) only.
   * @param step steps done after this one, from 1
   * @returns [4]: the numbers of `series`; the caller disposes it
   */
  step(step: number): Tensor1D {
    this.#inputs.step = step;
    if (this.watch) {
      this.#steps.dispose();
      return this.#compute(this.watch);
    }
    return vector(this.#steps.step(this.#computed));
  }

  /** Whether steps are replayed from a recording by now. */
  get isReplaying(): boolean {
    return this.#steps.isReplaying;
  }

  /**
   * Images of the latents [count * latentSize] in inference mode (the average when there is one).
   * @param classes class of each image, for models that know classes
   * @returns tensor [count, h, w, c] in [-1, 1]; the caller disposes it
   */
  generate(latents: Float32Array, classes = this.everyClass(latents.length / this.latentSize)): Tensor {
    const rows = this.classes?.inputRows(latents, classes) ?? latents;
    return this.#drawing.draw(this.average ?? this.generator, rows, classes.length);
  }

  /**
   * Probability that the discriminator, which must be there, gives each image [count, h, w, c] of being real, [count]; disposed by the caller.
   * One that judges several images as one sees copies.
   */
  realness(images: Tensor, classes = this.everyClass(images.shape[0])): Tensor1D {
    return tidy(() => {
      const scores = this.scores(images, classes);
      return sigmoid(reshape(sub(scores, this.loss.boundary ?? 0), [classes.length]));
    });
  }

  /** The discriminator's score of each image in inference mode, [count, 1]; under a gradient it has one by the images. */
  scores(images: Tensor, classes = this.everyClass(images.shape[0])): Tensor2D {
    const { packing } = this.config;
    return tidy(() => {
      const copies = Array.from({ length: packing }, () => images);
      const seen = packing === 1 ? images : packImages(concat(copies), packing);
      const outputs = matrix(this.discriminator.apply(seen, { kind: 'inference' }));
      const known = this.classes;
      const rows = known && tensor(oneHotRows(classes, known.count), [classes.length, known.count]);
      return scoreOf(known, outputs, rows);
    });
  }

  /**
   * The generator's loss on images [count, h, w, c], by the discriminator outside of training. The caller disposes it.
   * @param real real images, for losses that compare
   */
  lossOn(images: Tensor, real: Tensor, classes = this.everyClass(images.shape[0])): Scalar {
    const onReal = () => this.scores(real);
    return tidy(() => this.loss.generator(this.scores(images, classes), this.config.lossParams, onReal));
  }

  /** One class after the other, over and over: those of images that nobody chose a class for. */
  everyClass(length: number): Uint8Array {
    const count = this.classes?.count ?? 1;
    return Uint8Array.from({ length }, (_, i) => i % count);
  }

  dispose(): void {
    this.#steps.dispose();
    this.#drawing.dispose();
    this.#zeros.dispose();
    disposePlayers(this.#players);
  }

  /** Goes on with other networks: weights of the same name and shape go over, optimizers begin anew. */
  protected rebuild(described: GanNetworks): void {
    const before = this.#players;
    this.#players = playersOf(described, this.config.seed);
    handOver(before, this.#players);
    this.#drawing.dispose();
    disposePlayers(before);
    this.#steps.dispose();
    this.#computed = {};
  }

  /** What a step does before both updates, also where it is recorded. */
  protected prepareStep(): void {
    // Nothing, where networks are what they are.
  }

  #state(): readonly Tensor[] {
    const networks = [this.generator, this.discriminator, this.average].filter((n) => n !== null);
    const adams = [this.generatorAdam, this.discriminatorAdam];
    return [
      ...networks.flatMap((network) => network.weights.map((weight) => weight.variable)),
      ...adams.flatMap((adam) => [...adam.firstMoments, ...adam.secondMoments]),
      ...this.#zeros.tensors,
    ];
  }

  #compute(watch: StepWatch | null = null): Tensor1D {
    this.prepareStep();
    let scored: ScoredBatches | null = null;
    for (let part = 0; part < this.config.dSteps; part++) {
      disposeScored(scored);
      scored = updateDiscriminator(this, this.#inputs, part, watch);
    }
    const gLoss = updateGenerator(this, this.#inputs, () => this.#zeros.apply(), watch);
    if (!scored) throw new TypeError(`The discriminator was updated ${this.config.dSteps} times.`);
    const { loss } = scored;
    const report = tidy(() => stepReport(loss, gLoss, ...comparableScores(this, scored)));
    disposeScored(scored);
    gLoss.dispose();
    return report;
  }
}

function disposeScored(scored: ScoredBatches | null): void {
  if (scored) for (const t of [scored.loss, scored.onReal, scored.onFake]) t.dispose();
}
