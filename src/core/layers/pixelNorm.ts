// Each pixel's channels brought to a mean square of one, nothing learned: what keeps a growing generator's values in bounds
// (Karras et al. 2018, https://arxiv.org/abs/1710.10196, section 4.2).
import { defineLayer, soleShape } from './define';
import { volume } from './shapes';

/** Keeps a pixel of zeros from dividing by zero. */
export const PIXEL_NORM_EPSILON = 1e-8;

export const pixelNorm = defineLayer<object>()({
  kind: 'pixelNorm',
  options: {},
  facts(_, inputs, name) {
    const output = soleShape(inputs, name);
    return { output, weights: [], multiplyAdds: volume(output) };
  },
  channels: { kind: 'mixed' },
  keepsOutput: true,
  detail: () => '',
});
