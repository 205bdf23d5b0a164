// What a lesson is: its live parts with exact settings, its goals, its minutes. Its words are Markdown (texts/), which names
// each live part and goal by its id.
import type { LabSettings } from '../../core/lab/define';
import type { Goal } from './goals';

export type Live =
  | { readonly id: string; readonly kind: 'line' }
  /** The page's open run, with these settings; what is absent stands at the model's default. */
  | { readonly id: string; readonly kind: 'run'; readonly settings: LabSettings }
  /** A place of the page, by its address, beside which the goals of the lesson stand. */
  | { readonly id: string; readonly kind: 'place'; readonly to: `/${string}` };

export interface Lesson {
  /** Permanent, kebab-case: links and kept progress hold it. */
  readonly id: string;
  /** What it takes on two cores without a graphics card, reading included. */
  readonly minutes: number;
  readonly lives: readonly Live[];
  readonly goals: readonly Goal[];
}

export const defineLesson = (lesson: Lesson): Lesson => lesson;
