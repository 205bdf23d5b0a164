// The stock kernels that the host may call.
export { unaryF32, testF32, logicalNot, cast, fill32 } from './unary';
export { binary, addN } from './binary';
export { select32 } from './select';
export { copyStrided, transposePlanes, gatherRows, segmentSum } from './copy';
export { reduceF32, reduceI32, argExtremumF32, reduceScratchBytes } from './reduce';
export { softmaxF32 } from './softmax';
export { pool2d, pool2dGrad, pool2dPick } from './pool';
export { resize2d, resize2dGrad, affineRows } from './resize';
