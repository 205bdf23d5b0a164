// What a model is: a generator and a discriminator declared as data. Adding one is a file and a line in index.ts.
import type { GrowthPart } from '../core/growth';
import type { NetworkSpec } from '../core/network';
import type { ParamValues } from '../core/paramSpec';
import type { ModelEntry } from '../protocol';

/** Height, width and channels of the images that the model must draw. */
export type ImageShape = readonly [number, number, number];

/** The networks of a part of growing; layers that stay have the same ids in every part. */
export interface GrowingPart extends Pick<ModelDefinition, 'buildGenerator' | 'buildDiscriminator'> {
  /** While it fades, by their names in both networks: the weights that say how much the old and the new count; else null. */
  readonly fade: { readonly before: string; readonly now: string } | null;
}

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
  /** Of a model that `grows`. Of the largest size by itself the networks are those above. */
  growing?(part: GrowthPart): GrowingPart;
}

export const defineModel = (definition: ModelDefinition): ModelDefinition => definition;
