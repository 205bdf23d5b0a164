// What a pair of the collapse lab is: one recipe that breaks a GAN and one that mends it, on the same data with the same
// seed. Data only; training and drawing are others' business.
import type { ParamValue } from '../paramSpec';

/** Settings by the names of links, for example `loss.gamma`. */
export type LabSettings = Readonly<Record<string, ParamValue>>;

export type SideId = 'broken' | 'mended';

/** What a run can be judged by at its end; null where it was not measured. */
export interface LabFigures {
  readonly modes: number | null;
  /** Modes that real data covers. */
  readonly wantedModes: number | null;
  /** Divergence of the modes' shares from even, in nats. */
  readonly kl: number | null;
  /** Share of the points that lie in a cluster, 0..1. */
  readonly good: number | null;
  readonly frechet: number | null;
  /** Spread of the samples as a share of that of real data. */
  readonly variety: number | null;
  /** Of the discriminator over its last steps, 0..1. */
  readonly accuracy: number | null;
}

export type FigureId = keyof LabFigures;

/** A bound on one figure; one of the two numbers is given. */
export interface LabRule {
  readonly figure: FigureId;
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface LabSide {
  /** In few words: `1 discriminator step`. */
  readonly title: string;
  /** One sentence: why it breaks, or why it mends. */
  readonly why: string;
  /** What this side has beside the shared settings. */
  readonly settings: LabSettings;
}

/**
 * What a broken run keeps when it is mended: the weights of both networks, or of the generator alone where the
 * discriminator's are what is wrong, or nothing where neither can learn any more.
 */
export type KeptNetworks = 'both' | 'generator' | 'none';

export interface LabPair {
  /** Permanent, kebab-case: links hold it. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the card. */
  readonly summary: string;
  /** What the class should watch. */
  readonly lookFor: string;
  /** What the broken side's end is called: `collapsed`. */
  readonly brokenWord: string;
  readonly seed: number;
  /** Where there are several, the data sets that both sides can be trained on: first that of `shared`. */
  readonly datasets?: readonly string[];
  readonly shared: LabSettings;
  readonly broken: LabSide;
  readonly mended: LabSide;
  readonly keeps: KeptNetworks;
  /** A run is broken when any of `broken` holds, healthy when all of `healthy` hold; else it is in between. */
  readonly rules: { readonly broken: readonly LabRule[]; readonly healthy: readonly LabRule[] };
}

export const definePair = (pair: LabPair): LabPair => pair;

/** Data sets that the pair can be trained on, its own first. */
export const datasetsOf = ({ shared, datasets }: LabPair): readonly string[] =>
  datasets ?? [String(shared.dataset)];

/** Whether it stands on the data set that it was made for. */
export const isOnItsOwn = (pair: LabPair): boolean => pair.shared.dataset === datasetsOf(pair)[0];

/** The same pair on a data set; as it is where that is none of its. */
export const onDataset = (pair: LabPair, dataset: unknown): LabPair =>
  typeof dataset === 'string' && datasetsOf(pair).includes(dataset)
    ? { ...pair, shared: { ...pair.shared, dataset } }
    : pair;

/** All settings of one side, as a link would name them. */
export const sideSettings = (pair: LabPair, side: SideId, seed = pair.seed): LabSettings => ({
  ...pair.shared,
  ...pair[side].settings,
  seed,
});

/** The settings in which the two sides differ: what the button that mends changes. */
export function differingSettings(pair: LabPair): readonly string[] {
  const [broken, mended] = [pair.broken.settings, pair.mended.settings];
  const names = new Set([...Object.keys(broken), ...Object.keys(mended)]);
  const value = (side: LabSettings, name: string) => side[name] ?? pair.shared[name];
  return [...names].filter((name) => value(broken, name) !== value(mended, name));
}
