// What is known of a run that leaves for PyTorch, and what its task says of it (leavingRuns.ts and what it imports). Types, and what
// several tasks say alike.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { seriesOfTask, type TaskFacts } from '../core/taskFacts';
import type { LoadedDataset } from '../datasets/define';
import type { TorchRun } from '../exporters/torchRun/folder';

export interface LeavingData {
  readonly snapshot: RunSnapshot;
  readonly dataset: LoadedDataset;
  /** Pictures that training does not see; null where there are none apart. */
  readonly test: LoadedDataset | null;
}

/** What a task says of its run, beside what is the same for all. */
export interface Leaving extends Pick<
  TorchRun,
  'loss' | 'networks' | 'facts' | 'needsLabels' | 'shown' | 'makes' | 'constants' | 'graphs'
> {
  /** The images that it learns from; null where it learns from noise. */
  readonly learnsFrom: LoadedDataset | null;
}

/** Of a task whose steps are declared updates. */
export const updatesOf = (task: Pick<TaskFacts, 'updates' | 'charts'>, keepsZeros: readonly string[]) => ({
  updates: task.updates,
  series: seriesOfTask(task).map(({ id }) => id),
  labels: Object.fromEntries(seriesOfTask(task).map(({ id, label }) => [id, label])),
  keepsZeros,
});
