// What a measurement of a generator says, as plain data: charts, saved runs and health notes read it. How the numbers
// come about is the metrics room's business.

/** Sizes of a network's gradient and weights (Euclidean, over all trainable weights). */
export interface NetworkNorms {
  /** Of the gradient as the optimizer remembers it: averaged over its last few updates. */
  readonly gradient: number;
  readonly weights: number;
}

/** One measurement. Values that are not defined for it (no classes, too few images) are absent. */
export interface MeasurePoint {
  readonly step: number;
  /** Training-only seconds. */
  readonly seconds: number;
  /** Generated images that were measured. */
  readonly samples: number;
  /** What judged them, for people: `MNIST classifier`. */
  readonly evaluator: string;
  /** By metric id. */
  readonly values: Readonly<Record<string, number>>;
  /** By metric id: the same measure of real images that were kept apart, as a perfect generator would score. */
  readonly floors: Readonly<Record<string, number>>;
  /** Real images behind the floors. */
  readonly floorSamples: number;
  /** Names of the classes; empty where the evaluator knows none. */
  readonly classNames: readonly string[];
  /** Generated images per predicted class, in the order of `classNames`. */
  readonly classCounts: readonly number[];
  readonly generator: NetworkNorms;
  readonly discriminator: NetworkNorms;
}

/** How the label of an evaluator begins that was never trained. */
export const RANDOM_EVALUATOR = 'fixed random features';

/** The label of the feature network that comes with the page, which judges pictures in colour. */
export const ENCODER_EVALUATOR = 'feature network that sees colours, textures and strokes';

/**
 * Whether a network of random weights judged the images. Its Fréchet distance does not follow the eye: it may rise while
 * pictures get better, so it is kept and not shown.
 */
export const isJudgedAtRandom = ({ evaluator }: Pick<MeasurePoint, 'evaluator'>): boolean =>
  evaluator.startsWith(RANDOM_EVALUATOR);

/** A measurement on request: also class by class, and what it took. */
export interface MeasureReport {
  readonly point: MeasurePoint;
  /** By metric id, one value per class; NaN where a class has too few images. */
  readonly byClass: Readonly<Record<string, readonly number[]>>;
  /** Wall-clock seconds. */
  readonly tookSeconds: number;
}

/** A setting that a health note proposes to change, and what to call that. */
export interface HealthTry {
  readonly label: string;
  /** Settings by the names of links, for example `learningRateD`. */
  readonly changes: Readonly<Record<string, number | string>>;
  /** Whether the open run takes them at its next step; else a new run is needed. */
  readonly live: boolean;
}

/** What is wrong with a run, in plain words, and what may help. */
export interface HealthNote {
  /** Permanent, kebab-case: `mode-collapse`. */
  readonly id: string;
  readonly severity: 'alarm' | 'hint';
  readonly title: string;
  /** One or two sentences with the numbers. */
  readonly message: string;
  readonly tries: readonly HealthTry[];
}
