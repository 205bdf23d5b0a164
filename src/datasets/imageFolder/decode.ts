// Pictures to training images: decoded by the browser, centre-cropped to a square, resized, made grey or RGB.
// Runs in a worker (OffscreenCanvas). Transparent parts become white.
import { GanvasError } from '../../core/errors';
import { reasonOf, throwIfAborted } from '../errors';
import { boxResize } from './boxResize';
import type { GatheredImage } from './gather';
import { readImageHeader } from './imageHeader';

/** This browser cannot decode pictures in a worker. */
class UnsupportedBrowserError extends GanvasError {}

export interface ImageFormat {
  readonly side: number;
  readonly channels: 1 | 3;
}

export interface DecodedImages {
  /** Decoded images after one another: `count * side * side * channels` bytes. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** The given images that could be decoded, in their order. */
  readonly good: readonly GatheredImage[];
  /** A sentence for each one that could not. */
  readonly broken: readonly string[];
}

/** How many pictures are decoded at a time; the browser decodes on threads of its own. */
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

async function openBitmap({ path, file }: GatheredImage): Promise<ImageBitmap> {
  const { type } = await readImageHeader(file, path);
  try {
    return await createImageBitmap(file.slice(0, file.size, type));
  } catch (error) {
    throw new Error(`${path} cannot be decoded (${reasonOf(error)})`, { cause: error });
  }
}

/** The middle square of the bitmap at the given side, `side * side * 3` values 0..255. */
function middleSquare(bitmap: ImageBitmap, pen: Pen, side: number): Float32Array {
  const crop = Math.min(bitmap.width, bitmap.height);
  const left = Math.floor((bitmap.width - crop) / 2);
  const top = Math.floor((bitmap.height - crop) / 2);
  const drawn = Math.max(side, Math.min(crop, WORKING_SIDE));
  pen.canvas.width = drawn; // also resets the pen
  pen.canvas.height = drawn;
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, drawn, drawn);
  pen.drawImage(bitmap, left, top, crop, crop, 0, 0, drawn, drawn);
  return boxResize(pen.getImageData(0, 0, drawn, drawn).data, drawn, side);
}

/** Writes red, green, blue values as bytes at `offset`, as they are or as one grey byte. */
function writePixels(rgb: Float32Array, channels: 1 | 3, out: Uint8Array, offset: number): void {
  if (channels === 3) {
    for (let i = 0; i < rgb.length; i++) out[offset + i] = Math.round(rgb[i]);
    return;
  }
  for (let i = 0; i < rgb.length / 3; i++) {
    // Luma of ITU-R BT.601
    out[offset + i] = Math.round(0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2]);
  }
}

/**
 * Decodes images; broken ones are left out and named.
 * @throws UnsupportedBrowserError, AbortedError
 */
export async function decodeImages(
  images: readonly GatheredImage[],
  { side, channels }: ImageFormat,
  signal: AbortSignal,
  progress: (what: string, fraction: number | null) => void,
): Promise<DecodedImages> {
  const pen = openCanvas();
  const volume = side * side * channels;
  const pixels = new Uint8Array(images.length * volume);
  const good: GatheredImage[] = [];
  const broken: string[] = [];
  for (let first = 0; first < images.length; first += AT_A_TIME) {
    throwIfAborted(signal, 'Reading the images');
    const group = images.slice(first, first + AT_A_TIME);
    const bitmaps = await Promise.allSettled(group.map(openBitmap));
    for (const [i, result] of bitmaps.entries()) {
      if (result.status === 'rejected') {
        broken.push(reasonOf(result.reason));
        continue;
      }
      writePixels(middleSquare(result.value, pen, side), channels, pixels, good.length * volume);
      result.value.close();
      good.push(group[i]);
    }
    progress(
      `Reading images: ${first + group.length} of ${images.length}`,
      (first + group.length) / images.length,
    );
  }
  return { pixels: pixels.slice(0, good.length * volume), good, broken };
}
