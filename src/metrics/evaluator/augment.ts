// Small seeded changes of an image (shift, turn, size, mirror), so that a classifier sees each digit a little different
// every time. Bilinear; what comes from outside of the image is the background. Bytes in, numbers in [-1, 1] out.
import { createRandom } from '../../core/random';
import type { ImageShape } from './classifierNetwork';

export interface Augmentation {
  /** Pixels to either side. */
  readonly shift: number;
  /** Degrees to either side. */
  readonly turn: number;
  /** Share of the size, for example 0.1 for 90 to 110 %. */
  readonly scale: number;
  /** Whether half of the images are mirrored left to right. */
  readonly mirror: boolean;
}

/**
 * The images changed at random; image i is a function of (seed, step, i).
 * @param pixels [count * h * w * c], 0..255 with background 0
 * @returns [count * h * w * c] in [-1, 1]
 */
export function augment(
  pixels: Uint8Array,
  shape: ImageShape,
  how: Augmentation,
  seed: number,
  step: number,
): Float32Array {
  const [height, width, channels] = shape;
  const volume = height * width * channels;
  const out = new Float32Array(pixels.length);
  const [cy, cx] = [(height - 1) / 2, (width - 1) / 2];
  for (let image = 0; image * volume < pixels.length; image++) {
    const random = createRandom(seed, step, image);
    const either = (most: number): number => most * (2 * random.uniform() - 1);
    const angle = (either(how.turn) * Math.PI) / 180;
    const size = 1 + either(how.scale);
    const [dy, dx] = [either(how.shift), either(how.shift)];
    const flip = how.mirror && random.uniform() < 0.5 ? -1 : 1;
    const [cos, sin] = [Math.cos(angle) / size, Math.sin(angle) / size];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [v, u] = [y - cy - dy, flip * (x - cx) - dx];
        const fromY = cy + cos * v - sin * u;
        const fromX = cx + sin * v + cos * u;
        const [y0, x0] = [Math.floor(fromY), Math.floor(fromX)];
        const [wy, wx] = [fromY - y0, fromX - x0];
        for (let c = 0; c < channels; c++) {
          const at = (row: number, column: number): number =>
            row < 0 || column < 0 || row >= height || column >= width
              ? 0
              : pixels[image * volume + (row * width + column) * channels + c];
          const top = at(y0, x0) * (1 - wx) + at(y0, x0 + 1) * wx;
          const bottom = at(y0 + 1, x0) * (1 - wx) + at(y0 + 1, x0 + 1) * wx;
          out[image * volume + (y * width + x) * channels + c] = (top * (1 - wy) + bottom * wy) / 127.5 - 1;
        }
      }
    }
  }
  return out;
}
