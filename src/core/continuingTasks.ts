// Tasks whose runs go on elsewhere, in PyTorch: worker/continueElsewhere hands them over, exporters/torchRun has a part of the
// script for each, and the page offers it.

export const CONTINUING_TASKS = [
  'adversarial',
  'progressive-growing',
  'distill',
  'prune',
  'quantize-aware',
  'cycle-gan',
  'pair-translation',
  'retrain',
  'style-student',
  'classifier',
] as const;
export type ContinuingTask = (typeof CONTINUING_TASKS)[number];

/** Undefined for a task whose runs train in the page alone. */
export const continuingTask = (task: string): ContinuingTask | undefined =>
  CONTINUING_TASKS.find((id) => id === task);
