// The ways to a smaller generator as the page offers them, and what each asks of the worker. Plain data.
import type { MakeRequest } from '../../protocol';

export const TECHNIQUES = [
  {
    id: 'channels',
    label: 'Prune channels',
    help: 'Takes whole channels out, those that matter least first: the tensors and the multiply-adds really shrink.',
    note: 'Zhu and Gupta 2017: https://arxiv.org/abs/1710.01878',
    button: 'Prune channels',
    steps: 300,
  },
  {
    id: 'weights',
    label: 'Prune single weights',
    help: 'Sets the smallest weights to zero: the file compresses better, but nothing runs faster.',
    note: 'Zhu and Gupta 2017: https://arxiv.org/abs/1710.01878',
    button: 'Prune weights',
    steps: 300,
  },
  {
    id: 'quantize-aware',
    label: 'Train for integers',
    help: 'Trains on with rounded numbers, so that the integers of a board draw what the float network draws.',
    note: 'Jacob and others 2018: https://arxiv.org/abs/1712.05877',
    button: 'Train for integers',
    steps: 200,
  },
  {
    id: 'student',
    label: 'Distil a student',
    help: 'A smaller network learns to draw what this one draws.',
    note: 'Hinton and others 2015: https://arxiv.org/abs/1503.02531',
    button: 'Distil a student',
    steps: 1500,
  },
] as const;

export type TechniqueId = (typeof TECHNIQUES)[number]['id'];

export interface TechniqueSettings {
  readonly steps: number;
  /** Of a student, beside the light model. */
  readonly width: number;
  /** Of each layer, when pruning. */
  readonly share: number;
  readonly weightBits: 8 | 4;
}

export const WIDTHS = [0.25, 0.5, 0.75, 1];
const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9];
const MOST_CHANNELS = 0.75;

/** Shares that are offered. */
export const sharesOf = (technique: TechniqueId): readonly number[] =>
  technique === 'channels' ? SHARES.filter((share) => share <= MOST_CHANNELS) : SHARES;

/** The share that a technique begins with. */
export const usualShare = (technique: TechniqueId): number => (technique === 'weights' ? 0.8 : 0.25);

export function requestFor(technique: TechniqueId, settings: TechniqueSettings): MakeRequest {
  const { steps, width, share, weightBits } = settings;
  switch (technique) {
    case 'student':
      return { task: 'distill', params: { width, steps } };
    case 'quantize-aware':
      return { task: 'quantize-aware', params: { weightBits: String(weightBits), steps } };
    case 'channels':
    case 'weights':
      return { task: 'prune', params: { target: technique, share, steps } };
  }
}
