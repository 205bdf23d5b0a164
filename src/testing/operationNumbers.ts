// What tests compare of an operation: its results, its first gradients, and the gradients of a penalty on the first.
import { concat1d, engine, mul, reshape, square, sum, tanh, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { normalArray } from '../core/random';
import { stepInput, type StepRecorder } from '../engine/recording';
import type { OperationCase } from './operationCases';

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Seeded values of normal distribution. */
export const normalTensor = (shape: readonly number[], seed: number): Tensor =>
  tensor(normalArray(sizeOf(shape), 31, seed), [...shape]);

/** A number that curves with the operation's results, so that no second derivative is zero. */
export function scoreOf(of: OperationCase, inputs: readonly Tensor[]): Scalar {
  const y = of.run(inputs);
  return sum(mul(tanh(y), normalTensor(y.shape, 9)));
}

/** The sum of squares of the first gradient by the first input, as a gradient penalty has it. */
export function penaltyOf(of: OperationCase, inputs: readonly Tensor[]): Scalar {
  const [slope] = engine().gradients(() => scoreOf(of, inputs), [inputs[0]], undefined, true).grads;
  return sum(square(slope));
}

/** Results, first gradients and gradients of the penalty; the caller disposes them or runs in a tidy. */
export function tensorsOf(of: OperationCase, inputs: readonly Tensor[]): Tensor[] {
  const first = engine().gradients(() => scoreOf(of, inputs), [...inputs], undefined, true);
  const second = engine().gradients(() => penaltyOf(of, inputs), [...inputs], undefined, true);
  // What does not move the penalty (a bias) has no gradient.
  return [of.run(inputs), ...first.grads, second.value, ...second.grads.filter((gradient) => gradient)];
}

/** A step of the operation with inputs of its own every time. */
const stepOf = (of: OperationCase, seedNow: () => number) => (): Tensor =>
  tidy(() => {
    const inputs = of.shapes.map((shape, i) =>
      stepInput(shape, (values) => values.set(normalArray(sizeOf(shape), seedNow(), i))),
    );
    const flat = tensorsOf(of, inputs).map((t): Tensor1D => reshape(t, [t.size]));
    return concat1d(flat);
  });

/** Asserts that a recording of the operation and its gradients gives, for other inputs, what it gives unrecorded. */
export async function expectReplays(of: OperationCase, recorder: StepRecorder): Promise<void> {
  let seed = 1;
  const step = stepOf(of, () => seed);
  const numbers = async (result: Tensor): Promise<Float32Array> => {
    const values = Float32Array.from(await result.data());
    result.dispose();
    return values;
  };
  const traces = [1, 2].map((now) => {
    seed = now;
    const { result, recorded } = recorder.record(step, []);
    result.dispose();
    if (!recorded) throw new TypeError(`${of.name} cannot be recorded.`);
    return recorded;
  });
  const [first, second] = traces;
  for (seed = 3; seed <= 4; seed++) {
    const replayed = await numbers(second.replay());
    expect(replayed).toEqual(await numbers(step()));
  }
  for (const recorded of [first, second]) {
    expect(recorded.isCurrent()).toBe(true);
    recorded.dispose();
  }
}
