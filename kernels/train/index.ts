// Kernels of a training step beside convolutions and products.
export { activationDropout, activationGradient } from './activation';
export { batchNormForward } from './batchNorm';
export { batchNormGradient } from './batchNormGradient';
export { batchNormInference } from './batchNormInference';
export { columnSums } from './columnSums';
export { exchangeRows } from './exchange';
export { instanceNormForward } from './instanceNorm';
export { instanceNormGradient } from './instanceNormGradient';
export { adamUpdate, lerpUpdate } from './update';
