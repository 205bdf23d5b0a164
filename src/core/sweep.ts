// A sweep: settings over values, each combination with some seeds, as the configurations of its runs. Pure; who trains them, and
// where, is not said here.
import type { ParamValue } from './paramSpec';
import { readRunConfig, type ConfigVocabulary, type RunConfig } from './runConfig';

/** More could not be shown in one chart. */
export const MOST_SWEPT_SETTINGS = 2;

/** A setting by its plain name, and the values that it takes. */
export interface SweptSetting {
  readonly key: string;
  readonly values: readonly ParamValue[];
}

export interface SweepPlan {
  /** Everything that is the same in all runs, by plain names; what is absent stands at what is recommended for a run. */
  readonly base: Readonly<Record<string, ParamValue>>;
  readonly swept: readonly SweptSetting[];
  readonly seeds: readonly number[];
}

export interface PlannedRun {
  /** One for each of the swept settings, in their order. */
  readonly values: readonly ParamValue[];
  readonly seed: number;
}

/** Every combination of one of each list, the last list's fastest. */
export const combinations = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );

/** Combinations of the values, each once. */
export const plannedValues = ({ swept }: SweepPlan): readonly (readonly ParamValue[])[] =>
  combinations(swept.map(({ values }) => values));

/** All with the first seed, then all with the next: a sweep that is cut off has compared them equally. */
export const plannedRuns = (plan: SweepPlan): readonly PlannedRun[] =>
  plan.seeds.flatMap((seed) => plannedValues(plan).map((values) => ({ values, seed })));

const CHOICES: readonly string[] = ['dataset', 'model', 'loss', 'task'];

/**
 * What is chosen by a swept setting (a model, a loss) has its own parameters at their defaults.
 * @throws InvalidValueError naming the first value that is unknown or out of range
 */
export function sweptConfig(plan: SweepPlan, run: PlannedRun, vocabulary: ConfigVocabulary): RunConfig {
  const chosen = plan.swept.map(({ key }) => key).filter((key) => CHOICES.includes(key));
  const base = Object.entries(plan.base).filter(
    ([key]) => !chosen.some((kind) => key.startsWith(`${kind}.`)),
  );
  const values = plan.swept.map(({ key }, i) => [key, run.values[i]] as const);
  return readRunConfig({ ...Object.fromEntries([...base, ...values]), seed: run.seed }, vocabulary);
}

/**
 * `1-3, 7` as 1, 2, 3, 7; each once.
 * @returns null where it is no such text, or more than `most` seeds
 */
export function readSeeds(text: string, most: number): readonly number[] | null {
  const seeds = new Set<number>();
  for (const part of text.split(/[,;\s]+/).filter((one) => one !== '')) {
    const range = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part);
    const [from, to] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    if (!range || to < from || to - from >= most) return null;
    for (let seed = from; seed <= to; seed++) seeds.add(seed);
  }
  return seeds.size > 0 && seeds.size <= most ? [...seeds] : null;
}
