// The bridge to our own kernels: whether the active backend has one, and how it is called. Not the kernels.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
  engine,
  getBackend,
  getKernel,
  registerGradient,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
} from '@tensorflow/tfjs-core';

/** Whether the active backend has a fused kernel of this name; else the caller composes stock operations. */
export const hasKernel = (name: string): boolean => getKernel(name, getBackend()) !== undefined;

/** Whether operations are noted down for a gradient now. */
export const isUnderGradient = (): boolean => engine().isTapeOn();

/** Runs a kernel with one output; on the tape when its gradient is registered. */
export function runKernel<T extends Tensor>(name: string, inputs: NamedTensorMap, attrs: object): T {
  return engine().runKernel(name, inputs, { ...attrs });
}

/** Runs a kernel with several outputs. */
export function runKernelMulti(name: string, inputs: NamedTensorMap, attrs: object): Tensor[] {
  return engine().runKernel(name, inputs, { ...attrs });
}

/**
 * Two gradients that one kernel computes, as two thunks: the kernel runs when the first is asked for. What it made for the
 * second outlives the first thunk's scope and is freed with the backward pass when nobody asks.
 */
export function pairOfGradients(compute: () => Tensor[]): [first: () => Tensor, second: () => Tensor] {
  let pair: Tensor[] | null = null;
  const get = (index: 0 | 1) => (): Tensor => {
    if (!pair) {
      pair = compute();
      const { scopeStack, activeScope } = engine().state;
      const [other, outer] = [pair[1 - index], scopeStack.at(-2)];
      if (activeScope && outer) {
        activeScope.track = activeScope.track.filter((t) => t !== other);
        outer.track.push(other);
        other.scopeId = outer.id;
      }
    }
    return pair[index];
  };
  return [get(0), get(1)];
}

/** What a gradient rule receives: output gradients, the saved inputs then outputs, and the kernel's attributes. */
export interface GradientRule<Attrs> {
  readonly kernelName: string;
  readonly inputsToSave: readonly string[];
  readonly outputsToSave: readonly boolean[];
  /** Thunks per input; tfjs calls only those that the differentiated variables need. */
  gradient(dys: Tensor[], saved: Tensor[], attrs: Attrs): Record<string, () => Tensor>;
}

/** Registers a gradient. The attributes are those that this room itself passed to `runKernel`. */
export function defineGradient<Attrs extends object>(rule: GradientRule<Attrs>): void {
  registerGradient({
    kernelName: rule.kernelName,
    inputsToSave: [...rule.inputsToSave],
    outputsToSave: [...rule.outputsToSave],
    gradFunc: (dy: Tensor | Tensor[], saved: Tensor[], attrs: NamedAttrMap) =>
      rule.gradient(Array.isArray(dy) ? dy : [dy], saved, attrs as NamedAttrMap & Attrs),
  });
}
