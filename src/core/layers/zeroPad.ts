// Rows and columns of zeros around an image.
import { BORDER_OPTIONS, bordersText, type BorderOptions } from './borders';
import { defineLayer } from './define';
import { plainFacts, soleImage } from './shapes';

export const zeroPad = defineLayer<BorderOptions>()({
  kind: 'zeroPad',
  options: BORDER_OPTIONS,
  facts({ top, bottom, left, right }, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    return plainFacts([h + top + bottom, w + left + right, c]);
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: bordersText,
});
