// Other sides by bilinear interpolation with half-pixel centres, as Keras and TensorFlow Lite resize; 2 doubles them, 0.5
// halves them.
import { InvalidValueError } from '../errors';
import { defineLayer, type OptionReader } from './define';
import { amount } from './options';
import { plainFacts, soleImage } from './shapes';
import { pairOf, sidesText, type Sides } from './sides';

interface ResizeOptions {
  readonly factor: Sides;
}

const MOST = 64;

const readFactor: OptionReader<Sides> = (value, what) => {
  const read = amount(1 / MOST, MOST);
  if (!Array.isArray(value)) return read(value, what);
  const [height, width]: readonly unknown[] = value;
  return [read(height, `${what}[0]`), read(width, `${what}[1]`)];
};

export const resize = defineLayer<ResizeOptions>()({
  kind: 'resize',
  options: { factor: readFactor },
  facts({ factor }, inputs, name) {
    const [h, w, c] = soleImage(inputs, name);
    const [down, across] = pairOf(factor);
    const [height, width] = [h * down, w * across];
    if (!Number.isInteger(height) || !Number.isInteger(width) || height < 1 || width < 1) {
      throw new InvalidValueError(
        `${name} would make ${height} x ${width} pixels of ${h} x ${w}.`,
        'Choose factors that give whole sides.',
      );
    }
    return { ...plainFacts([height, width, c]), multiplyAdds: 4 * height * width * c };
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: ({ factor }) => `bilinear, ×${sidesText(factor)}`,
});
