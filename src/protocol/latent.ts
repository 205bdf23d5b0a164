// The way back from pictures to the noise that they could be drawn from, and directions in that noise. Reads only.
import type { ImageBatch } from '../core/history';

/** How the nearest latent is searched for; the same options make scores comparable. */
export interface NearestOptions {
  /** Latents that are moved side by side, the nearest of some drawn ones; 1 to 16. */
  readonly starts: number;
  /** Updates by Adam, 1 to 1000. */
  readonly steps: number;
  /** Of the first update; it falls to 0 along half a cosine. */
  readonly learningRate: number;
  /** Share of the discriminator's features in the loss, 0..1; the rest is the pixels'. */
  readonly features: number;
  readonly seed: number;
}

/** A search as it goes on. */
export interface NearestMoment {
  /** Updates made so far. */
  readonly step: number;
  /** Of each start. */
  readonly losses: Float32Array;
  /** What the generator draws from each of them. */
  readonly pictures: ImageBatch;
}

export interface NearestLatent {
  readonly latent: Float32Array;
  /** The class that it is drawn as; 0 where the model knows none. */
  readonly imageClass: number;
  /** What the generator draws from it. */
  readonly drawn: ImageBatch;
  /** Mean difference of the numbers of both pictures, as a share of the way from black to white. */
  readonly distance: number;
  /** Loss at the end, pixels and features: the anomaly score. */
  readonly score: number;
  /** How far apart both pictures are, number by number, 0..1; [height * width * channels]. */
  readonly differences: Float32Array;
  /** Loss of this start before each update. */
  readonly losses: Float32Array;
}

/** What the same search scores real pictures with. */
export interface UsualScores {
  /** The least first. */
  readonly scores: Float32Array;
  /** Whether training does not see these pictures; where there are none such, they are training images. */
  readonly keptBack: boolean;
}

export interface LatentAxes {
  /** Directions of length 1, at right angles, what changes the picture most first; [count * latentSize]. */
  readonly axes: Float32Array;
  /** Share of the pictures' variance that moving along each explains, as far as it moves them in a straight line; 0..1. */
  readonly shares: readonly number[];
}

/** What both judges say of pictures. */
export interface PictureVerdicts {
  /** What the discriminator gives each, 0..1; empty where there is none. */
  readonly realness: Float32Array;
  /** The class under which it is given; null where it does not depend on one. */
  readonly judgedAs: readonly number[] | null;
  /** What names them, for people, and the classes that it knows; none where no classifier fits these pictures. */
  readonly judge: string;
  readonly classNames: readonly string[];
  /** [pictures * classes], rows sum to 1. */
  readonly shares: Float32Array;
}
