// What is done to images on their way to the discriminator, in this order. Adding a treatment is a file and a line here;
// changes to the networks themselves are in specs.ts.
import { concat, split, type Tensor } from '@tensorflow/tfjs-core';
import { diffAugment } from './diffAugment';
import { instanceNoise } from './instanceNoise';
import type { ImageTreatment, TreatmentContext } from './treatment';

const treatments: readonly ImageTreatment[] = [diffAugment, instanceNoise];

/** Images [b, h, w, c] as the discriminator sees them: treated, then packed to [b / packing, h, w, c * packing]. */
export function treatImages(images: Tensor, context: TreatmentContext): Tensor {
  const { config } = context;
  const on = treatments.filter((treatment) => treatment.isOn(config));
  return packImages(
    on.reduce((x, treatment) => treatment.apply(x, context), images),
    config.packing,
  );
}

/** Images [b, h, w, c] side by side in the channels of [b / count, h, w, c * count]; b is a multiple of `count`. */
export const packImages = (images: Tensor, count: number): Tensor =>
  count === 1 ? images : concat(split(images, count), 3);
