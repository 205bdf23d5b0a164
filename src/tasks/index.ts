// The training tasks, the one that a new run has first. A new task is a file and a line here; one from image to image whose
// runs can be made smaller stands in translations.ts, too.
import { adversarial } from './adversarial';
import type { TaskDefinition } from './define';
import { classifier } from './classifier';
import { cycleGan } from './cycleGan';
import { distill } from './distill';
import { distillTranslator } from './distillTranslator';
import { pairTranslation } from './pairTranslation';
import { progressiveGrowing } from './progressiveGrowing';
import { prune } from './prune';
import { quantizeAware } from './quantizeAware';
import { retrain } from './retrain';
import { styleStudent } from './styleStudent';
import { styleTransfer } from './styleTransfer';
import { noiseTeacher } from './teachers/noiseTeacher';
import { TRANSLATIONS } from './translations';

export const tasks: readonly TaskDefinition[] = [
  adversarial,
  progressiveGrowing,
  distill,
  prune(noiseTeacher),
  quantizeAware(noiseTeacher),
  cycleGan,
  pairTranslation,
  styleTransfer,
  retrain,
  styleStudent,
  classifier,
  ...Object.values(TRANSLATIONS).flatMap(({ task, kind }) => [
    distillTranslator(task, kind),
    prune(kind),
    quantizeAware(kind),
  ]),
];
