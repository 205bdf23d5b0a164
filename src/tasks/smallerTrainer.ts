// What pruning and quantization-aware training share: a student that learns beside the run that it came from, weights that
// are held at zero, and the run that comes of it, with the discriminator of the source. What differs, the tasks say.
import { NO_COMPRESSION, type CompressionRecord } from '../core/compressionRecord';
import { HeldZeros } from '../compression/heldZeros';
import { writeWeights } from '../graph/networkWeights';
import { ganNetworks, type GanNetworks } from '../training/ganNetworks';
import { trainedGenerator, type TrainedGenerator } from '../training/generatorGraph';
import type { SavedNetwork, SavedPart, SavedParts } from '../training/savedTensors';
import {
  CheckpointMismatchError,
  readTensors,
  restoreNetworks,
  type HeldNetwork,
  type LearningWeights,
} from '../training/snapshot';
import type { TrainerState } from '../training/taskTrainer';
import { Trainer } from '../training/trainer';
import { UpdatesTrainer, type UpdatesPlan } from '../training/updatesTrainer';
import { sourceOf, type MakerResult, type RunMaker, type TaskParts, type TaskSource } from './define';
import { savedSource, sourceNetworks } from './imitation';

const MASK = 'mask/';
const SOURCE_STEP = 'source/step';

/** By the names of the student's weights: 0 where one is held at zero, else 1. */
export type Masks = ReadonlyMap<string, Float32Array>;

export interface SmallerGenerator extends TrainedGenerator {
  readonly record: CompressionRecord;
}

/** The source as a smaller run keeps it: its discriminator, which goes over, with the moments of the optimizer. */
export const wholeSource = (source: Trainer): readonly HeldNetwork[] =>
  sourceNetworks(source).map((held) =>
    held.id === 'source/discriminator' ? { ...held, adam: source.discriminatorAdam } : held,
  );

/**
 * What the run file of a smaller generator holds.
 * @param student asked once the source was found to fit
 */
export function* savedSmaller(
  parts: SavedParts,
  student: (source: GanNetworks) => readonly [SavedNetwork, ...SavedPart[]],
): Generator<SavedPart> {
  const source = ganNetworks(parts);
  yield* savedSource(source, ['discriminator']);
  const [learner, ...own] = student(source);
  yield learner;
  yield* own;
  yield { kind: 'optional', tensors: learner.weights.map((w) => ({ ...w, name: MASK + w.name })) };
  yield { kind: 'numbers', name: SOURCE_STEP, length: 1 };
}

export abstract class SmallerTrainer extends UpdatesTrainer implements RunMaker {
  protected readonly source: TaskSource;
  #sourceStep: number;
  #masks: Masks = new Map();
  #zeros = new HeldZeros();
  #made: Trainer | null = null;

  /** @throws TaskDataError when the task was not started from a run */
  constructor(
    private readonly parts: TaskParts,
    plan: UpdatesPlan,
  ) {
    super(plan);
    this.source = sourceOf(parts);
    this.#sourceStep = this.source.step;
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
  protected abstract smaller(): Promise<SmallerGenerator>;

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
    const { trainer: source, imported } = this.source;
    const { record, ...generator } = await this.smaller();
    // The network of an imported generator stands in the run itself: its widths are no other than those.
    const kept = imported
      ? { compression: { ...record, widths: null }, imported: { ...imported, network: generator.spec } }
      : { compression: record };
    const { dataset, loss, model: known } = this.parts;
    const model = imported ? { ...known, buildGenerator: () => generator.spec } : known;
    const made = new Trainer({ config: source.config, dataset, model, loss, ...kept });
    this.#made?.dispose();
    this.#made = made;
    writeWeights(made.generator, generator.weights);
    if (made.average) writeWeights(made.average, generator.weights);
    await takeDiscriminator(made, source);
    const before = await trainedGenerator(source);
    return { trainer: made, kept, step: this.#sourceStep, before, after: generator };
  }

  override dispose(): void {
    super.dispose();
    this.#zeros.dispose();
    this.#made?.dispose();
  }
}

/** Gives `into` the discriminator of `from` with the state of its optimizer. */
async function takeDiscriminator(into: Trainer, from: Trainer): Promise<void> {
  const only = ({ discriminator: network, discriminatorAdam: adam }: Trainer) => ({
    networks: [{ id: 'discriminator', network, adam }],
  });
  const tensors = await readTensors(only(from));
  restoreNetworks(only(into), { tensors, updates: { discriminator: from.discriminatorAdam.updates } });
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
