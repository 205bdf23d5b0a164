// Tasks whose runs go on elsewhere, in PyTorch: worker/continueElsewhere hands them over, exporters/torchRun has a part of the
// script for each, and the page offers it.

/** Those that learn something by themselves. */
const LEARNING = [
  'adversarial',
  'progressive-growing',
  'cycle-gan',
  'pair-translation',
  'retrain',
  'style-student',
  'style-transfer',
  'classifier',
] as const;
export type LearningTask = (typeof LEARNING)[number];

/** What ids of tasks that make a run smaller begin with: what that run learned, or nothing where its generators draw from noise. */
const TAUGHT = ['', 'cycle-gan-', 'pair-translation-', 'style-student-'] as const;
export type TaughtPrefix = (typeof TAUGHT)[number];

const MAKERS = ['distill', 'prune', 'quantize-aware'] as const;
export type Maker = (typeof MAKERS)[number];

export interface MakerTask {
  readonly id: `${TaughtPrefix}${Maker}`;
  readonly taught: TaughtPrefix;
  readonly maker: Maker;
}

const MAKER_TASKS: readonly MakerTask[] = TAUGHT.flatMap((taught) =>
  MAKERS.map((maker) => ({ id: `${taught}${maker}` as const, taught, maker })),
);

/** One that learns by itself, by its id; or what is made smaller, and how. */
export type ContinuingTask = LearningTask | MakerTask;

/** Undefined for a task whose runs train in the page alone. */
export const continuingTask = (task: string): ContinuingTask | undefined =>
  LEARNING.find((id) => id === task) ?? MAKER_TASKS.find(({ id }) => id === task);

/** Whether processes can share its steps: one that paints a single picture has no batch. */
export const sharesBatch = (task: ContinuingTask): boolean => task !== 'style-transfer';
