// The lab in plain words: what a side's run is like now, what the two sides differ in, what the benchmark found. Pure.
import { writeNumber } from '../../i18n/language';
import type { KeptNetworks, LabFigures, LabPair, LabRule, SideId } from '../../core/lab/define';
import { differingSettings, isOnItsOwn } from '../../core/lab/define';
import type { LabVerdict } from '../../core/lab/verdict';
import {
  countOf,
  outcomeOf,
  recipeOutcomes,
  type LabRunOutcome,
  type PairOutcome,
  type RecipeOutcome,
} from '../../core/lab/outcomes';
import type { LabRecipe } from '../../core/lab/recipes';
import { inWords } from '../../stores/catalogueWords';
import { duration, figure, percent } from '../../ui/numberFormat';
import { words } from './words';

const listed = (parts: readonly string[]): string => parts.join(words('comma'));
const twoDecimals = (value: number): string =>
  writeNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `1 of 8 modes, KL 2.1` as far as it was measured. */
export function figuresInWords(figures: LabFigures): string {
  const parts: string[] = [];
  if (figures.modes !== null) {
    const { modes, wantedModes } = figures;
    parts.push(words('figures.modes', { modes, wanted: wantedModes ?? '?' }));
  }
  if (figures.kl !== null) parts.push(words('figures.kl', { value: twoDecimals(figures.kl) }));
  else if (figures.modes === 0) parts.push(words('figures.none'));
  if (figures.good !== null) parts.push(words('figures.good', { share: percent(figures.good) }));
  if (figures.accuracy !== null) parts.push(words('figures.accuracy', { share: percent(figures.accuracy) }));
  return listed(parts);
}

/** One word for the state of a run. */
export const verdictWord = (pair: Pick<LabPair, 'brokenWord'>, verdict: LabVerdict): string =>
  ({
    broken: inWords(pair.brokenWord),
    healthy: words('verdict.healthy'),
    between: words('verdict.between'),
  })[verdict];

/** Settings in which the sides of a pair differ, by the keys of what chips call them. */
const CHIPS = {
  loss: 'loss',
  model: 'model',
  packing: 'packing',
  dSteps: 'dSteps',
  learningRateG: 'learningRateG',
  learningRateD: 'learningRateD',
  initScale: 'initScale',
  normG: 'normG',
  normD: 'normD',
  'loss.gamma': 'penalty',
  'model.generators': 'generators',
} as const;
const isChip = (name: string): name is keyof typeof CHIPS => Object.hasOwn(CHIPS, name);

/** Values that are words; ids of losses and models stay what links call them. */
function chipValue(value: string | number | boolean): string {
  if (typeof value === 'number') return figure(value);
  return value === 'none' || value === 'model' ? words(`chipValues.${value}`) : String(value);
}

/** What one side has otherwise than the other, for a list: `packing 4`. */
export const sideChips = (pair: LabPair, side: SideId): readonly string[] =>
  differingSettings(pair).flatMap((name) => {
    const value = pair[side].settings[name] ?? pair.shared[name];
    if (value === undefined) return [];
    return [`${isChip(name) ? words(`chips.${CHIPS[name]}`) : name} ${chipValue(value)}`];
  });

const times = (runs: readonly LabRunOutcome[], verdict: LabVerdict): string =>
  words('times', { times: countOf(runs, verdict), runs: runs.length });

/** `collapsed in 5 of 5, mended in 5 of 5, recovered in 5 of 5` */
export function outcomeInWords(pair: LabPair, outcome: PairOutcome): string {
  const broken = { verdict: inWords(pair.brokenWord), times: times(outcome.broken, 'broken') };
  const recovered = { times: times(outcome.recovered, 'healthy') };
  return listed([
    words('outcome.broken', broken),
    words('outcome.mended', { times: times(outcome.mended, 'healthy') }),
    ...(outcome.recovered.length > 0 ? [words('outcome.recovered', recovered)] : []),
  ]);
}

/** What a card says was found; of a data set that is not the pair's own with its name. */
export function cardOutcome(pair: LabPair, data: string): string {
  const found = outcomeOf(pair);
  if (!found) return words('outcome.none', { data });
  const outcome = outcomeInWords(pair, found);
  return isOnItsOwn(pair) ? outcome : words('outcome.on', { data, outcome });
}

/** Budget and outcome of a recipe: `At most 10 min 0 s. Reached in 3 of 3: 10 of 10 modes, KL 0.01.` */
export function recipeInWords(
  recipe: LabRecipe,
  outcomes: readonly RecipeOutcome[] = recipeOutcomes,
): string {
  const budget = words('recipe.budget', { time: duration(recipe.budgetSeconds) });
  const runs = outcomes.find((outcome) => outcome.recipe === recipe.id)?.runs ?? [];
  const [first] = runs;
  if (!first?.figures) return budget;
  const { frechet } = first.figures;
  const figures = figuresInWords(first.figures);
  const reached =
    frechet === null ? [figures] : [figures, words('recipe.frechet', { value: figure(frechet) })];
  const found = { times: times(runs, 'healthy'), figures: listed(reached) };
  return words('recipe.whole', { budget, reached: words('recipe.reached', found) });
}

/** What a mended run kept of its weights; `share` is the part of both networks' weights. */
export const keptInWords = (keeps: KeptNetworks, share: number): string =>
  ({
    both: words('kept.both', { share: percent(share) }),
    generator: words('kept.generator'),
    none: words('kept.none'),
  })[keeps];

const SHARES: readonly (keyof LabFigures)[] = ['good', 'variety', 'accuracy'];

/** A bound in words: `modes covered at most 3`. */
export function ruleInWords({ figure: id, atMost, atLeast }: LabRule): string {
  const shown = (bound: number): string => (SHARES.includes(id) ? percent(bound) : figure(bound));
  const bounds = [
    ...(atLeast === undefined ? [] : [words('rule.atLeast', { bound: shown(atLeast) })]),
    ...(atMost === undefined ? [] : [words('rule.atMost', { bound: shown(atMost) })]),
  ];
  return words('rule.one', { name: words(`rule.names.${id}`), bounds: bounds.join(words('rule.and')) });
}

/** When a run of the pair counts as what. */
export const rulesInWords = ({ brokenWord, rules }: Pick<LabPair, 'brokenWord' | 'rules'>): string =>
  words('rule.all', {
    verdict: inWords(brokenWord),
    broken: rules.broken.map(ruleInWords).join(words('rule.or')),
    healthy: rules.healthy.map(ruleInWords).join(words('rule.and')),
  });
