// What a model is: a generator and a discriminator declared as data. Adding one is a file and a line in index.ts.
import type { NetworkSpec } from '../core/network';
import type { ParamValues } from '../core/paramSpec';
import type { ModelEntry } from '../protocol';

/** Height, width and channels of the images that the model must draw. */
export type ImageShape = readonly [number, number, number];

export interface ModelDefinition extends ModelEntry {
  /**
   * Input to image in [-1, 1]. The input is the latent vector; with classes from labels, latent and one-hot class one
   * after the other; with several generators, `classes` slots of a latent's size of which one is filled.
   * @param classes how many classes there are; 0 or absent for models without
   * @throws InvalidValueError for a shape that it cannot draw
   */
  buildGenerator(shape: ImageShape, params: ParamValues, classes?: number): NetworkSpec;
  /** Image in [-1, 1] to one logit, or 1 + classes numbers. */
  buildDiscriminator(shape: ImageShape, params: ParamValues, classes?: number): NetworkSpec;
}

export const defineModel = (definition: ModelDefinition): ModelDefinition => definition;
