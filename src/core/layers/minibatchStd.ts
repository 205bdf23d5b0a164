// Appends one channel that says how much the examples of the batch differ (Karras et al. 2018).
import { defineLayer, soleShape } from './define';
import { plainFacts } from './shapes';

export const minibatchStd = defineLayer<object>()({
  kind: 'minibatchStd',
  options: {},
  facts(_, inputs, name) {
    const input = soleShape(inputs, name);
    return plainFacts([...input.slice(0, -1), input[input.length - 1] + 1]);
  },
  channels: { kind: 'mixed' },
  keepsOutput: true,
  detail: () => '',
});
