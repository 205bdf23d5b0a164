// What a step of a forward pass may ask for: its weights, as variables or as their stand-ins, and the seed of its dropout.
import type { Tensor, Tensor1D, Variable } from '@tensorflow/tfjs-core';
import type { WeightRole } from '../core/network';
import { hashSeed } from '../core/random';
import { NO_DROPOUT, type Dropout } from './ops/dropout';
import { vector } from './ops/rank';
import { spectrallyNormalized } from './ops/spectral';
import type { PlannedStep } from './plan';
import { numberNow, type StepNumber } from './recording';

/**
 * Training uses batch statistics, updates moving averages and drops out; inference uses moving averages. `smooth` is
 * training without dropout and without moving the averages, whose gradients can themselves be differentiated.
 */
export type ForwardMode =
  | { readonly kind: 'inference' }
  | { readonly kind: 'training'; readonly dropoutSeed: StepNumber }
  | { readonly kind: 'smooth' };

/** Stand-ins for the trainable weights; `tensors` in the order of `Network.trainable`. */
export interface TwinWeights {
  readonly byName: ReadonlyMap<string, Tensor>;
  readonly tensors: readonly Tensor[];
}

export class ForwardPass {
  constructor(
    private readonly network: string,
    private readonly weights: ReadonlyMap<string, Variable>,
    readonly mode: ForwardMode,
    private readonly twin: TwinWeights | null,
  ) {}

  /** A weight that is never stood in for: statistics and estimates. */
  own({ name }: PlannedStep, role: WeightRole): Variable {
    const found = this.weights.get(`${name}/${role}`);
    if (!found) throw new TypeError(`${this.network} has no weight ${name}/${role}`);
    return found;
  }

  weight(step: PlannedStep, role: WeightRole): Tensor {
    return this.twin?.byName.get(`${step.name}/${role}`) ?? this.own(step, role);
  }

  vector(step: PlannedStep, role: WeightRole): Tensor1D {
    return vector(this.weight(step, role));
  }

  /** null where the layer has none. */
  bias(step: PlannedStep): Tensor1D | null {
    return this.weights.has(`${step.name}/bias`) ? this.vector(step, 'bias') : null;
  }

  /** Divided by its largest singular value where the layer says so. */
  kernel(step: PlannedStep): Tensor {
    const kernel = this.weight(step, 'kernel');
    const spectral = 'spectral' in step.layer && step.layer.spectral;
    if (!spectral) return kernel;
    return spectrallyNormalized(kernel, this.own(step, 'spectralIn'), this.own(step, 'spectralOut'));
  }

  dropout({ dropout: planned }: PlannedStep): Dropout {
    if (!planned || this.mode.kind !== 'training') return NO_DROPOUT;
    const { dropoutSeed } = this.mode;
    const seedOf = (): number => hashSeed(numberNow(dropoutSeed), planned.layerIndex);
    return { rate: planned.rate, seed: typeof dropoutSeed === 'number' ? seedOf() : seedOf };
  }
}
