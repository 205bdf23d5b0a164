// Every loss that can be chosen, in the order of the form.
import type { LossDefinition } from './define';
import { leastSquares } from './leastSquares';
import { nonSaturating } from './nonSaturating';

export const losses: readonly LossDefinition[] = [nonSaturating, leastSquares];
