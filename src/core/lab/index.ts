// Every pair of the collapse lab, in the order of its cards. A new one is a file and a line here.
import type { LabPair } from './define';
import { discriminatorSteps } from './pairs/discriminatorSteps';
import { packing } from './pairs/packing';

export const labPairs: readonly LabPair[] = [packing, discriminatorSteps];
