// What a treatment of the discriminator's images is. The treatments are the files beside this one.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../../core/random';
import type { RunConfig } from '../../core/runConfig';

export interface TreatmentContext {
  readonly config: RunConfig;
  /** The step that is being taken, from 1; asked anew when a recorded step is replayed. */
  readonly step: () => number;
  /** Opens random stream `use` of this pass of the step that is being taken; every use has a number of its own. */
  readonly random: (use: number) => Random;
}

/** Changes images [b, h, w, c] on their way to the discriminator, differentiably; shapes stay. */
export interface ImageTreatment {
  isOn(config: RunConfig): boolean;
  apply(images: Tensor, context: TreatmentContext): Tensor;
}
