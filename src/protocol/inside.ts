// Looking into the networks of the open run: what a layer makes of one picture, gradients, weights, verdicts. Reads only.
import type { ImageBatch } from '../core/history';

export type InsideNetwork = 'generator' | 'discriminator';

/**
 * What goes in: noise, of a seed of Use or number by number, which the discriminator sees as the picture that is drawn from it;
 * or a picture for the discriminator.
 */
export type InsideInput =
  | { readonly kind: 'seed'; readonly seed: number; readonly imageClass: number }
  | { readonly kind: 'latent'; readonly values: Float32Array; readonly imageClass: number }
  | { readonly kind: 'picture'; readonly picture: ImageBatch; readonly imageClass: number };

/** Grey pictures of numbers of any size. */
export interface NumberPictures {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** [count * height * width]; NaN where a picture has no number. */
  readonly values: Float32Array;
}

export interface InsideLayer {
  /** The picture that went into the discriminator, or came out of the generator. */
  readonly picture: ImageBatch;
  /** What the layer makes of it, for one example. */
  readonly shape: readonly number[];
  /** One for each channel; a list of numbers is one picture. */
  readonly maps: NumberPictures;
  /** What the layer's kernel does with one of its inputs; null for layers without a kernel. */
  readonly filters: LayerFilters | null;
}

export interface LayerFilters {
  /** Of filters between pictures one for each output; a matrix is one picture, a row for each input. */
  readonly pictures: NumberPictures;
  /** Channels that go in, of which `input` is shown; 1 for a matrix. */
  readonly inputs: number;
  readonly input: number;
  /** The kernel's whole size. */
  readonly shape: readonly number[];
}

/** The gradient of a layer's weights, lengths as root mean squares of its numbers. */
export interface LayerGradient {
  readonly layer: string;
  readonly gradient: number;
  readonly weights: number;
  readonly parameters: number;
}

export interface GradientFlow {
  /** Step whose batches it was found on: the one that comes next. */
  readonly step: number;
  readonly losses: Readonly<Record<InsideNetwork, number>>;
  /** Layers that learn, from the input on. */
  readonly layers: Readonly<Record<InsideNetwork, readonly LayerGradient[]>>;
}

/** How the weights of a layer are spread. */
export interface LayerWeights {
  readonly layer: string;
  /** Counts in equal bins from -reach to reach. */
  readonly counts: readonly number[];
  readonly reach: number;
  readonly mean: number;
  readonly deviation: number;
}

export interface Confidence {
  /** What the discriminator gives each image, 0..1. */
  readonly real: Float32Array;
  readonly fake: Float32Array;
  /** Whether its scores mean something by their differences alone: half way between both means is 0.5 then. */
  readonly compares: boolean;
}

export interface Saliency {
  /** 0..1. */
  readonly realness: number;
  /** By how much the score rises as a number of the picture (-1..1) does, [height * width * channels]. */
  readonly slopes: Float32Array;
}

/** Passes of a step: the generator draws for the discriminator's update and forges in its own, and three times is judged. */
export type WatchedPass = 'draw' | 'judgeReal' | 'judgeFake' | 'forge' | 'judgeForged';

/** Who learns in a step that is watched. */
export type Learners = 'both' | InsideNetwork;

export interface WatchedLayer {
  /** The layer, or the last of several that run as one. */
  readonly layer: string;
  readonly shape: readonly number[];
  readonly maps: NumberPictures;
}

export interface WatchedWeights {
  /** For example `conv2d_1/kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  /** Root mean squares of the gradient, of the weights before, and of what the update changed. */
  readonly gradient: number;
  readonly weights: number;
  readonly change: number;
  /** The gradient: of filters those of the first input, of a matrix as much as fits. */
  readonly picture: NumberPictures;
}

/** One training step as it was taken. Of several updates of the discriminator the last. */
export interface WatchedStep {
  readonly step: number;
  readonly learns: Learners;
  /** Updates that the discriminator made. */
  readonly updatesOfD: number;
  /** Noise of each update, a row for each picture. */
  readonly noise: Readonly<Record<InsideNetwork, NumberPictures>>;
  /** As the discriminator saw them. */
  readonly real: ImageBatch;
  readonly fake: ImageBatch;
  readonly forged: ImageBatch;
  /** Scores of each batch, above `boundary` judged real. */
  readonly scores: Readonly<Record<'real' | 'fake' | 'forged', Float32Array>>;
  readonly boundary: number;
  readonly losses: Readonly<Record<InsideNetwork, number>>;
  /** What each layer made of one picture of the batch. */
  readonly passes: Readonly<Record<WatchedPass, readonly WatchedLayer[]>>;
  readonly updates: Readonly<Record<InsideNetwork, readonly WatchedWeights[]>>;
}
