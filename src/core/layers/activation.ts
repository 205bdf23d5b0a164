// A function of each value by itself. `alpha` is the negative slope of `leakyRelu`.
import { defineLayer, soleShape } from './define';
import { amount, oneOf, optional } from './options';
import { plainFacts } from './shapes';

/** These are joined with the layer before them; the others run by themselves. */
const FUSED_ACTIVATIONS = ['relu', 'leakyRelu', 'tanh', 'sigmoid'] as const;
export type FusedActivation = (typeof FUSED_ACTIVATIONS)[number];

/** ReLU up to 6, ELU and SELU (alpha 1 and as published), GELU by the error function and by tanh, x sigmoid(x), ... */
const CURVES = ['relu6', 'elu', 'selu', 'gelu', 'geluTanh', 'swish', 'softplus', 'hardSigmoid'] as const;

export const ACTIVATIONS = [...FUSED_ACTIVATIONS, ...CURVES] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

export const isFusedActivation = (fn: ActivationName): fn is FusedActivation =>
  FUSED_ACTIVATIONS.some((fused) => fused === fn);

/** Activations that are curves: all but those of a slope for each sign. */
export type CurveFn = Exclude<ActivationName, 'relu' | 'leakyRelu'>;

export const LEAKY_ALPHA = 0.2;

interface ActivationOptions {
  readonly fn: ActivationName;
  readonly alpha?: number;
}

export const activation = defineLayer<ActivationOptions>()({
  kind: 'activation',
  options: { fn: oneOf(ACTIVATIONS), alpha: optional(amount(-1e6, 1e6)) },
  facts: (_, inputs, name) => plainFacts(soleShape(inputs, name)),
  channels: { kind: 'kept' },
  keepsOutput: false,
  detail: ({ fn, alpha }) => (alpha === undefined ? fn : `${fn} ${alpha}`),
});
