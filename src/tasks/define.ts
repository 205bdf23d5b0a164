// What a training task is: what it says of itself (core/taskFacts), and how its trainer is built. A new task is one file
// that calls `defineTask` and one line in index.ts; session, recorder, save format, charts and progress know no task.
import { GanvasError } from '../core/errors';
import type { ImportedGenerator } from '../core/importedGenerator';
import type { ParamValues } from '../core/paramSpec';
import type { MemoryNeed } from '../core/memoryNeed';
import type { RunConfig } from '../core/runConfig';
import type { TaskFacts } from '../core/taskFacts';
import type { LoadedDataset } from '../datasets/define';
import type { ImageShape } from '../models/define';
import type { NamedNetwork } from '../protocol';
import type { TrainedGenerator } from '../training/generatorGraph';
import type { SavedPart, SavedParts } from '../training/savedTensors';
import type { SessionIdentity } from '../training/sessionOutlets';
import type { TaskTrainer } from '../training/taskTrainer';
import type { TrainerParts } from '../training/trainer';

/** The data does not hold what the task learns from. */
export class TaskDataError extends GanvasError {}

/** The run that a task starts from, as it was when it began; stays as it is and is the caller's to dispose. */
export interface TaskSource {
  readonly trainer: TaskTrainer;
  /** Training steps behind it. */
  readonly step: number;
  /** Of one whose network came from a file. */
  readonly imported?: ImportedGenerator;
}

export interface TaskParts extends TrainerParts {
  /** Labelled or plain images that training does not see, where the data set has them apart. */
  readonly test?: LoadedDataset | null;
  /** Reads a file of the app's folder `models/`. @throws what says that it is not there */
  readonly readModelFile?: (name: string) => Promise<Uint8Array>;
  /** Whether a save is put back once the networks are built: no weights need be read for them. */
  readonly isSaved?: boolean;
  /** Of a task that makes one run out of another; `compression` is then what was done to that run. */
  readonly source?: TaskSource;
}

/** What comes of a task that makes one run out of another. */
export interface MakerResult {
  /** What it is saved from; the maker's. */
  readonly trainer: TaskTrainer;
  /** What it remembers of having been made smaller, and of a file that it came from. */
  readonly kept: Pick<SessionIdentity, 'compression' | 'imported'>;
  /** Training steps that its generator has behind it. */
  readonly step: number;
  /** The generators that it began with, and that came of it. */
  readonly before: readonly TrainedGenerator[];
  readonly after: readonly TrainedGenerator[];
}

export interface RunMaker extends TaskTrainer {
  /** After its last step. */
  result(): Promise<MakerResult>;
}

export const isRunMaker = (trainer: TaskTrainer): trainer is RunMaker => 'result' in trainer;

/** @throws TaskDataError when the task was not started from a run */
export function sourceOf({ config, source }: TaskParts): TaskSource {
  if (source) return source;
  throw new TaskDataError(
    `The task ${config.task} starts from a trained run, and there is none.`,
    'Open a trained run and start it from there.',
  );
}

/** A run of a task with networks of its own, said without building it. */
export interface TaskDescription {
  readonly networks: readonly NamedNetwork[];
  /** Of its data nothing is counted. */
  readonly need: MemoryNeed;
}

export interface TaskDefinition extends TaskFacts {
  /** Of a task that makes one run out of another: what goes behind the name of the run that it starts from. */
  readonly suffix?: (params: ParamValues) => string;
  /** Of such a task: the settings of the run that it starts from. */
  readonly sourceConfig?: (config: RunConfig) => RunConfig;
  /**
   * The caller disposes the trainer.
   * @throws InvalidValueError, TaskDataError, UnlabelledDataError when settings and data do not fit the task
   */
  readonly build: (parts: TaskParts) => TaskTrainer | Promise<TaskTrainer>;
  /**
   * Of a task with networks of its own; `shape` of the data set's images, `labels` the classes that they are known to have.
   * @throws InvalidValueError for settings that describe no networks
   */
  readonly describe?: (config: RunConfig, shape: ImageShape, labels: number) => TaskDescription;
  /**
   * What its run file must and may hold, from the descriptions of its networks alone. Asked in order: what stands before has
   * been found to fit.
   * @throws InvalidValueError, UnlabelledDataError, UnsupportedModelError for settings that describe no networks
   */
  readonly saved: (parts: SavedParts) => Iterable<SavedPart>;
}

export const defineTask = <T extends TaskDefinition>(definition: T): T => definition;
