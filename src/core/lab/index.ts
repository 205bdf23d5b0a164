// Every pair of the collapse lab, in the order of its cards. A new one is a file and a line here.
import type { LabPair } from './define';
import { digitsLearningRate } from './pairs/digitsLearningRate';
import { digitsSlowDiscriminator } from './pairs/digitsSlowDiscriminator';
import { digitsTinyWeights } from './pairs/digitsTinyWeights';
import { discriminatorSteps } from './pairs/discriminatorSteps';
import { generators } from './pairs/generators';
import { learningRate } from './pairs/learningRate';
import { packing } from './pairs/packing';
import { strongDiscriminator } from './pairs/strongDiscriminator';
import { tinyWeights } from './pairs/tinyWeights';

export const labPairs: readonly LabPair[] = [
  digitsTinyWeights,
  digitsLearningRate,
  digitsSlowDiscriminator,
  generators,
  strongDiscriminator,
  discriminatorSteps,
  learningRate,
  packing,
  tinyWeights,
];
