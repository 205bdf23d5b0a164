// Entry of the compute module: everything exported here is callable from the host.
export { ARGS, ARGS_BYTES, HEAP_BASE } from './layout';
export { helperLoop, setThreadIndex } from './pool';
export { convJobs, packConvJobs, runPackedJobs } from './conv';
export { depthwiseForward, depthwiseGradFilter, depthwiseGradInput } from './depthwise';
export { filterGradient } from './filterGradient';
export { spreadConv } from './spread';
export { upsampleForward, upsamplePack, upsamplePacked } from './upsample';
export { upsampleGradInput } from './upsampleGradient';
export { upsampleGradProducts } from './upsampleFilter';
export { upsampleUnfoldFilter } from './upsampleTransforms';
export { upsampleFoldPhases, upsampleUnfoldPhases } from './upsamplePhases';
export { transposeMatrix } from './transpose';
export { vectorProduct } from './vector';
export { winogradConv, winogradPack, winogradPacked } from './winograd';
export * from './poolTest';
export * from './stock/index';
export * from './train/index';
