// What is seen of a GAN of points in the plane at one moment, as plain numbers: worker to page, thirty times a second.
// Coordinates lie in [-1, 1], x then y.

export interface PlaneView {
  readonly step: number;
  /** Cells along each side of `surface`. */
  readonly side: number;
  /** How real the discriminator takes each place for, 0..1, [side * side], row by row from y = -1, from x = -1. */
  readonly surface: Float32Array;
  /** Points of the generator, [count * 2]. */
  readonly samples: Float32Array;
  /** Where the first samples are pushed: minus the slope of the generator's loss at each, [arrows * 2]. */
  readonly pushes: Float32Array;
  /** The sheet of latents where the generator puts it, ring by ring from the middle; empty for models with classes. */
  readonly sheet: Float32Array;
  /** Points in each ring of the sheet; the last is next to the first. */
  readonly spokes: number;
  /** By metric id: measures of the samples. */
  readonly values: Readonly<Record<string, number>>;
}
