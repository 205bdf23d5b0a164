// What the benchmark of the lab found, checked as it is read: of each pair, how many of its seeds broke, mended and
// recovered. The file is written by `npm run bench:lab` and never by hand.
import { GanvasError } from '../errors';
import type { LabFigures, LabPair } from './define';
import type { LabVerdict } from './verdict';
import recorded from './outcomes.json';
import recordedRecipes from './recipeOutcomes.json';

export interface LabRunOutcome {
  readonly seed: number;
  readonly verdict: LabVerdict;
  /** At the end of the run; null where its numbers ended. */
  readonly figures: LabFigures | null;
  /** Training alone, on one thread. */
  readonly seconds: number;
}

export interface PairOutcome {
  readonly pair: string;
  /** Data set that it was trained on. */
  readonly dataset: string;
  /** Date as year-month-day. */
  readonly measured: string;
  readonly engine: string;
  readonly broken: readonly LabRunOutcome[];
  readonly mended: readonly LabRunOutcome[];
  /** The broken run at its end, trained on with the settings of the mended one for as many steps. */
  readonly recovered: readonly LabRunOutcome[];
}

export interface RecipeOutcome {
  readonly recipe: string;
  /** Date as year-month-day. */
  readonly measured: string;
  readonly engine: string;
  readonly runs: readonly LabRunOutcome[];
}

/** The file of outcomes is not what it should be. */
export class LabOutcomesError extends GanvasError {
  constructor(where: string, value: unknown) {
    super(
      `The recorded outcomes of the lab are wrong at ${where}: ${JSON.stringify(value)}.`,
      'Write the file again with npm run bench:lab.',
    );
  }
}

function fields(value: unknown, where: string): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new LabOutcomesError(where, value);
  return new Map(Object.entries(value));
}

function list<T>(value: unknown, where: string, read: (item: unknown, where: string) => T): readonly T[] {
  if (!Array.isArray(value)) throw new LabOutcomesError(where, value);
  return value.map((item: unknown, i) => read(item, `${where}[${i}]`));
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') throw new LabOutcomesError(where, value);
  return value;
}

function number(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new LabOutcomesError(where, value);
  return value;
}

function readFigures(value: unknown, where: string): LabFigures | null {
  if (value === null) return null;
  const found = fields(value, where);
  const figure = (name: keyof LabFigures): number | null => {
    const one = found.get(name);
    return one === null ? null : number(one, `${where}.${name}`);
  };
  return {
    modes: figure('modes'),
    wantedModes: figure('wantedModes'),
    kl: figure('kl'),
    good: figure('good'),
    frechet: figure('frechet'),
    variety: figure('variety'),
    accuracy: figure('accuracy'),
  };
}

function readRun(value: unknown, where: string): LabRunOutcome {
  const found = fields(value, where);
  const verdict = found.get('verdict');
  if (verdict !== 'broken' && verdict !== 'healthy' && verdict !== 'between')
    throw new LabOutcomesError(`${where}.verdict`, verdict);
  return {
    seed: number(found.get('seed'), `${where}.seed`),
    verdict,
    figures: readFigures(found.get('figures'), `${where}.figures`),
    seconds: number(found.get('seconds'), `${where}.seconds`),
  };
}

/** @throws LabOutcomesError naming the first place that is wrong */
export const readLabOutcomes = (value: unknown): readonly PairOutcome[] =>
  list(value, 'outcomes', (item, where) => {
    const found = fields(item, where);
    return {
      pair: text(found.get('pair'), `${where}.pair`),
      dataset: text(found.get('dataset'), `${where}.dataset`),
      measured: text(found.get('measured'), `${where}.measured`),
      engine: text(found.get('engine'), `${where}.engine`),
      broken: list(found.get('broken'), `${where}.broken`, readRun),
      mended: list(found.get('mended'), `${where}.mended`, readRun),
      recovered: list(found.get('recovered'), `${where}.recovered`, readRun),
    };
  });

/** @throws LabOutcomesError naming the first place that is wrong */
export const readRecipeOutcomes = (value: unknown): readonly RecipeOutcome[] =>
  list(value, 'outcomes', (item, where) => {
    const found = fields(item, where);
    return {
      recipe: text(found.get('recipe'), `${where}.recipe`),
      measured: text(found.get('measured'), `${where}.measured`),
      engine: text(found.get('engine'), `${where}.engine`),
      runs: list(found.get('runs'), `${where}.runs`, readRun),
    };
  });

/** What was measured last, pair by pair. */
export const labOutcomes: readonly PairOutcome[] = readLabOutcomes(recorded);

/** That of a pair on the data set that it has; none where it was not measured on it. */
export const outcomeOf = (
  { id, shared }: LabPair,
  outcomes: readonly PairOutcome[] = labOutcomes,
): PairOutcome | undefined => outcomes.find(({ pair, dataset }) => pair === id && dataset === shared.dataset);

/** What was measured last, recipe by recipe. */
export const recipeOutcomes: readonly RecipeOutcome[] = readRecipeOutcomes(recordedRecipes);

/** How many of the runs ended so. */
export const countOf = (runs: readonly LabRunOutcome[], verdict: LabVerdict): number =>
  runs.filter((run) => run.verdict === verdict).length;
