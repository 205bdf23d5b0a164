// Trains what a task declares: each update brings its networks down the weighted sum of named terms, by Adam. For tasks
// whose steps are such updates and nothing else; the adversarial game has a trainer of its own (trainer.ts).
import {
  add,
  engine,
  keep,
  mul,
  stack,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import type { GridLayout } from '../core/gridLayout';
import { HeldZeros } from '../compression/heldZeros';
import { isPrunable } from '../compression/pruneWeights';
import type { ImageBatch } from '../core/history';
import type { Preparation } from '../core/pictureFit';
import type { RunConfig } from '../core/runConfig';
import { seriesOfTask, termWeight, type TaskFacts, type UpdateFacts } from '../core/taskFacts';
import type { Adam, AdamSettings } from '../engine/ops/adam';
import { vector } from '../engine/ops/rank';
import { RecordedSteps } from './recordedSteps';
import {
  readTensors,
  readUpdates,
  restoreNetworks,
  type HeldNetwork,
  type LearningWeights,
} from './snapshot';
import type { TaskTrainer, TrainerState } from './taskTrainer';
import type { Translators } from './translators';

/** One update about to be made. */
export interface UpdatePass {
  /** The value of each term, by its id; called once, under a gradient. */
  readonly terms: () => Readonly<Record<string, Scalar>>;
  /** Tensors that the update is done with afterwards. */
  readonly held: readonly Tensor[];
}

export interface UpdatesPlan {
  readonly facts: Pick<TaskFacts, 'updates' | 'charts' | 'label'>;
  readonly config: RunConfig;
  /** All that is saved; those that an update names have an optimizer. Asked anew at every step. */
  readonly networks: readonly HeldNetwork[];
  /** Tensors that steps read and that are not saved; absent where there are none. Asked anew whenever a step is recorded. */
  readonly constants?: () => readonly Tensor[];
  /** False where a step depends on numbers that change between steps: it is never recorded then. Else true. */
  readonly repeats?: boolean;
  readonly steps: (config: RunConfig) => number;
  readonly isTrainable: boolean;
  /** Update `part` (from 0) of a network in the step; draws its batch by `stepInput`. */
  readonly pass: (network: string, step: () => number, part: number) => UpdatePass;
  /** Asked anew at every update. */
  readonly settings: (network: string, step: number) => AdamSettings;
  /** What stands where in `grid`; absent where that is samples and nothing else. */
  readonly grids?: readonly GridLayout[];
  readonly grid: () => Promise<ImageBatch | null>;
  /** As `TaskTrainer.translate`; absent where no network takes pictures. */
  readonly translate?: (network: string, images: ImageBatch) => Promise<ImageBatch>;
  /** As `TaskTrainer.picturesFor`; absent where no network takes pictures. */
  readonly picturesFor?: (network: string, count: number) => Float32Array;
  /** As `TaskTrainer.preparation`. */
  readonly preparation?: Preparation;
  /** Networks whose kernels keep the zeros that they are restored with. */
  readonly keepsZeros?: readonly string[];
  /** As `TaskTrainer.translators`. */
  readonly translators?: Translators;
  /** Frees what the plan owns, the networks among it. */
  readonly dispose: () => void;
}

/** The numbers that may be reported: `network` for the loss of its last update, `network/term` for a term of it. */
type Reported = Map<string, Scalar>;

export class UpdatesTrainer implements TaskTrainer {
  readonly series: readonly string[];
  #step = 0;
  #config: RunConfig;
  /** Another object whenever a setting that a step depends on was changed. */
  #computed: object = {};
  readonly #zeros = new HeldZeros();
  readonly #steps = new RecordedSteps(
    () => this.#compute(),
    () => this.#state(),
  );

  constructor(private readonly plan: UpdatesPlan) {
    this.series = seriesOfTask(plan.facts).map(({ id }) => id);
    this.#config = plan.config;
  }

  get networks(): readonly HeldNetwork[] {
    return this.plan.networks;
  }

  get config(): RunConfig {
    return this.#config;
  }

  set config(config: RunConfig) {
    this.#config = config;
    this.recordAnew();
  }

  get steps(): number {
    return this.plan.steps(this.#config);
  }

  get grids(): readonly GridLayout[] {
    return this.plan.grids ?? [];
  }

  get translators(): Translators | undefined {
    return this.plan.translators;
  }

  get preparation(): Preparation | undefined {
    return this.plan.preparation;
  }

  get isTrainable(): boolean {
    return this.plan.isTrainable;
  }

  get isReplaying(): boolean {
    return this.#steps.isReplaying;
  }

  step(step: number): Tensor1D {
    this.#step = step;
    if (this.plan.repeats === false) return this.#compute();
    return vector(this.#steps.step(this.#computed));
  }

  /** The step that was taken last; 0 before any. */
  protected get taken(): number {
    return this.#step;
  }

  /** What a step computes with was exchanged: it is recorded anew. */
  protected recordAnew(): void {
    this.#steps.dispose();
    this.#computed = {};
  }

  grid(): Promise<ImageBatch | null> {
    return this.plan.grid();
  }

  /** @throws TypeError where no network takes pictures */
  translate(network: string, images: ImageBatch): Promise<ImageBatch> {
    if (this.plan.translate) return this.plan.translate(network, images);
    throw new TypeError(`${this.plan.facts.label} translates no pictures`);
  }

  /** @throws TypeError where no network takes pictures */
  picturesFor(network: string, count: number): Float32Array {
    if (this.plan.picturesFor) return this.plan.picturesFor(network, count);
    throw new TypeError(`${this.plan.facts.label} translates no pictures`);
  }

  async read(): Promise<TrainerState> {
    return { updates: readUpdates(this), tensors: await readTensors(this), numbers: {} };
  }

  restore(state: TrainerState): void {
    restoreNetworks(this, state);
    if (this.plan.keepsZeros) this.#holdZeros(this.plan.keepsZeros, state);
  }

  #holdZeros(ids: readonly string[], { tensors }: TrainerState): void {
    this.#zeros.dispose();
    for (const { id, network } of this.networks.filter((held) => ids.includes(held.id)))
      for (const { name, variable } of network.weights) {
        const saved = tensors.find((one) => one.name === `${id}/${name}`);
        if (saved && isPrunable(name))
          this.#zeros.hold(
            variable,
            saved.values.map((weight) => (weight === 0 ? 0 : 1)),
          );
      }
    this.recordAnew();
  }

  dispose(): void {
    this.#steps.dispose();
    this.#zeros.dispose();
    this.plan.dispose();
  }

  #state(): readonly Tensor[] {
    const saved = this.networks.flatMap(({ network, adam }) => [
      ...network.weights.map(({ variable }) => variable),
      ...(adam ? [...adam.firstMoments, ...adam.secondMoments] : []),
    ]);
    return [...saved, ...(this.plan.constants?.() ?? []), ...this.#zeros.tensors];
  }

  #compute(): Tensor1D {
    const reported: Reported = new Map();
    for (const update of this.plan.facts.updates) {
      const count = typeof update.times === 'number' ? update.times : this.#config[update.times];
      for (let part = 0; part < count; part++) this.#update(update, part, reported);
    }
    const report = tidy(() => vector(stack(this.series.map((id) => numberOf(reported, id)))));
    for (const value of reported.values()) value.dispose();
    return report;
  }

  #learner(id: string): { readonly network: LearningWeights; readonly adam: Adam } {
    const held = this.networks.find((one) => one.id === id);
    if (held?.adam) return { network: held.network, adam: held.adam };
    throw new TypeError(`${this.plan.facts.label} updates ${id}, which does not learn`);
  }

  #update({ network: id, alongside = [], terms }: UpdateFacts, part: number, reported: Reported): void {
    const learners = [id, ...alongside].map((one) => this.#learner(one));
    const note = (name: string, value: Scalar): void => {
      reported.get(name)?.dispose();
      reported.set(name, value);
    };
    const pass = this.plan.pass(id, () => this.#step, part);
    const { value, grads } = engine().gradients(
      (): Scalar => {
        const values = pass.terms();
        const weighted = terms.map((term): Scalar => {
          note(`${id}/${term.id}`, keep(values[term.id].clone()));
          const weight = termWeight(term, this.#config.taskParams);
          return weight === 1 ? values[term.id] : mul(values[term.id], weight);
        });
        return weighted.reduce((sum, one) => add(sum, one));
      },
      learners.flatMap(({ network }) => network.trainable),
    );
    note(id, value);
    const settings = (): AdamSettings => this.plan.settings(id, this.#step);
    const { beta1, beta2 } = settings();
    let first = 0;
    for (const { adam } of learners) {
      adam.apply(grads.slice(first, (first += adam.parameters.length)), {
        beta1,
        beta2,
        // Asked again in replays, where the step is another.
        get learningRate() {
          return settings().learningRate;
        },
      });
    }
    this.#zeros.apply();
    for (const t of [...pass.held, ...grads]) t.dispose();
  }
}

function numberOf(reported: Reported, id: string): Scalar {
  const value = reported.get(id);
  if (value) return value;
  throw new TypeError(`No update reports ${id}; there are ${[...reported.keys()].join(', ')}`);
}
