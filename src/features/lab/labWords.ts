// The lab in plain words: what a side's run is like now, what the two sides differ in, what the benchmark found. Pure.
import type { KeptNetworks, LabFigures, LabPair, SideId } from '../../core/lab/define';
import { differingSettings } from '../../core/lab/define';
import type { LabVerdict } from '../../core/lab/verdict';
import {
  countOf,
  recipeOutcomes,
  type LabRunOutcome,
  type PairOutcome,
  type RecipeOutcome,
} from '../../core/lab/outcomes';
import type { LabRecipe } from '../../core/lab/recipes';
import { duration, figure, percent } from '../../ui/numberFormat';

/** `1 of 8 modes, KL 2.1` as far as it was measured. */
export function figuresInWords(figures: LabFigures): string {
  const parts: string[] = [];
  if (figures.modes !== null) parts.push(`${figures.modes} of ${figures.wantedModes ?? '?'} modes`);
  if (figures.kl !== null) parts.push(`KL ${figures.kl.toFixed(2)}`);
  else if (figures.modes === 0) parts.push('no point in any cluster');
  if (figures.good !== null) parts.push(`${percent(figures.good)} good points`);
  if (figures.accuracy !== null) parts.push(`accuracy of the police ${percent(figures.accuracy)}`);
  return parts.join(', ');
}

/** One word for the state of a run. */
export const verdictWord = (pair: Pick<LabPair, 'brokenWord'>, verdict: LabVerdict): string =>
  ({ broken: pair.brokenWord, healthy: 'healthy', between: 'in between' })[verdict];

const NAMES: Readonly<Record<string, string>> = {
  loss: 'loss',
  model: 'model',
  packing: 'packing',
  dSteps: 'D steps per G step',
  learningRateG: 'learning rate G',
  learningRateD: 'learning rate D',
  initScale: 'initial weights ×',
  beta1: 'Adam beta 1',
  'loss.gamma': 'gradient penalty',
  'model.generators': 'generators',
};

/** What one side has otherwise than the other, for a list: `packing 4`. */
export const sideChips = (pair: LabPair, side: SideId): readonly string[] =>
  differingSettings(pair).flatMap((name) => {
    const value = pair[side].settings[name] ?? pair.shared[name];
    if (value === undefined) return [];
    return [`${NAMES[name] ?? name} ${typeof value === 'number' ? figure(value) : String(value)}`];
  });

const times = (runs: readonly LabRunOutcome[], verdict: LabVerdict): string =>
  `${countOf(runs, verdict)} of ${runs.length}`;

/** `collapsed in 5 of 5, mended in 5 of 5, recovered in 5 of 5` */
export function outcomeInWords(pair: LabPair, outcome: PairOutcome): string {
  return [
    `${pair.brokenWord} in ${times(outcome.broken, 'broken')}`,
    `mended in ${times(outcome.mended, 'healthy')}`,
    ...(outcome.recovered.length > 0 ? [`recovered in ${times(outcome.recovered, 'healthy')}`] : []),
  ].join(', ');
}

/** Budget and outcome of a recipe: `At most 10 min 0 s. Reached in 3 of 3: 10 of 10 modes, KL 0.01.` */
export function recipeInWords(
  recipe: LabRecipe,
  outcomes: readonly RecipeOutcome[] = recipeOutcomes,
): string {
  const budget = `At most ${duration(recipe.budgetSeconds)} of training on two cores.`;
  const runs = outcomes.find((outcome) => outcome.recipe === recipe.id)?.runs ?? [];
  const [first] = runs;
  if (!first?.figures) return budget;
  const { frechet } = first.figures;
  const distance = frechet === null ? '' : `, Fréchet distance ${figure(frechet)}`;
  return `${budget} Reached in ${times(runs, 'healthy')}: ${figuresInWords(first.figures)}${distance}.`;
}

/** What a mended run kept of its weights; `share` is the part of both networks' weights. */
export const keptInWords = (keeps: KeptNetworks, share: number): string =>
  ({
    both: `${percent(share)} of its weights were kept.`,
    generator: 'The generator keeps its weights; the discriminator, grown too sure, begins anew.',
    none: 'Its networks are past saving, so both begin anew.',
  })[keeps];
