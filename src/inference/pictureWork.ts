// Pictures as a translator or a classifier takes them, and what it makes of them as it is shown: bytes on this side, numbers
// from -1 to 1 on the network's. What the manifest says decides; no picture is kept.
import { InvalidValueError } from '../core/errors';
import { pictureOf, type KioskManifest } from '../core/kioskManifest';
import { greyOf, labOf, rgbOf } from '../core/labColour';
import { coarsened, type PictureShape, type Preparation } from '../core/pictureFit';
import { toSignedUnit } from '../datasets/sampling';
import { volume } from '../graph/graph';
import type { Seen } from '../protocol/kiosk';

/** Numbers in the manifest's range as bytes. */
export function toPixels(values: Float32Array, [low, high]: KioskManifest['range']): Uint8Array<ArrayBuffer> {
  const scale = 255 / (high - low);
  // Uint8ClampedArray rounds and clamps by itself.
  const clamped = Uint8ClampedArray.from(values, (v) => (v - low) * scale);
  return new Uint8Array(clamped.buffer);
}

function prepared(pixels: Uint8Array, shape: PictureShape, how: Preparation | undefined): Float32Array {
  switch (how?.kind) {
    case undefined:
      return toSignedUnit(pixels);
    case 'lightness':
      return labOf(pixels).lightness;
    case 'coarse':
      return coarsened(toSignedUnit(pixels), shape, how.block);
  }
}

/** What a network takes, in numbers, and the shape of what it puts out, as its manifest has it. */
export function numbersOf(manifest: KioskManifest): {
  readonly input: number;
  readonly output: readonly number[];
} {
  const { kind = 'generator', latent, classes, image, preparation } = manifest;
  if (kind === 'classifier') return { input: latent, output: [classes] };
  const channels = preparation?.kind === 'lightness' ? 2 : image[2];
  return { input: latent + classes, output: [image[0], image[1], channels] };
}

/** What is to be known of a network that sees pictures. */
export type SeesPictures = Pick<
  KioskManifest,
  'name' | 'kind' | 'picture' | 'image' | 'preparation' | 'range'
>;

/**
 * One picture through a network.
 * @param pixels [height * width * channels] of the manifest's picture
 * @throws InvalidValueError for another number of bytes, or a network that takes no pictures
 */
export async function seePicture(
  manifest: SeesPictures,
  pixels: Uint8Array,
  paint: (input: Float32Array) => Float32Array | Promise<Float32Array>,
): Promise<Seen['outcome']> {
  const shape = pictureOf(manifest);
  if (!shape || pixels.length !== volume(shape)) {
    throw new InvalidValueError(
      `${manifest.name} takes ${shape ? `pictures of ${shape.join(' x ')}` : 'no pictures'}, not ${pixels.length} bytes.`,
      'Reload the page.',
    );
  }
  const { preparation, range, kind } = manifest;
  const input = prepared(pixels, shape, preparation);
  const values = await paint(input);
  if (kind === 'classifier') return { kind: 'named', given: pixels, shares: values };
  if (preparation?.kind === 'lightness')
    return { kind: 'made', given: greyOf(input), made: rgbOf(input, values) };
  const given = preparation ? toPixels(input, [-1, 1]) : pixels;
  return { kind: 'made', given, made: toPixels(values, range) };
}
