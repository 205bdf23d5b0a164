// Kernels of a training step beside convolutions and products.
export { activationDropout, activationGradient } from './activation';
export { batchNormForward, batchNormGradient } from './batchNorm';
export { columnSums } from './columnSums';
export { adamUpdate, lerpUpdate } from './update';
