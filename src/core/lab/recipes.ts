// Recipes that work, with the time that they need and what came of them: the other end of the collapse lab. A new one is
// an entry here, its outcome one in recipeOutcomes.json.
import type { LabRule, LabSettings } from './define';

export interface LabRecipe {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what it is good for, and why it works. */
  readonly summary: string;
  readonly settings: LabSettings;
  /** Seconds of training that it needs at most on a plain processor with two cores. */
  readonly budgetSeconds: number;
  /** What its runs must reach. */
  readonly goal: readonly LabRule[];
}

export const labRecipes: readonly LabRecipe[] = [
  {
    id: 'best-digits',
    title: 'Best digits on a plain processor',
    summary:
      'Small networks with batch normalization, high learning rates and an averaged generator: all ten digits, evenly drawn.',
    settings: { dataset: 'mnist', model: 'dcgan-light', loss: 'non-saturating', seed: 1, steps: 6000 },
    budgetSeconds: 600,
    goal: [
      { figure: 'modes', atLeast: 10 },
      { figure: 'kl', atMost: 0.02 },
    ],
  },
];
