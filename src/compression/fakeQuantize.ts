// Fake quantization (Jacob et al. 2018, https://arxiv.org/abs/1712.05877): numbers are rounded to what their integers can
// hold, in float arithmetic, and gradients pass as if nothing had been rounded (straight-through, Bengio et al. 2013),
// but not where a number saturates. The rounding is that of the integer reference.
import {
  abs,
  add,
  cast,
  clipByValue,
  customGrad,
  div,
  floor,
  greaterEqual,
  lessEqual,
  logicalAnd,
  max,
  maximum,
  mul,
  sign,
  sub,
  tidy,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Affine } from '../graph/calibration';
import { LARGEST_WEIGHT, type WeightBits } from '../graph/weightQuantization';

/** To the nearest whole number, halves away from zero, as C rounds. */
const roundAway = (x: Tensor): Tensor => mul(sign(x), floor(add(abs(x), 0.5)));

/** The numbers that an int8 tensor of this scale and zero point holds for x. */
export function fakeQuantize(x: Tensor, { scale, zeroPoint }: Affine): Tensor {
  const [low, high] = [-128 - zeroPoint, 127 - zeroPoint];
  const quantize = customGrad((...inputs) => {
    const [values, save] = inputs;
    if (typeof values === 'function' || typeof save !== 'function')
      throw new TypeError('one tensor is quantized');
    save([values]);
    return {
      value: tidy(() => mul(clipByValue(roundAway(div(values, scale)), low, high), scale)),
      gradFunc: (dy: Tensor, [seen]: Tensor[]) =>
        tidy(() => {
          const inside = logicalAnd(greaterEqual(seen, low * scale), lessEqual(seen, high * scale));
          return mul(dy, cast(inside, 'float32'));
        }),
    };
  });
  return quantize(x);
}

export interface WeightRounding {
  readonly bits: WeightBits;
  /** The axis that counts output channels, each with a scale of its own; null for one scale. */
  readonly axis: number | null;
}

/** Scales that hold the largest weight of each channel, shaped to divide the weights by. */
function scalesOf(weights: Tensor, { bits, axis }: WeightRounding): Tensor {
  const others = weights.shape.map((_, i) => i).filter((i) => i !== axis);
  const largest = div(max(abs(weights), others, true), LARGEST_WEIGHT[bits]);
  return maximum(largest, 1e-20); // an all-zero channel stays zero
}

/** The weights as symmetric integers hold them: what `dequantizeWeights(quantizeWeights(...))` gives. */
export function fakeQuantizeWeights(weights: Tensor, rounding: WeightRounding): Tensor {
  const quantize = customGrad((...inputs) => {
    const [values] = inputs;
    if (typeof values === 'function') throw new TypeError('one tensor is quantized');
    return {
      value: tidy(() => {
        const scales = scalesOf(values, rounding);
        const limit = LARGEST_WEIGHT[rounding.bits];
        return mul(clipByValue(floor(add(div(values, scales), 0.5)), -limit, limit), scales);
      }),
      gradFunc: (dy: Tensor) => dy.clone(),
    };
  });
  return quantize(weights);
}

/** Smallest and largest value, [2]. */
export const extremes = (x: Tensor): [Tensor, Tensor] => [sub(0, max(sub(0, x))), max(x)];
