// Channels of several maps side by side.
import { concat, type Tensor } from '@tensorflow/tfjs-core';

/** Joins tensors [b, ..., c_i], alike but for the last side, along it. @returns [b, ..., sum of c_i] */
export const concatChannels = <T extends Tensor>(parts: readonly T[]): T =>
  concat([...parts], parts[0].rank - 1);
