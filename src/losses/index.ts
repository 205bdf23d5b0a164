// Every loss that can be chosen, in the order of the form.
import type { LossDefinition } from './define';
import { hinge } from './hinge';
import { leastSquares } from './leastSquares';
import { nonSaturating } from './nonSaturating';
import { relativisticR1R2 } from './relativisticR1R2';
import { saturating } from './saturating';
import { wganClipping } from './wganClipping';
import { wganGp } from './wganGp';

export const losses: readonly LossDefinition[] = [
  nonSaturating,
  leastSquares,
  hinge,
  wganGp,
  wganClipping,
  relativisticR1R2,
  saturating,
];
