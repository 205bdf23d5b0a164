// Numbers as shares of one: exp(x) over its sum along the last axis.
import { defineLayer, soleShape } from './define';
import { plainFacts } from './shapes';

export const softmax = defineLayer<object>()({
  kind: 'softmax',
  options: {},
  facts: (_, inputs, name) => plainFacts(soleShape(inputs, name)),
  channels: { kind: 'mixed' },
  keepsOutput: true,
  detail: () => '',
});
