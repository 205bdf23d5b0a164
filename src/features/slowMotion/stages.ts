// The stages of a training step as a list: whose they are, what they show, and where they are left out. Pure.
import type { InsideNetwork, Learners, WatchedPass } from '../../protocol';

export type StageId = 'noise' | 'fakes' | 'judgeReal' | 'judgeFake' | 'learnD' | 'judgeForged' | 'learnG';

export interface Stage {
  readonly id: StageId;
  /** Whose hue it has: the network that works in it. */
  readonly network: InsideNetwork;
  /** Whose update it is a part of. */
  readonly update: InsideNetwork;
  /** The way through the layers that it can open. */
  readonly passes: readonly WatchedPass[];
  readonly shows: 'noise' | 'pictures' | 'weights';
  readonly batch: 'real' | 'fake' | 'forged' | null;
}

const STAGES: readonly Stage[] = [
  { id: 'noise', network: 'generator', update: 'discriminator', passes: [], shows: 'noise', batch: null },
  {
    ...{ id: 'fakes', network: 'generator', update: 'discriminator' },
    ...{ passes: ['draw'], shows: 'pictures', batch: 'fake' },
  },
  {
    ...{ id: 'judgeReal', network: 'discriminator', update: 'discriminator' },
    ...{ passes: ['judgeReal'], shows: 'pictures', batch: 'real' },
  },
  {
    ...{ id: 'judgeFake', network: 'discriminator', update: 'discriminator' },
    ...{ passes: ['judgeFake'], shows: 'pictures', batch: 'fake' },
  },
  {
    ...{ id: 'learnD', network: 'discriminator', update: 'discriminator' },
    ...{ passes: [], shows: 'weights', batch: null },
  },
  {
    ...{ id: 'judgeForged', network: 'generator', update: 'generator' },
    ...{ passes: ['forge', 'judgeForged'], shows: 'pictures', batch: 'forged' },
  },
  {
    ...{ id: 'learnG', network: 'generator', update: 'generator' },
    ...{ passes: [], shows: 'weights', batch: null },
  },
];

/** Those of a step in which only one network learns are the stages of its update. */
export const stagesOf = (learns: Learners): readonly Stage[] =>
  STAGES.filter(({ update }) => learns === 'both' || update === learns);

/** What the discriminator makes of scores: the share above its border, and one score as 0..1. */
export const shareAbove = (scores: ArrayLike<number>, boundary: number): number =>
  Array.from(scores).filter((score) => score > boundary).length / Math.max(1, scores.length);

export const realnessOf = (score: number, boundary: number): number => 1 / (1 + Math.exp(boundary - score));

export const meanScore = (scores: ArrayLike<number>): number =>
  Array.from(scores).reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
