// The charts of the training page, in the order in which they stand. A new chart is a file and a line here.
import { accuracy } from './accuracy';
import type { ChartDefinition } from './define';
import { evenness } from './evenness';
import { losses } from './losses';
import { modes } from './modes';
import { quality } from './quality';

/** On the first screen. */
export const CHARTS: readonly ChartDefinition[] = [losses, accuracy, quality];
/** With the measurements, where the evaluator knows classes. */
export const CLASS_CHARTS: readonly ChartDefinition[] = [evenness];
/** Of each side of the collapse lab. */
export const LAB_CHARTS: readonly ChartDefinition[] = [losses, accuracy, modes];
