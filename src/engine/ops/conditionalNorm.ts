// Instance normalization with a factor and an addend for each class (Dumoulin et al. 2017, https://arxiv.org/abs/1610.07629).
import {
  add,
  mul,
  ones,
  reshape,
  zeros,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { LINEAR, type Activation } from '../plan';
import { activate } from './activation';
import { embedding } from './embedding';
import { exampleNorm } from './exampleNorm';
import { instanceNorm } from './instanceNorm';
import { vector } from './rank';

/**
 * x [b, h, w, c] less its mean over height and width, over its standard deviation, times gamma and plus beta of its class, then
 * the activation. Intermediate tensors belong to the surrounding tidy.
 * @param classes [b], whole numbers as float32
 * @param gamma and `beta` [classes, c]
 * @param smooth of operations that can be differentiated twice
 */
export function conditionalNorm(
  x: Tensor4D,
  classes: Tensor1D,
  gamma: Tensor2D,
  beta: Tensor2D,
  activation: Activation,
  smooth: boolean,
): Tensor {
  const [count, , , channels] = x.shape;
  const [one, none] = [vector(ones([channels])), vector(zeros([channels]))];
  const normal = smooth ? exampleNorm(x, one, none, 'instance') : instanceNorm(x, one, none, LINEAR);
  const ofClass = (table: Tensor2D): Tensor => reshape(embedding(classes, table), [count, 1, 1, channels]);
  return activate(add(mul(normal, ofClass(gamma)), ofClass(beta)), activation);
}
