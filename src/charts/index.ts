// The charts of the training page, in the order in which they stand. A new chart is a file and a line here.
import { accuracy } from './accuracy';
import type { ChartDefinition } from './define';
import { losses } from './losses';

export const CHARTS: readonly ChartDefinition[] = [losses, accuracy];
