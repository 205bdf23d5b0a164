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

/** Runs a kernel with one output; on the tape when its gradient is registered. */
export function runKernel<T extends Tensor>(name: string, inputs: NamedTensorMap, attrs: object): T {
  return engine().runKernel(name, inputs, { ...attrs });
}

/** Runs a kernel with several outputs. */
export function runKernelMulti(name: string, inputs: NamedTensorMap, attrs: object): Tensor[] {
  return engine().runKernel(name, inputs, { ...attrs });
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
