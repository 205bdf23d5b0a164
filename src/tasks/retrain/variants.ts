// Each image is seen in a few variants, always the same ones: what a frozen encoder makes of them is worked out once. Pure.
import { createRandom, hashSeed } from '../../core/random';
import type { ParamValues } from '../../core/paramSpec';
import type { ImageShape } from '../../models/define';
import { augment, type Augmentation } from '../../metrics/evaluator/augment';
import { toSignedUnit } from '../../datasets/sampling';

const VARIANT_STREAM = 0x76617269;
const COUNTS: Readonly<Record<string, number>> = { none: 1, mirror: 2, 'mirror-shift': 8 };
/** Of the smaller side. */
const SHIFT = 1 / 12;

/** Variants of each image; the first is the image as it is. */
export const variantCount = ({ augmentation }: ParamValues): number => COUNTS[String(augmentation)] ?? 1;

/** Which variant stands at each place of a step's batch. */
export function variantsAt(params: ParamValues, seed: number, step: number, batch: number): Uint32Array {
  const count = variantCount(params);
  const random = createRandom(seed, VARIANT_STREAM, step);
  return Uint32Array.from({ length: batch }, () => (count === 1 ? 0 : random.int(count)));
}

/** How variants are shifted, turned and grown beside being mirrored; null where they are not. */
export const variantChange = (
  { augmentation }: ParamValues,
  [height, width]: ImageShape,
): Augmentation | null =>
  augmentation === 'mirror-shift'
    ? { shift: SHIFT * Math.min(height, width), turn: 6, scale: 0.12, mirror: false }
    : null;

function mirrored(pixels: Uint8Array, [height, width, channels]: ImageShape): Uint8Array {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++)
        out[(y * width + x) * channels + c] = pixels[(y * width + width - 1 - x) * channels + c];
  return out;
}

/**
 * Every second variant is mirrored; where they are shifted, too, each of the others is by amounts of its own.
 * @param pixels of one image
 * @param image its number
 * @returns [h * w * c] in [-1, 1]
 */
export function variantOf(
  params: ParamValues,
  shape: ImageShape,
  pixels: Uint8Array,
  { seed, image, variant }: { readonly seed: number; readonly image: number; readonly variant: number },
): Float32Array {
  const turned = variant % 2 === 1 ? mirrored(pixels, shape) : pixels;
  const change = variant === 0 ? null : variantChange(params, shape);
  if (!change) return toSignedUnit(turned);
  return augment(turned, shape, change, hashSeed(seed, VARIANT_STREAM, image), variant);
}
