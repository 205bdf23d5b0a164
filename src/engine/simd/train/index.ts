// Every kernel of a training step beside convolutions and products.
import type { SimdKernel } from '../stock/define';
import { batchNormInference, batchNormTrain, batchNormTrainGrad, biasGrad } from './batchNorm';
import { activationDropout, activationDropoutGrad, activationGrad } from './dropout';
import { rowExchange } from './exchange';
import { instanceNorm, instanceNormGrad } from './instanceNorm';
import { adam, lerp } from './update';

export const trainKernels: readonly SimdKernel[] = [
  activationDropout,
  activationDropoutGrad,
  activationGrad,
  adam,
  batchNormInference,
  batchNormTrain,
  batchNormTrainGrad,
  biasGrad,
  instanceNorm,
  instanceNormGrad,
  lerp,
  rowExchange,
];
