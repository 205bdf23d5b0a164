// What a training task says of itself, as plain data: the networks and who of them learns, from which data and terms, the
// numbers that it reports, and the pictures that it shows. The page draws a run from this; nothing here computes.
import type { ParamSpec, ParamValues } from './paramSpec';
import type { RunSettings } from './runParams';

/** Whose number it is; decides the hue, everywhere the same. */
export type SeriesRole = 'generator' | 'discriminator' | 'real';

/** A number that every step reports. */
export interface SeriesFacts {
  /** Permanent: links between a run file's columns and this. */
  readonly id: string;
  readonly label: string;
  readonly role: SeriesRole;
  /** Dash pattern in pixels, so that hue is not the only difference; empty is solid. */
  readonly dash: readonly number[];
}

/** Series that stand in one chart. */
export interface SeriesChartFacts {
  readonly id: string;
  readonly title: string;
  /** One sentence: how to read it. */
  readonly help: string;
  /** `%` shows shares 0..1 as per cent. */
  readonly unit: '' | '%';
  /** Whether a logarithmic axis makes sense. */
  readonly logScale: boolean;
  /** Which values are good, where that can be said: losses of two networks that play against each other are neither. */
  readonly better?: 'lower' | 'higher';
  /** Whether its numbers are known and not estimated from a batch: nothing is smoothed then. */
  readonly exact?: boolean;
  readonly series: readonly SeriesFacts[];
}

/** A share 0..1 of a series, or of what is missing to 1, beside a network. */
export interface ShareFacts {
  readonly series: string;
  readonly label: string;
  readonly role: SeriesRole;
  /** Shows 1 minus the value. */
  readonly inverted?: boolean;
}

export interface TaskNetworkFacts {
  /** Permanent: the first part of the names of its weights in a run file. */
  readonly id: string;
  readonly label: string;
  /** For people: `the forger`. */
  readonly nickname?: string;
  readonly role: SeriesRole;
  /** False for one that stays as it is. */
  readonly learns: boolean;
  /** The series that is its loss. */
  readonly loss?: string;
  readonly shares?: readonly ShareFacts[];
}

/** What the networks learn from. `domains`: two sets of images that need not belong together, image by image; `content-and-style`:
 * one picture of each; `pictures`: any, from which a network learns to make others. */
export type TaskData =
  'noise' | 'labels' | 'images' | 'pairs' | 'domains' | 'content-and-style' | 'pictures' | 'trained-run';

/** Where a new run of a task begins, instead of at the defaults and at what its model recommends. */
export interface TaskRecommended extends Partial<RunSettings> {
  readonly dataset?: string;
  readonly model?: string;
  readonly loss?: string;
}

/** A summand of a loss. */
export interface TermFacts {
  readonly id: string;
  readonly label: string;
  /** A number, or the id of the task's parameter that holds it. */
  readonly weight: number | string;
}

/** How much a term counts, given the task's parameters. */
export const termWeight = ({ weight }: TermFacts, params: ParamValues): number =>
  typeof weight === 'number' ? weight : Number(params[weight]);

/** One network learns; updates happen in order. */
export interface UpdateFacts {
  readonly network: string;
  /** Networks that go down the same loss in the same update. */
  readonly alongside?: readonly string[];
  /** Times in a step: a number, or the name of the setting that holds it. */
  readonly times: number | 'dSteps';
  readonly terms: readonly TermFacts[];
}

/** Pictures that are drawn on the way, always of the same inputs; what stands where in them the open run says (`gridLayout`). */
export interface TaskGridFacts {
  readonly id: string;
  readonly label: string;
}

/** A network that leaves by Export. */
export interface TaskExportFacts {
  readonly network: string;
  readonly inputs: readonly ('noise' | 'class' | 'image')[];
  /** Shares of the classes come out of it, and no picture. */
  readonly names?: true;
}

export interface TaskFacts {
  readonly id: string;
  readonly label: string;
  /** One sentence for a person who has read nothing. */
  readonly help: string;
  readonly params: readonly ParamSpec[];
  /** Where it comes from, for cards of what leaves. */
  readonly paper?: string;
  /** Known, for runs that have it, but not offered. */
  readonly hidden?: boolean;
  readonly recommended?: TaskRecommended;
  /** Settings of the training loop that it heeds, where it does not heed all of them. */
  readonly settings?: readonly (keyof RunSettings)[];
  /** Whether its networks are not those of the chosen model. */
  readonly ownNetworks?: boolean;
  /** Whether it takes models that grow, and no others. */
  readonly grows?: boolean;
  /** What its runs are called, where that is not the model. */
  readonly runName?: string;
  readonly networks: readonly TaskNetworkFacts[];
  readonly data: readonly TaskData[];
  readonly updates: readonly UpdateFacts[];
  readonly charts: readonly SeriesChartFacts[];
  readonly grids: readonly TaskGridFacts[];
  readonly exports: readonly TaskExportFacts[];
}

/** Networks of a task that leave by Export, by their declared labels. */
export const leavingNetworks = ({
  networks,
  exports,
}: Pick<TaskFacts, 'networks' | 'exports'>): readonly TaskNetworkFacts[] =>
  networks.filter(({ id }) => exports.some(({ network }) => network === id));

/** Whether it is the game of a model's two networks, whatever their sizes on the way: its generator draws from noise. */
export const drawsFromNoise = ({ data }: Pick<TaskFacts, 'data'>): boolean =>
  data.includes('noise') && !data.includes('trained-run');

/** Whether what leaves makes pictures out of pictures. */
export const isTranslation = ({ exports }: Pick<TaskFacts, 'exports'>): boolean =>
  exports.some(({ inputs, names }) => inputs.includes('image') && !names);

/** Whether what leaves gives pictures names. */
export const namesPictures = ({ exports }: Pick<TaskFacts, 'exports'>): boolean =>
  exports.some(({ names }) => names);

/** All series of a task, chart after chart. */
export const seriesOfTask = ({ charts }: Pick<TaskFacts, 'charts'>): readonly SeriesFacts[] =>
  charts.flatMap(({ series }) => series);
