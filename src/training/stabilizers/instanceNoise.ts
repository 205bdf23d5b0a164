// Instance noise: what the discriminator sees is blurred by noise that fades (Sønderby et al. 2017,
// https://arxiv.org/abs/1610.04490), so that real and drawn images overlap while the generator is still far off.
import { add, type Tensor } from '@tensorflow/tfjs-core';
import { stepInput } from '../../engine/recording';
import type { ImageTreatment } from './treatment';

/** Standard deviation of the noise at a step, from 1. */
export const noiseAt = (step: number, start: number, steps: number): number =>
  start * Math.max(0, 1 - (step - 1) / steps);

/** Random streams: of this treatment 0, of augmentation 1 to 4. */
const NOISE = 0;

export const instanceNoise: ImageTreatment = {
  isOn: ({ instanceNoise: start }) => start > 0,
  apply(images: Tensor, { config, step, random }): Tensor {
    const { instanceNoise: start, instanceNoiseSteps } = config;
    const noise = stepInput(images.shape, (values) => {
      const deviation = noiseAt(step(), start, instanceNoiseSteps);
      if (deviation === 0) {
        values.fill(0);
        return;
      }
      const draws = random(NOISE);
      for (let i = 0; i < values.length; i++) values[i] = deviation * draws.normal();
    });
    return add(images, noise);
  },
};
