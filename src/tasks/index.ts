// The training tasks, the one that a new run has first. A new task is a file and a line here.
import { adversarial } from './adversarial';
import type { TaskDefinition } from './define';
import { classifier } from './classifier';
import { cycleGan } from './cycleGan';
import { distill } from './distill';
import { pairTranslation } from './pairTranslation';
import { prune } from './prune';
import { quantizeAware } from './quantizeAware';
import { retrain } from './retrain';
import { styleStudent } from './styleStudent';
import { styleTransfer } from './styleTransfer';

export const tasks: readonly TaskDefinition[] = [
  adversarial,
  distill,
  prune,
  quantizeAware,
  cycleGan,
  pairTranslation,
  styleTransfer,
  retrain,
  styleStudent,
  classifier,
];
