// A function of each value by itself. `alpha` is the negative slope of `leakyRelu`.
import { defineLayer, soleShape } from './define';
import { amount, oneOf, optional } from './options';
import { plainFacts } from './shapes';

export const ACTIVATIONS = ['relu', 'leakyRelu', 'tanh', 'sigmoid'] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

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
