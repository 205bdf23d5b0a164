// The ways to a smaller generator as the page offers them, and what each asks of the worker. What they begin with is what
// their tasks say (src/tasks). Plain data.
import { defaultParams, numberParam, type ParamValues } from '../../core/paramSpec';
import { DEFAULT_TASK } from '../../core/runConfig';
import type { TaskFacts } from '../../core/taskFacts';
import type { MakeRequest } from '../../protocol';

/** `said` is the key of what the page says of it. */
export const TECHNIQUES = [
  {
    id: 'channels',
    said: 'channels',
    task: 'prune',
    chosen: { target: 'channels' },
    asks: 'share',
  },
  {
    id: 'weights',
    said: 'weights',
    task: 'prune',
    chosen: { target: 'weights' },
    asks: 'share',
  },
  {
    id: 'quantize-aware',
    said: 'integers',
    task: 'quantize-aware',
    chosen: {},
    asks: 'weightBits',
  },
  {
    id: 'student',
    said: 'student',
    task: 'distill',
    chosen: {},
    asks: 'width',
  },
] as const;

export type Technique = (typeof TECHNIQUES)[number];

export interface TechniqueSettings {
  readonly steps: number;
  /** Of what the technique `asks` for: the width of a student, the share of each layer, the bits of a weight. */
  readonly amount: number;
}

const WIDTHS = [0.25, 0.5, 0.75, 1];
const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9];
const MOST_CHANNELS = 0.75;

/** Amounts that are offered. */
export function amountsOf({ id, asks }: Technique): readonly number[] {
  switch (asks) {
    case 'width':
      return WIDTHS;
    case 'weightBits':
      return [8, 4];
    case 'share':
      return id === 'channels' ? SHARES.filter((share) => share <= MOST_CHANNELS) : SHARES;
  }
}

/** What the task's parameters are when nothing is set, given what the technique chooses. */
function paramsOf({ chosen }: Technique, { params }: Pick<TaskFacts, 'params'>): ParamValues {
  const suits = params.flatMap((spec) =>
    spec.kind === 'choice'
      ? spec.choices.flatMap(({ value, suits }) =>
          new Map(Object.entries(chosen)).get(spec.id) === value && suits ? [suits] : [],
        )
      : [],
  );
  return Object.assign({}, defaultParams(params), ...suits, chosen);
}

/** The task that does it to runs of a task. */
export const makerTask = ({ task }: Technique, source: string): string =>
  source === DEFAULT_TASK ? task : `${source}-${task}`;

/** The parameter that holds the amount: a translator has a width of its own beside its student's. */
function amountParam({ asks }: Technique, { params }: Pick<TaskFacts, 'params'>): string {
  const ofStudent = 'studentWidth';
  return asks === 'width' && params.some(({ id }) => id === ofStudent) ? ofStudent : asks;
}

/** What a technique begins with. @param task its own, as the catalogue has it */
export function usualSettings(technique: Technique, task: Pick<TaskFacts, 'params'>): TechniqueSettings {
  const params = paramsOf(technique, task);
  return { steps: numberParam(params, 'steps'), amount: Number(params[amountParam(technique, task)]) };
}

export function requestFor(
  technique: Technique,
  task: Pick<TaskFacts, 'id' | 'params'>,
  { steps, amount }: TechniqueSettings,
): MakeRequest {
  const { chosen, asks } = technique;
  const value = asks === 'weightBits' ? String(amount) : amount;
  return { task: task.id, params: { ...chosen, [amountParam(technique, task)]: value, steps } };
}
