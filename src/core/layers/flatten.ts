// A map as one list of values, row by row, channels last.
import { defineLayer, soleShape } from './define';
import { plainFacts, volume } from './shapes';

export const flatten = defineLayer<object>()({
  kind: 'flatten',
  options: {},
  facts: (_, inputs, name) => plainFacts([volume(soleShape(inputs, name))]),
  channels: { kind: 'regrouped' },
  keepsOutput: false,
  detail: () => '',
});
