// PReLU (He et al. 2015, https://arxiv.org/abs/1502.01852): a learned slope per channel for negative values.
import { prelu as stockPrelu, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';
import './stockGradients';

/** x [b, ..., c] where positive, else alpha [c] times x. The slope at 0 is alpha. @returns [b, ..., c] */
export const prelu = (x: Tensor, alpha: Tensor1D): Tensor => stockPrelu<Tensor>(x, alpha);
