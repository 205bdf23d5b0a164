// Dropout whose mask is a function of (seed, element index) alone: the same numbers on every backend, in any order
// and on any number of threads. Hash: "lowbias32" (Chris Wellons) over index xor seed.
import { mul, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { mix32 } from '../../core/random';
import { numberNow, type StepNumber } from '../recording';
import { LINEAR, type Activation } from '../plan';
import { activate, isPiecewiseLinear } from './activation';
import { defineGradient, hasKernel, runKernel } from './kernel';

/** Dropout of one application: element i is kept iff hash(i xor seed) / 2^32 < 1 - rate, and then scaled up. */
export interface Dropout {
  /** 0 <= rate < 1; 0 keeps everything. */
  readonly rate: number;
  /** Unsigned 32-bit integer. */
  readonly seed: StepNumber;
}

export const NO_DROPOUT: Dropout = { rate: 0, seed: 0 };

/** The scaled mask as numbers: 0 or 1 / (1 - rate). The kernels compute the same. */
export function dropoutMask(size: number, { rate, seed }: Dropout): Float32Array {
  const keep = Math.fround(1 - rate);
  const threshold = keep * 16777216;
  const mask = new Float32Array(size);
  const now = numberNow(seed);
  for (let i = 0; i < size; i++) mask[i] = mix32(i ^ now) >>> 8 < threshold ? 1 / keep : 0;
  return mask;
}

/** Applies dropout with stock operations. */
export function composedDropout<T extends Tensor>(x: T, dropout: Dropout): T {
  return dropout.rate === 0 ? x : mul<T>(x, tensor(dropoutMask(x.size, dropout), x.shape));
}

interface Attrs extends Activation {
  readonly dropoutRate: number;
  readonly dropoutSeed: number;
}

/** Dropout as kernels receive it; a recorded step asks `dropoutSeedOf` for the seed of the step that it replays. */
export const dropoutAttrs = ({ rate, seed }: Dropout) => ({
  dropoutRate: rate,
  dropoutSeed: numberNow(seed),
  dropoutSeedOf: seed,
});

/** Activation, then dropout, of any shape, in one pass. */
export function activationDropout<T extends Tensor>(x: T, activation: Activation, dropout: Dropout): T {
  if (dropout.rate === 0) return activate(x, activation);
  if (!hasKernel('GanvasActivationDropout')) return composedDropout(activate(x, activation), dropout);
  if (!isPiecewiseLinear(activation)) return activationDropout(activate(x, activation), LINEAR, dropout);
  return runKernel(
    'GanvasActivationDropout',
    { x },
    {
      activation: activation.activation,
      alpha: activation.alpha,
      ...dropoutAttrs(dropout),
    },
  );
}

defineGradient<Attrs>({
  kernelName: 'GanvasActivationDropout',
  inputsToSave: ['x'],
  outputsToSave: [],
  gradient: ([dy], [x], attrs) => ({ x: () => runKernel('GanvasActivationDropoutGrad', { dy, x }, attrs) }),
});
