// Sets a share of the values to zero in training and scales the rest (Srivastava et al. 2014); nothing at inference.
import { defineLayer, soleShape } from './define';
import { amount } from './options';
import { plainFacts } from './shapes';

interface DropoutOptions {
  readonly rate: number;
}

export const dropout = defineLayer<DropoutOptions>()({
  kind: 'dropout',
  options: { rate: amount(0, 1) },
  facts: (_, inputs, name) => plainFacts(soleShape(inputs, name)),
  channels: { kind: 'kept' },
  keepsOutput: false,
  detail: ({ rate }) => `rate ${rate}`,
});
