// Activations as the kernels know them: slopes for the piecewise linear ones, numbers for the rest.
import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import type { StepNumber } from '../../recording';
import { KernelArgumentError, numberAttr, stepNumberAttr, stringAttr } from '../stock/define';

/** Negative slope of a piecewise linear activation. @throws KernelArgumentError for another */
export function slopeOf(attrs: NamedAttrMap): number {
  const activation = stringAttr(attrs, 'activation');
  switch (activation) {
    case 'linear':
      return 1;
    case 'relu':
      return 0;
    case 'leakyRelu':
      return numberAttr(attrs, 'alpha');
    default:
      throw new KernelArgumentError('a piecewise linear activation', activation);
  }
}

/** Seed, threshold and scale of a dropout mask; rate 0 keeps everything. */
export function dropoutOf(attrs: NamedAttrMap): [seed: StepNumber, threshold: number, scale: number] {
  const keep = Math.fround(1 - numberAttr(attrs, 'dropoutRate'));
  const seed = stepNumberAttr(attrs, 'dropoutSeed');
  return [typeof seed === 'number' ? seed | 0 : () => seed() | 0, Math.ceil(keep * 16777216), 1 / keep];
}
