// The adversarial game with networks that grow (Karras et al. 2018, https://arxiv.org/abs/1710.10196): every part of growing has
// networks of its own, which begin with the weights of those before; optimizers begin anew, as the paper's do. The step itself is
// the game's (trainer.ts).
import { concat, tensor1d, tidy, type Tensor1D } from '@tensorflow/tfjs-core';
import {
  growthAt,
  growthPlan,
  partNumber,
  partOf,
  type GrowthMoment,
  type GrowthPart,
  type GrowthPlan,
} from '../core/growth';
import { InvalidValueError } from '../core/errors';
import { stepInput } from '../engine/recording';
import { moveTowards } from '../engine/ops/lerp';
import { vector } from '../engine/ops/rank';
import type { GrowingPart, ModelDefinition } from '../models/define';
import { fadingPictures, type Fading } from './fadingPictures';
import { ganNetworks, type GanNetworks } from './ganNetworks';
import { CheckpointMismatchError } from './snapshot';
import type { TrainerState } from './taskTrainer';
import { Trainer, type TrainerParts } from './trainer';

/** Name of the number in a run file that says which part of growing its networks are. */
export const GROWTH = 'growth';

/** @throws InvalidValueError for a model that does not grow */
export function growingPart(model: ModelDefinition, part: GrowthPart): GrowingPart {
  if (model.growing) return model.growing(part);
  throw new InvalidValueError(`${model.label} does not grow.`, 'Choose the progressive GAN.');
}

/** The networks of a part of growing. @throws InvalidValueError as `ganNetworks` does, and for a model that does not grow */
export const growingNetworks = (
  parts: Parameters<typeof ganNetworks>[0],
  part: GrowthPart,
): GanNetworks & Pick<GrowingPart, 'fade'> => {
  const { fade, ...built } = growingPart(parts.model, part);
  return { ...ganNetworks({ ...parts, model: { ...parts.model, ...built } }), fade };
};

/** @throws CheckpointMismatchError for numbers that are no part of growing */
export function savedPart(numbers: TrainerState['numbers'], plan: GrowthPlan): GrowthPart {
  const [number = -1] = Object.hasOwn(numbers, GROWTH) ? numbers[GROWTH] : [];
  const part = partOf(number, plan.stages);
  if (part) return part;
  throw new CheckpointMismatchError(
    `The run file says that its networks are part ${number} of growing; there are ${2 * plan.stages - 1}, from 0.`,
    'It was changed, or saved by another version of the page; use another copy, or start a new run from its settings.',
  );
}

export class GrowingTrainer extends Trainer {
  readonly #now: { moment: GrowthMoment };
  readonly #parts: TrainerParts;
  readonly #plan: GrowthPlan;
  #fade: GrowingPart['fade'];

  /** @throws InvalidValueError as the game does, and for a model that does not grow */
  constructor(parts: TrainerParts) {
    const { config, dataset, model } = parts;
    const plan = growthPlan(dataset.shape, config.taskParams);
    const now = { moment: growthAt(plan, 1) };
    const { fade, ...built } = growingPart(model, now.moment);
    const fading = (): Fading | null => {
      const { stage, fading: isFading, share } = now.moment;
      return isFading ? { square: 2 ** (plan.stages - stage), share } : null;
    };
    super({ ...parts, model: { ...model, ...built }, dataset: fadingPictures(dataset, fading) });
    this.#now = now;
    this.#parts = parts;
    this.#plan = plan;
    this.#fade = fade;
  }

  override readonly series = ['dLoss', 'gLoss', 'accuracyReal', 'accuracyFake', 'side'];

  /** The part that the networks are now. */
  get part(): GrowthPart {
    return this.#now.moment;
  }

  /** Whether they are those of the largest size, by themselves. */
  get isGrown(): boolean {
    const { stage, fading } = this.part;
    return stage === this.#plan.stages - 1 && !fading;
  }

  /** Side in pixels of what is drawn at this moment: between two sizes while one is faded in. */
  get side(): number {
    const { stage, fading, share } = this.#now.moment;
    const side = this.#parts.dataset.shape[0] / 2 ** (this.#plan.stages - 1 - stage);
    return fading ? (side / 2) * (1 + share) : side;
  }

  /** Makes the networks those of a step, from 1, as far as they are not. */
  enter(step: number): void {
    const moment = growthAt(this.#plan, step);
    this.#become(moment);
    this.#now.moment = moment;
  }

  override step(step: number): Tensor1D {
    this.enter(step);
    const report = super.step(step);
    const whole = tidy(() => vector(concat([report, tensor1d([this.side])])));
    report.dispose();
    return whole;
  }

  override async read(): Promise<TrainerState> {
    return { ...(await super.read()), numbers: { [GROWTH]: [partNumber(this.part)] } };
  }

  override restore(state: TrainerState): void {
    this.#become(savedPart(state.numbers, this.#plan));
    super.restore(state);
  }

  /** Sets how much of the new size counts, in every network that fades it in. */
  protected override prepareStep(): void {
    if (!this.#fade) return;
    const { before, now } = this.#fade;
    const networks = [this.generator, this.discriminator, this.average].filter((one) => one !== null);
    const weights = networks.flatMap((network) => network.weights);
    const set = (name: string, value: () => number): void => {
      const found = weights.filter((weight) => weight.name === name).map(({ variable }) => variable);
      const values = found.map(({ shape }) => stepInput(shape, (into) => into.fill(value())));
      moveTowards(found, values, 1);
      for (const one of values) one.dispose();
    };
    set(before, () => 1 - this.#now.moment.share);
    set(now, () => this.#now.moment.share);
  }

  /** Goes on with the networks of a part, unless they are these. */
  #become(part: GrowthPart): void {
    if (partNumber(part) === partNumber(this.part)) return;
    const { config, model, dataset, compression } = this.#parts;
    const labels = dataset.classNames?.length ?? null;
    const networks = { config, model, compression, labels, shape: dataset.shape };
    const { fade, ...described } = growingNetworks(networks, part);
    this.rebuild(described);
    this.#fade = fade;
    this.#now.moment = { ...part, share: 1 };
  }
}
