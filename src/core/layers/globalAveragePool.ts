// The mean of each channel over the whole image: [height, width, channels] to [channels].
import { defineLayer } from './define';
import { plainFacts, soleImage } from './shapes';

export const globalAveragePool = defineLayer<object>()({
  kind: 'globalAveragePool',
  options: {},
  facts: (_, inputs, name) => plainFacts([soleImage(inputs, name)[2]]),
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: () => '',
});
