// How a picture of any size becomes one of a wanted size: the middle that has its sides' ratio, and its colours as bytes of one
// or three channels. Pure numbers; who decodes and resizes stands elsewhere.

/** Endings of picture files that browsers decode, for file pickers. */
export const PICTURE_ENDINGS = ['.png', '.jpg', '.jpeg', '.jfif', '.webp', '.gif', '.bmp', '.avif'] as const;

/** [height, width, channels] */
export type PictureShape = readonly [number, number, number];

/** A part of a picture, in its pixels. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The largest middle part of a picture of `width` x `height` whose sides are to each other as `ratio` (width / height). */
export function middleCrop(width: number, height: number, ratio = 1): Crop {
  const across = Math.max(1, Math.min(width, Math.round(height * ratio)));
  const down = Math.max(1, Math.min(height, Math.round(width / ratio)));
  return {
    left: Math.floor((width - across) / 2),
    top: Math.floor((height - down) / 2),
    width: across,
    height: down,
  };
}

/**
 * Writes colours as bytes at `offset`, as they are or as one grey byte a pixel (luma of ITU-R BT.601).
 * @param colours red, green, blue of each pixel, 0..255
 * @param stride numbers from one pixel to the next: 3, or 4 where alpha stands behind
 */
export function writeChannels(
  colours: ArrayLike<number>,
  stride: 3 | 4,
  channels: number,
  out: Uint8Array,
  offset = 0,
): void {
  const pixels = colours.length / stride;
  for (let i = 0; i < pixels; i++) {
    const at = stride * i;
    if (channels === 3) for (let c = 0; c < 3; c++) out[offset + 3 * i + c] = Math.round(colours[at + c]);
    else
      out[offset + i] = Math.round(0.299 * colours[at] + 0.587 * colours[at + 1] + 0.114 * colours[at + 2]);
  }
}

/** Whether no pixel of three bytes has a colour. */
export function isGrey(rgb: Uint8Array): boolean {
  for (let i = 0; i < rgb.length; i += 3) if (rgb[i] !== rgb[i + 1] || rgb[i] !== rgb[i + 2]) return false;
  return true;
}

/** What becomes of a picture before a network takes it, where it does not go in as it is. */
export type Preparation =
  /** Its lightness alone (core/labColour); the network makes the two colour axes, which are shown upon that lightness. */
  | { readonly kind: 'lightness' }
  /** The mean of each block in place of its values. */
  | { readonly kind: 'coarse'; readonly block: number };
export const PREPARATIONS = ['lightness', 'coarse'] as const satisfies readonly Preparation['kind'][];

/** Values [count * h * w * c] with the mean of its block in place of every value. */
export function coarsened(values: Float32Array, shape: PictureShape, block: number): Float32Array {
  const [height, width, channels] = shape;
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const [c, x] = [i % channels, Math.floor(i / channels) % width];
    const y = Math.floor(i / (channels * width)) % height;
    const first = i - c - channels * (x + width * y);
    const [left, top] = [x - (x % block), y - (y % block)];
    const [right, bottom] = [Math.min(width, left + block), Math.min(height, top + block)];
    let sum = 0;
    for (let v = top; v < bottom; v++)
      for (let u = left; u < right; u++) sum += values[first + channels * (u + width * v) + c];
    out[i] = sum / ((right - left) * (bottom - top));
  }
  return out;
}

/** Where a pixel of a side of `to` lies on one of `from`, between two of its pixels: the left one, and how far on. */
function placeOn(
  from: number,
  to: number,
  at: number,
): readonly [left: number, right: number, share: number] {
  const exact = Math.max(0, Math.min(from - 1, ((at + 0.5) * from) / to - 0.5));
  const left = Math.floor(exact);
  return [left, Math.min(from - 1, left + 1), exact - left];
}

/**
 * The middles of pictures in other sides, by linear interpolation.
 * @param values [count * height * width * channels]
 * @param limit of pictures, where all would be too many
 */
export function resizedPictures(
  values: Float32Array,
  [tall, wide, channels]: PictureShape | readonly number[],
  { height, width }: { readonly height: number; readonly width: number },
  limit = Infinity,
): Float32Array {
  const size = tall * wide * channels;
  const count = Math.min(limit, values.length / size);
  const crop = middleCrop(wide, tall, width / height);
  const out = new Float32Array(count * height * width * channels);
  let to = 0;
  for (let picture = 0; picture < count; picture++) {
    for (let y = 0; y < height; y++) {
      const [top, bottom, v] = placeOn(crop.height, height, y);
      for (let x = 0; x < width; x++) {
        const [left, right, u] = placeOn(crop.width, width, x);
        for (let c = 0; c < channels; c++) {
          const at = (row: number, column: number): number =>
            values[picture * size + ((crop.top + row) * wide + crop.left + column) * channels + c];
          const above = at(top, left) * (1 - u) + at(top, right) * u;
          out[to++] = above * (1 - v) + (at(bottom, left) * (1 - u) + at(bottom, right) * u) * v;
        }
      }
    }
  }
  return out;
}
