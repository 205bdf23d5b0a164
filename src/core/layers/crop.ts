// An image without some rows and columns at its borders.
import { InvalidValueError } from '../errors';
import { BORDER_OPTIONS, bordersText, type BorderOptions } from './borders';
import { defineLayer } from './define';
import { plainFacts, soleImage } from './shapes';

export const crop = defineLayer<BorderOptions>()({
  kind: 'crop',
  options: BORDER_OPTIONS,
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const [height, width] = [h - layer.top - layer.bottom, w - layer.left - layer.right];
    if (height < 1 || width < 1) {
      throw new InvalidValueError(
        `${name} cuts ${bordersText(layer)} off ${h} x ${w} pixels.`,
        'Leave at least one row and one column.',
      );
    }
    return plainFacts([height, width, c]);
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: bordersText,
});
