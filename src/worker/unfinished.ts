// Saved runs that a task began to make out of others and has not finished.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { tasks } from '../tasks';
import { byId } from './catalogue';

/** Whether it is one: what comes of its task is another run. */
export const isUnfinished = ({ config }: Pick<RunSnapshot, 'config'>): boolean =>
  byId(tasks, config.task).suffix !== undefined;
