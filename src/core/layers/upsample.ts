// Twice the side, every pixel four times (nearest neighbour).
import { defineLayer } from './define';
import { plainFacts, soleImage } from './shapes';

export const upsample = defineLayer<object>()({
  kind: 'upsample',
  options: {},
  facts(_, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    return plainFacts([2 * h, 2 * w, c]);
  },
  channels: { kind: 'kept' },
  keepsOutput: false,
  detail: () => 'nearest, ×2',
});
