// Numbers of kernel calls that may differ from step to step. On its own, so that the compute module can be used without
// TensorFlow.js.

/** A number that may differ from step to step; as a function it is asked anew when a recorded step is replayed. */
export type StepNumber = number | (() => number);

export const numberNow = (value: StepNumber): number => (typeof value === 'number' ? value : value());
