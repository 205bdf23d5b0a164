// The charts of measurements, in the order in which they stand. A new one is a file and a line here; charts of the numbers
// that steps report are declared by the task (taskCharts.ts).
import { cameThrough } from './cameThrough';
import type { ChartDefinition } from './define';
import { evenness } from './evenness';
import { modes } from './modes';
import { namedRightly } from './namedRightly';
import { quality } from './quality';
import { surpriseAtNames } from './surpriseAtNames';

/** Behind those of the task, where a generator draws from noise. */
export const SAMPLE_CHARTS: readonly ChartDefinition[] = [quality];
/** With the measurements, where the evaluator knows classes. */
export const CLASS_CHARTS: readonly ChartDefinition[] = [evenness];
/** Behind those of the task, of each side of the collapse lab. */
export const LAB_CHARTS: readonly ChartDefinition[] = [modes];
/** Behind those of the task, where pictures are translated whose right answers are known. */
export const TRANSLATION_CHARTS: readonly ChartDefinition[] = [cameThrough];
/** Behind those of the task, where a network learns to name pictures. */
export const NAMING_CHARTS: readonly ChartDefinition[] = [namedRightly, surpriseAtNames];
