// How a run grows (Karras et al. 2018, https://arxiv.org/abs/1710.10196, section 2): pictures of the smallest size first, then
// twice the side, again and again, each new size faded in over what was there. Which step stands where follows from two
// settings alone. Pure; the networks of a moment are the model's (models/networks/growing).
import { numberParam, type ParamValues } from './paramSpec';

/** The networks of a moment: those of size `stage` (0 is the smallest), while it is faded in or by themselves. */
export interface GrowthPart {
  readonly stage: number;
  readonly fading: boolean;
}

export interface GrowthMoment extends GrowthPart {
  /** How much of the new size counts, over 0 and up to 1. */
  readonly share: number;
}

export interface GrowthPlan {
  /** Sizes, from 1. */
  readonly stages: number;
  /** Steps in which a new size is faded in; 0 for none. */
  readonly fadeSteps: number;
  /** Steps at each size by itself, from 1; the last goes on. */
  readonly stageSteps: number;
}

const LEAST_SIDE = 4;

const timesEven = (side: number): number => (side % 2 === 0 ? 1 + timesEven(side / 2) : 0);

/** How often the sides of a picture can be halved, down to between 4 and 7 pixels where they are even for so long. */
export function halvings([height, width]: readonly [number, number, ...unknown[]]): number {
  const wanted = Math.floor(Math.log2(Math.min(height, width) / LEAST_SIDE));
  return Math.max(0, Math.min(wanted, timesEven(height), timesEven(width)));
}

export const growthPlan = (shape: readonly [number, number, number], params: ParamValues): GrowthPlan => ({
  stages: halvings(shape) + 1,
  fadeSteps: numberParam(params, 'fadeSteps'),
  stageSteps: numberParam(params, 'stageSteps'),
});

/** Where a step stands, counted from 1. */
export function growthAt({ stages, fadeSteps, stageSteps }: GrowthPlan, step: number): GrowthMoment {
  const after = step - 1 - stageSteps;
  if (after < 0) return { stage: 0, fading: false, share: 1 };
  const each = fadeSteps + stageSteps;
  const stage = 1 + Math.floor(after / each);
  if (stage >= stages) return { stage: stages - 1, fading: false, share: 1 };
  const within = after % each;
  return within < fadeSteps
    ? { stage, fading: true, share: (within + 1) / fadeSteps }
    : { stage, fading: false, share: 1 };
}

/** Steps before the pictures have their full size, and nothing is faded in any more. */
export const stepsToGrow = ({ stages, fadeSteps, stageSteps }: GrowthPlan): number =>
  (stages - 1) * (fadeSteps + stageSteps);

/** A part as one number, which run files hold: 0 for the smallest size, then two for each, fading first. */
export const partNumber = ({ stage, fading }: GrowthPart): number => 2 * stage - (fading ? 1 : 0);

/** The part that `partNumber` wrote; null for a number that is none of these sizes. */
export function partOf(number: number, stages: number): GrowthPart | null {
  if (!Number.isInteger(number) || number < 0 || number > 2 * (stages - 1)) return null;
  return { stage: Math.ceil(number / 2), fading: number % 2 === 1 };
}

/** What the networks are once everything has grown. */
export const grownPart = ({ stages }: Pick<GrowthPlan, 'stages'>): GrowthPart => ({
  stage: stages - 1,
  fading: false,
});
