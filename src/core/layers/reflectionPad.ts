// Borders filled with the mirrored image, the edge itself not repeated.
import { InvalidValueError } from '../errors';
import { BORDER_OPTIONS, bordersText, type BorderOptions } from './borders';
import { defineLayer } from './define';
import { plainFacts, soleImage } from './shapes';

export const reflectionPad = defineLayer<BorderOptions>()({
  kind: 'reflectionPad',
  options: BORDER_OPTIONS,
  facts(layer, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const { top, bottom, left, right } = layer;
    if (Math.max(top, bottom) >= h || Math.max(left, right) >= w) {
      throw new InvalidValueError(
        `${name} mirrors ${bordersText(layer)} of ${h} x ${w} pixels.`,
        'A border must be narrower than the side that it mirrors.',
      );
    }
    return plainFacts([h + top + bottom, w + left + right, c]);
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: bordersText,
});
