// The places where runs are trained, and which of them a task belongs to. Pure.
import type { TaskData, TaskFacts } from '../core/taskFacts';

export const TRAINING_PATHS = ['/train', '/translate'] as const;
export type TrainingPath = (typeof TRAINING_PATHS)[number];

export const isTrainingPath = (path: string): path is TrainingPath =>
  TRAINING_PATHS.some((known) => known === path);

const FROM_IMAGES: readonly TaskData[] = ['domains', 'pairs', 'content-and-style', 'pictures', 'labels'];

/** Tasks from images to images or to their names are trained beside those that draw from noise. */
export const pathOf = (task: Pick<TaskFacts, 'data'> | undefined): TrainingPath =>
  task?.data.some((kind) => FROM_IMAGES.includes(kind)) ? '/translate' : '/train';

/** What can be chosen at a place, in the order of the registry. */
export const tasksAt = (tasks: readonly TaskFacts[], path: TrainingPath): readonly TaskFacts[] =>
  tasks.filter((task) => !task.hidden && pathOf(task) === path);
