// What a model is: a generator and a discriminator declared as data. Adding one is a file and a line in index.ts.
import type { NetworkSpec } from '../core/networkSpec';
import type { ParamValues } from '../core/paramSpec';
import type { ModelEntry } from '../protocol';

/** Height, width and channels of the images that the model must draw. */
export type ImageShape = readonly [number, number, number];

export interface ModelDefinition extends ModelEntry {
  /** Latent vector to image in [-1, 1]. @throws InvalidValueError for a shape that it cannot draw */
  buildGenerator(shape: ImageShape, params: ParamValues): NetworkSpec;
  /** Image in [-1, 1] to one logit. */
  buildDiscriminator(shape: ImageShape, params: ParamValues): NetworkSpec;
}

export const defineModel = (definition: ModelDefinition): ModelDefinition => definition;
