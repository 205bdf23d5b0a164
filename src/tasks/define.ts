// What a training task is: what it says of itself (core/taskFacts), and how its trainer is built. A new task is one file
// that calls `defineTask` and one line in index.ts; session, recorder, save format, charts and progress know no task.
import { GanvasError } from '../core/errors';
import type { TaskFacts } from '../core/taskFacts';
import type { LoadedDataset } from '../datasets/define';
import type { TaskTrainer } from '../training/taskTrainer';
import type { Trainer, TrainerParts } from '../training/trainer';

/** The data does not hold what the task learns from. */
export class TaskDataError extends GanvasError {}

export interface TaskParts extends TrainerParts {
  /** Labelled or plain images that training does not see, where the data set has them apart. */
  readonly test?: LoadedDataset | null;
  /** The run that a task starts from, as it was when it began; stays as it is and is the caller's to dispose. */
  readonly source?: Trainer;
}

export interface TaskDefinition extends TaskFacts {
  /**
   * The caller disposes the trainer.
   * @throws InvalidValueError, TaskDataError, UnlabelledDataError when settings and data do not fit the task
   */
  readonly build: (parts: TaskParts) => TaskTrainer;
}

export const defineTask = <T extends TaskDefinition>(definition: T): T => definition;
