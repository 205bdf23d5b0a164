// The training tasks, the one that a new run has first. A new task is a file and a line here; one from image to image whose
// runs can be made smaller stands among `TRANSLATIONS`, too.
import { adversarial } from './adversarial';
import type { TaskDefinition } from './define';
import { classifier } from './classifier';
import { cycleGan } from './cycleGan';
import { distill } from './distill';
import { distillTranslator } from './distillTranslator';
import { pairTranslation } from './pairTranslation';
import { prune } from './prune';
import { quantizeAware } from './quantizeAware';
import { styleTransfer } from './styleTransfer';
import { noiseTeacher } from './teachers/noiseTeacher';
import { pictureTeacher } from './teachers/pictureTeacher';

const TRANSLATIONS: readonly TaskDefinition[] = [cycleGan, pairTranslation];

export const tasks: readonly TaskDefinition[] = [
  adversarial,
  distill,
  prune(noiseTeacher),
  quantizeAware(noiseTeacher),
  ...TRANSLATIONS,
  styleTransfer,
  classifier,
  ...TRANSLATIONS.flatMap((task) => [
    distillTranslator(task),
    prune(pictureTeacher(task)),
    quantizeAware(pictureTeacher(task)),
  ]),
];
