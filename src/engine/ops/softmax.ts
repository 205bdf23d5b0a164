// Softmax over the last axis.
import { softmax as stockSoftmax, type Tensor } from '@tensorflow/tfjs-core';
import './stockGradients';

/** exp(x) over its sum along the last axis of x [..., c], without overflow. @returns [..., c], each row adds up to 1 */
export const softmax = <T extends Tensor>(x: T): T => stockSoftmax(x, -1);
