// What a page that uses ganvas-player sees: types alone, which become its declarations as they stand.

export interface PlayerOptions {
  /** `auto` (default) takes the quickest that starts; `plain` no relaxed SIMD; `none` no WebAssembly at all. */
  readonly simd?: 'auto' | 'plain' | 'none';
  /** Stops the download. */
  readonly signal?: AbortSignal;
}

/** Images of one size. */
export interface Images {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** 1 (grey) or 3 (red, green, blue). */
  readonly channels: number;
  /** [count * height * width * channels], row after row, channels last, as the network puts them out: -1 black, 1 white. */
  readonly values: Float32Array;
  /** One image as a canvas takes it, [height * width * 4]: `new ImageData(images.rgba(0), images.width)`. */
  rgba(index: number): Uint8ClampedArray<ArrayBuffer>;
}

/** A generator that is ready to draw. */
export interface Player {
  /** Numbers that one image is made of: noise, and one for each class behind it; or a slot of noise for each generator. */
  readonly inputSize: number;
  /** Numbers of noise alone. */
  readonly latentSize: number;
  /** Classes that the file says stand behind the noise; 0 for none. */
  readonly classes: number;
  /** Generators that the file says share one input; 1 for one alone. */
  readonly generators: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** What draws, for a person: `WebAssembly SIMD`. */
  readonly runtime: string;
  /** Why it is no quicker one, for a person; null where there is none. */
  readonly limit: string | null;
  /**
   * Normal random numbers, the same for the same seed everywhere.
   * @returns [count * latentSize]
   */
  noise(seed: number, count?: number): Float32Array;
  /**
   * Draws an image for each latent.
   * @param latents [n * latentSize], with `label` for each or for all where there are classes, or several generators; or whole inputs [n * inputSize]
   * @throws an Error with a `hint` for another number of values, or a class that there is not
   */
  draw(latents: ArrayLike<number>, label?: number | ArrayLike<number>): Images;
  /** Frees its memory; draws no more. */
  dispose(): void;
}
