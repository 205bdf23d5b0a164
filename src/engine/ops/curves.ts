// Activation functions by name, element by element, composed of stock operations that can be differentiated twice
// (`stockGradients` puts right those that could not). None of them is fused into convolutions.
import {
  add,
  div,
  elu,
  erf,
  mul,
  relu6,
  selu,
  sigmoid,
  softplus,
  square,
  tanh,
  type Tensor,
} from '@tensorflow/tfjs-core';
import './stockGradients';

/** x times the normal distribution's probability below x (Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415). */
const gelu = <T extends Tensor>(x: T): T => mul(mul(x, 0.5), add(1, erf(mul(x, Math.SQRT1_2))));

/** The same by tanh, as GPT-2 and Keras' `approximate=True` have it. */
function geluTanh<T extends Tensor>(x: T): T {
  const inner = mul(mul(x, Math.sqrt(2 / Math.PI)), add(1, mul(square(x), 0.044715)));
  return mul(mul(x, 0.5), add(1, tanh(inner)));
}

/** (x + 3) / 6 held between 0 and 1: PyTorch's and Keras 3's. */
const hardSigmoid = <T extends Tensor>(x: T): T => div(relu6(add(x, 3)), 6);

/** Functions of x [...] with results of its shape; intermediate tensors belong to the surrounding tidy. */
export const curves = {
  relu6: <T extends Tensor>(x: T): T => relu6(x),
  elu: <T extends Tensor>(x: T): T => elu(x),
  selu: <T extends Tensor>(x: T): T => selu(x),
  gelu,
  geluTanh,
  /** x sigmoid(x), also called SiLU. */
  swish: <T extends Tensor>(x: T): T => mul(x, sigmoid(x)),
  softplus: <T extends Tensor>(x: T): T => softplus(x),
  hardSigmoid,
} as const;

export type CurveName = keyof typeof curves;

const isCurve = (name: string): name is CurveName => Object.hasOwn(curves, name);

/** The function of that name; null for activations that fused kernels know (`activate`). */
export const curveOf = (name: string): (<T extends Tensor>(x: T) => T) | null =>
  isCurve(name) ? curves[name] : null;
