// Pictures to images of one size: decoded by the browser, turned as their EXIF says, the middle part of the wanted ratio, resized,
// made grey or RGB. Of animations the first picture. For data sets, and for pictures given to a trained network.
// Runs in a worker (OffscreenCanvas). Transparent parts become white. Memory holds the results and a group of pictures.
import { GanvasError } from '../../core/errors';
import { isGrey, middleCrop, writeChannels } from '../../core/pictureFit';
import { reasonOf, throwIfAborted } from '../errors';
import { boxResize } from './boxResize';
import type { GatheredImage, OpenImage } from './gather';
import type { LeftOut } from '../../protocol';
import { MAX_PIXELS, readImageHeader, type ImageHeader } from './imageHeader';

/** This browser cannot decode pictures in a worker. */
class UnsupportedBrowserError extends GanvasError {}

export interface ImageFormat {
  readonly side: number;
  readonly channels: 1 | 3;
  /** The half of each picture that counts; the whole when absent. */
  readonly half?: 'left' | 'right';
}

/** The same with sides of their own. */
export interface PictureFormat extends Omit<ImageFormat, 'side'> {
  readonly height: number;
  readonly width: number;
}

const withSides = (format: ImageFormat | PictureFormat): PictureFormat =>
  'side' in format ? { ...format, height: format.side, width: format.side } : format;

export interface DecodedImages {
  /** The given images that could be decoded, in their order. */
  readonly good: readonly OpenedImage[];
  readonly broken: readonly LeftOut[];
  /** Paths of the good ones that are animations. */
  readonly animated: readonly string[];
  /** Paths of the good ones that have no colour, where colours were asked for. */
  readonly grey: readonly string[];
  /** Decoded images after one another: `count * height * width * channels` bytes. */
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** A picture as it was given. */
export interface OpenedImage extends OpenImage {
  readonly path: string;
}

/** How many pictures are decoded at a time, of together at most `MAX_PIXELS`; the browser decodes on threads of its own. */
const AT_A_TIME = 8;

/** Pictures larger than this are first drawn at this side; averaging does the rest. */
const WORKING_SIDE = 512;

type Pen = OffscreenCanvasRenderingContext2D;

function openCanvas(): Pen {
  const pen =
    typeof OffscreenCanvas === 'undefined'
      ? null
      : new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (pen && typeof createImageBitmap !== 'undefined') return pen;
  throw new UnsupportedBrowserError(
    'This browser cannot decode pictures in the background (no OffscreenCanvas with a 2D context).',
    'Use a recent Chrome, Edge, Firefox or Safari.',
  );
}

/** With what its first bytes say. */
export interface KnownImage extends OpenedImage {
  readonly header: ImageHeader;
}

/** Opens pictures and reads their sizes, as many as may be decoded together, always one. */
async function* groups(
  images: readonly GatheredImage[],
  broken: LeftOut[],
): AsyncGenerator<readonly KnownImage[]> {
  let group: KnownImage[] = [];
  let pixels = 0;
  for (const { path, open } of images) {
    let known: KnownImage;
    try {
      const { file, bytes } = await open();
      known = { path, file, ...(bytes && { bytes }), header: await readImageHeader(file, bytes) };
    } catch (error) {
      const reason = reasonOf(error);
      broken.push({ path, reason: reason.startsWith(`${path} `) ? reason.slice(path.length + 1) : reason });
      continue;
    }
    const size = known.header.width * known.header.height;
    if (group.length === AT_A_TIME || (group.length > 0 && pixels + size > MAX_PIXELS)) {
      yield group;
      group = [];
      pixels = 0;
    }
    group.push(known);
    pixels += size;
  }
  yield group;
}

async function openBitmap({ file, header }: KnownImage): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file.slice(0, file.size, header.type));
  } catch (error) {
    throw new Error(`cannot be decoded (${reasonOf(error)})`, { cause: error });
  }
}

/** The middle of the bitmap, or of a half of it, at the given size: `height * width * 3` values 0..255. */
function middlePart(bitmap: ImageBitmap, pen: Pen, to: PictureFormat): Float32Array {
  const { half } = to;
  const wide = half ? Math.max(1, Math.floor(bitmap.width / 2)) : bitmap.width;
  const first = half === 'right' ? bitmap.width - wide : 0;
  const { left, top, ...crop } = middleCrop(wide, bitmap.height, to.width / to.height);
  const width = Math.max(to.width, Math.min(crop.width, WORKING_SIDE));
  const height = Math.max(to.height, Math.min(crop.height, WORKING_SIDE));
  pen.canvas.width = width; // also resets the pen
  pen.canvas.height = height;
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(bitmap, first + left, top, crop.width, crop.height, 0, 0, width, height);
  return boxResize(pen.getImageData(0, 0, width, height).data, { width, height }, to);
}

/**
 * Decodes images one after another; broken ones are left out and named.
 * @param take is given each image as it comes, `height * width * channels` bytes to be copied before it returns, and the picture
 * @returns what could not be read
 * @throws UnsupportedBrowserError, AbortedError, and what `take` throws
 */
export async function decodeEach(
  images: readonly GatheredImage[],
  asked: ImageFormat | PictureFormat,
  take: (image: Uint8Array<ArrayBuffer>, picture: KnownImage) => void | Promise<void>,
  signal: AbortSignal,
  progress: (what: string, fraction: number | null) => void,
): Promise<readonly LeftOut[]> {
  const pen = openCanvas();
  const format = withSides(asked);
  const { height, width, channels } = format;
  const image = new Uint8Array(height * width * channels);
  let taken = 0;
  const broken: LeftOut[] = [];
  throwIfAborted(signal, 'Reading the images');
  for await (const group of groups(images, broken)) {
    const bitmaps = await Promise.allSettled(group.map(openBitmap));
    for (const [i, result] of bitmaps.entries()) {
      const picture = group[i];
      if (result.status === 'rejected') {
        broken.push({ path: picture.path, reason: reasonOf(result.reason) });
        continue;
      }
      writeChannels(middlePart(result.value, pen, format), 3, channels, image);
      result.value.close();
      await take(image, picture);
      taken++;
    }
    throwIfAborted(signal, 'Reading the images');
    const done = taken + broken.length;
    progress(`Reading images: ${done} of ${images.length}`, done / images.length);
  }
  return broken;
}

/**
 * Decodes images into one array; broken ones are left out and named.
 * @throws UnsupportedBrowserError, AbortedError
 */
export async function decodeImages(
  images: readonly GatheredImage[],
  format: ImageFormat | PictureFormat,
  signal: AbortSignal,
  progress: (what: string, fraction: number | null) => void,
): Promise<DecodedImages> {
  const { height, width, channels } = withSides(format);
  const pixels = new Uint8Array(images.length * height * width * channels);
  const good: OpenedImage[] = [];
  const animated: string[] = [];
  const grey: string[] = [];
  let end = 0;
  const take = (image: Uint8Array<ArrayBuffer>, { path, file, header }: KnownImage): void => {
    pixels.set(image, end);
    end += image.length;
    good.push({ path, file });
    if (header.animated) animated.push(path);
    if (channels === 3 && isGrey(image)) grey.push(path);
  };
  const broken = await decodeEach(images, format, take, signal, progress);
  return { good, broken, animated, grey, pixels: pixels.subarray(0, end) };
}
