// What pruning and quantization-aware training share: a student that learns beside the run that it came from, weights that
// are held at zero, and the run that comes of it, with the discriminators of the source. What differs, the tasks say.
import { HeldZeros } from '../compression/heldZeros';
import { NO_COMPRESSION, type CompressionRecord } from '../core/compressionRecord';
import type { NamedNetwork } from '../protocol';
import type { TrainedGenerator } from '../training/generatorGraph';
import type { SavedNetwork, SavedPart, SavedParts } from '../training/savedTensors';
import { CheckpointMismatchError, type LearningWeights } from '../training/snapshot';
import type { TaskTrainer, TrainerState } from '../training/taskTrainer';
import { UpdatesTrainer, type UpdatesPlan } from '../training/updatesTrainer';
import type { MakerResult, RunMaker, TaskParts } from './define';
import { savedSource } from './imitation';
import type { Teacher, TeacherKind } from './teachers/define';

const MASK = 'mask/';
const SOURCE_STEP = 'source/step';

/** By the names of the student's weights: 0 where one is held at zero, else 1. */
export type Masks = ReadonlyMap<string, Float32Array>;

export interface SmallerGenerators {
  /** In the teacher's order. */
  readonly generators: readonly TrainedGenerator[];
  readonly record: CompressionRecord;
}

/**
 * What the run file of smaller generators holds.
 * @param student asked once the source was found to fit, with the descriptions of its generators
 */
export function* savedSmaller(
  kind: TeacherKind,
  parts: SavedParts,
  student: (taught: readonly NamedNetwork[]) => readonly [SavedNetwork, ...SavedPart[]],
): Generator<SavedPart> {
  yield* savedSource(kind.saved(parts), kind.going);
  const [learner, ...own] = student(kind.specs(parts));
  yield learner;
  yield* own;
  yield { kind: 'optional', tensors: learner.weights.map((w) => ({ ...w, name: MASK + w.name })) };
  yield { kind: 'numbers', name: SOURCE_STEP, length: 1 };
}

export abstract class SmallerTrainer extends UpdatesTrainer implements RunMaker {
  #sourceStep: number;
  #masks: Masks = new Map();
  #zeros = new HeldZeros();
  #made: TaskTrainer | null = null;

  constructor(
    private readonly parts: TaskParts,
    protected readonly teacher: Teacher,
    plan: UpdatesPlan,
  ) {
    super(plan);
    this.#sourceStep = teacher.source.step;
  }

  /** The first and the last step say what learning did. */
  reports(step: number): boolean {
    return step === 1 || step === this.steps;
  }

  /** What was done to the source before. */
  protected get recordBefore(): CompressionRecord {
    return this.parts.compression ?? NO_COMPRESSION;
  }

  protected get sourceStep(): number {
    return this.#sourceStep;
  }

  /** What has learned. */
  protected abstract student(): LearningWeights;

  /** What came of it, after the last step. */
  protected abstract smaller(): Promise<SmallerGenerators>;

  /** After an update moved them. */
  protected holdZeros(): void {
    this.#zeros.apply();
  }

  /** From now on these weights are zero, and no others. */
  protected hold(masks: Masks): void {
    this.#zeros.dispose();
    this.#masks = masks;
    for (const { name, variable } of this.student().weights) {
      const mask = masks.get(name);
      if (mask) this.#zeros.hold(variable, mask);
    }
    this.#zeros.apply();
  }

  override async read(): Promise<TrainerState> {
    const state = await super.read();
    const masks = this.student().weights.flatMap(({ name, variable }) => {
      const values = this.#masks.get(name);
      return values ? [{ name: MASK + name, shape: variable.shape, values }] : [];
    });
    const numbers = { ...state.numbers, [SOURCE_STEP]: [this.#sourceStep] };
    return { ...state, tensors: [...state.tensors, ...masks], numbers };
  }

  override restore(state: TrainerState): void {
    const [step] = numbersOf(state, SOURCE_STEP);
    const masks = masksOf(state, this.student());
    super.restore(state);
    this.#sourceStep = step;
    this.hold(masks);
  }

  async result(): Promise<MakerResult> {
    const { record, generators } = await this.smaller();
    const { trainer, kept } = await this.teacher.successor(generators, record);
    this.#made?.dispose();
    this.#made = trainer;
    const before = await this.teacher.trained();
    return { trainer, kept, step: this.#sourceStep, before, after: generators };
  }

  override dispose(): void {
    super.dispose();
    this.#zeros.dispose();
    this.#made?.dispose();
  }
}

/** @throws CheckpointMismatchError where there are none */
export function numbersOf({ numbers }: TrainerState, name: string): readonly number[] {
  const found = numbers[name];
  if (found && found.length > 0) return found;
  throw new CheckpointMismatchError(
    `The saved run does not hold the numbers ${name}.`,
    'It was saved by another version of the page or changed since; begin again from the run that it came from.',
  );
}

/** @throws CheckpointMismatchError for one that fits no weight */
function masksOf({ tensors }: TrainerState, { weights }: LearningWeights): Masks {
  const saved = tensors.filter(({ name }) => name.startsWith(MASK));
  return new Map(
    saved.map(({ name, shape, values }) => {
      const own = name.slice(MASK.length);
      const weight = weights.find((one) => one.name === own);
      if (weight?.variable.shape.join() === shape.join()) return [own, values];
      throw new CheckpointMismatchError(
        `The saved mask of ${own} is ${shape.join(' x ')}; the weight is ${weight?.variable.shape.join(' x ') ?? 'missing'}.`,
        'It was saved by another version of the page or changed since; begin again from the run that it came from.',
      );
    }),
  );
}
