// Entry of the small compute module that goes along with an exported generator: what drawing takes on one thread, and nothing of
// training. A test draws every kind of network with it (src/player/kernels.test.ts).
export { ARGS, ARGS_BYTES, HEAP_BASE } from './layout';
export { packConvJobs, runPackedJobs } from './conv';
export { depthwiseForward } from './depthwise';
export { minimalPack, minimalPacked } from './minimal';
export { upsamplePack, upsamplePacked } from './upsample';
export { vectorProduct } from './vector';
export { instanceNormForward } from './train/instanceNorm';
