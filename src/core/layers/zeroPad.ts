// Rows and columns of zeros around an image.
import { defineLayer } from './define';
import { whole } from './options';
import { plainFacts, soleImage } from './shapes';

interface ZeroPadOptions {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const zeroPad = defineLayer<ZeroPadOptions>()({
  kind: 'zeroPad',
  options: { top: whole(0), bottom: whole(0), left: whole(0), right: whole(0) },
  facts({ top, bottom, left, right }, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    return plainFacts([h + top + bottom, w + left + right, c]);
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: () => '',
});
