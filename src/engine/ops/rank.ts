// tfjs carries ranks in types only; these check them where layers meet, so that no cast goes unchecked.
import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';

function expectRank(t: Tensor, rank: number): void {
  if (t.rank !== rank)
    throw new TypeError(`Expected a tensor of rank ${rank}, got shape [${t.shape.join(', ')}]`);
}

export function vector(t: Tensor): Tensor1D {
  expectRank(t, 1);
  return t as Tensor1D;
}

export function matrix(t: Tensor): Tensor2D {
  expectRank(t, 2);
  return t as Tensor2D;
}

/** [batch, height, width, channels] */
export function images(t: Tensor): Tensor4D {
  expectRank(t, 4);
  return t as Tensor4D;
}
