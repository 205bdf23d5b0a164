// Tasks from image to image whose runs can be made smaller, and how runs of each teach: by what ids of tasks begin with that do so.
import type { TaughtPrefix } from '../core/continuingTasks';
import { cycleGan } from './cycleGan';
import type { TaskDefinition } from './define';
import { pairTranslation } from './pairTranslation';
import { SHELF } from './style/styleShelf';
import { styleStudent } from './styleStudent';
import type { TeacherKind } from './teachers/define';
import { pictureTeacher } from './teachers/pictureTeacher';

export interface TaughtTranslation {
  readonly task: TaskDefinition;
  readonly kind: TeacherKind;
}

export const TRANSLATIONS: Readonly<Record<Exclude<TaughtPrefix, ''>, TaughtTranslation>> = {
  'cycle-gan-': { task: cycleGan, kind: pictureTeacher(cycleGan) },
  'pair-translation-': { task: pairTranslation, kind: pictureTeacher(pairTranslation) },
  'style-student-': { task: styleStudent, kind: pictureTeacher(styleStudent, [SHELF]) },
};
