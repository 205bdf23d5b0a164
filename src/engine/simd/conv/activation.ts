// Activations that kernels apply, as the codes they know (kernels/activation.ts).

/** Activations that fuse into a kernel. `alpha` (slope below 0) is for leakyRelu only and must not be negative. */
export type FusedActivation = 'linear' | 'relu' | 'leakyRelu' | 'tanh' | 'sigmoid';

export interface ActivationSpec {
  readonly activation: FusedActivation;
  readonly alpha: number;
}

export const NO_ACTIVATION: ActivationSpec = { activation: 'linear', alpha: 0 };

const CODES: Readonly<Record<FusedActivation, number>> = {
  linear: 0,
  relu: 1,
  leakyRelu: 2,
  tanh: 3,
  sigmoid: 4,
};

export const activationCode = (activation: FusedActivation): number => CODES[activation];
