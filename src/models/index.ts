// Every model that can be chosen, in the order of the form.
import { acgan } from './acgan';
import { cgan } from './cgan';
import { dcganAn12954 } from './dcganAn12954';
import { dcganColour } from './dcganColour';
import { dcganLight } from './dcganLight';
import { dcganRadford } from './dcganRadford';
import type { ModelDefinition } from './define';
import { ganMlp } from './ganMlp';
import { lwGan } from './lwGan';
import { madGan } from './madGan';
import { mgan } from './mgan';
import { mganMlp } from './mganMlp';
import { progressiveGan } from './progressiveGan';

export const models: readonly ModelDefinition[] = [
  dcganLight,
  dcganColour,
  dcganAn12954,
  dcganRadford,
  progressiveGan,
  cgan,
  acgan,
  lwGan,
  ganMlp,
  madGan,
  mgan,
  mganMlp,
];
