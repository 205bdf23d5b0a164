// What layers there are, as data: the vocabulary of network descriptions. What follows from them is networkSpec.ts.

/** Shape without the batch: `[features]` or `[height, width, channels]`. */
export type Shape = readonly number[];

export type Initializer =
  { readonly kind: 'glorotUniform' } | { readonly kind: 'normal'; readonly standardDeviation: number };

export type ActivationName = 'relu' | 'leakyRelu' | 'tanh' | 'sigmoid';

/** How a convolution treats the border; `same` follows TensorFlow (asymmetric where the stride makes it so). */
export type PaddingMode = 'same' | 'valid';

/**
 * One layer. `init` says where weights start; `spectral` divides the kernel by its largest singular value, estimated by
 * power iteration (Miyato et al. 2018).
 */
export type LayerSpec =
  | {
      readonly kind: 'dense';
      readonly units: number;
      readonly useBias?: boolean;
      readonly init?: Initializer;
      readonly spectral?: boolean;
    }
  | { readonly kind: 'reshape'; readonly shape: Shape }
  | { readonly kind: 'flatten' }
  | { readonly kind: 'upsample' } // nearest neighbour, twice the side
  | {
      readonly kind: 'conv2d';
      readonly filters: number;
      readonly kernel: number;
      readonly stride?: number;
      readonly padding?: PaddingMode;
      readonly useBias?: boolean;
      readonly init?: Initializer;
      readonly spectral?: boolean;
    }
  /** One filter per channel, `same` padding; a 1 x 1 convolution after it makes it separable. */
  | {
      readonly kind: 'depthwiseConv2d';
      readonly kernel: number;
      readonly stride?: number;
      readonly useBias?: boolean;
      readonly init?: Initializer;
      readonly spectral?: boolean;
    }
  | {
      readonly kind: 'conv2dTranspose';
      readonly filters: number;
      readonly kernel: number;
      readonly stride: number;
      readonly useBias?: boolean;
      readonly init?: Initializer;
    }
  | {
      readonly kind: 'zeroPad';
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    }
  | { readonly kind: 'batchNorm'; readonly momentum: number; readonly epsilon?: number }
  /** Each example by its own mean and variance over all axes (Ba et al. 2016). */
  | { readonly kind: 'layerNorm' }
  /** Each channel of each example by its own mean and variance (Ulyanov et al. 2016). */
  | { readonly kind: 'instanceNorm' }
  /** Appends one channel that says how much the examples of the batch differ (Karras et al. 2018). */
  | { readonly kind: 'minibatchStd' }
  | { readonly kind: 'activation'; readonly fn: ActivationName; readonly alpha?: number }
  | { readonly kind: 'dropout'; readonly rate: number };

export interface NetworkSpec {
  readonly name: string;
  readonly input: Shape;
  readonly layers: readonly LayerSpec[];
  /** Applied only where a probability is shown; the layers end in logits. */
  readonly shownActivation?: 'sigmoid';
  /** Multiplies every kernel's first values; 1 when absent. */
  readonly initScale?: number;
}

/** A weight tensor of a layer: its role and shape, trainable or a moving statistic. */
export interface WeightSpec {
  readonly role:
    'kernel' | 'bias' | 'gamma' | 'beta' | 'movingMean' | 'movingVariance' | 'spectralIn' | 'spectralOut';
  readonly shape: readonly number[];
  readonly trainable: boolean;
}

/** One layer with everything that follows from its input shape. */
export interface ResolvedLayer {
  readonly index: number;
  /** Unique within the network, for example `conv2d_3`. */
  readonly name: string;
  readonly layer: LayerSpec;
  readonly input: Shape;
  readonly output: Shape;
  readonly weights: readonly WeightSpec[];
  /** Multiply-adds for one example, forward, as written (an upsampled map is counted at full resolution). */
  readonly multiplyAdds: number;
}
