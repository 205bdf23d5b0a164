// Kind and size of an image from its first bytes, without decoding: refuses what only calls itself an image, and
// pictures so large that decoding them would fill the memory. PNG (ISO 15948), JPEG (ITU T.81), WebP (RFC 9649).
import { DatasetFileError } from '../errors';

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';

export interface ImageHeader {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
}

/** Larger pictures than this are refused (a 64-megapixel picture needs 256 MB while it is decoded). */
const MAX_PIXELS = 64_000_000;
const WINDOW_BYTES = 65_536;

const text = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const readAt = async (file: Blob, offset: number): Promise<Uint8Array> =>
  new Uint8Array(await file.slice(offset, offset + WINDOW_BYTES).arrayBuffer());

function webpSize(bytes: Uint8Array): readonly [number, number] | null {
  const view = viewOf(bytes);
  if (bytes.length < 30) return null;
  const u24 = (at: number): number => view.getUint16(at, true) | (bytes[at + 2] << 16);
  switch (text(bytes, 12, 4)) {
    case 'VP8 ':
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8X':
      return [u24(24) + 1, u24(27) + 1];
    default:
      return null;
  }
}

/** Follows the segments of a JPEG to its frame header; pictures with much metadata need several reads. */
async function jpegSize(file: Blob, first: Uint8Array): Promise<readonly [number, number] | null> {
  let window = first;
  let windowStart = 0;
  let offset = 2;
  while (offset + 9 <= file.size) {
    if (offset + 9 > windowStart + window.length) {
      window = await readAt(file, offset);
      windowStart = offset;
    }
    const at = offset - windowStart;
    const marker = window[at + 1];
    if (window[at] !== 0xff) return null;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const view = viewOf(window);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    offset += alone ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

async function readHeader(file: Blob): Promise<ImageHeader | null> {
  const bytes = await readAt(file, 0);
  let type: ImageType;
  let size: readonly [number, number] | null;
  if (bytes[0] === 0x89 && text(bytes, 1, 3) === 'PNG' && bytes.length >= 24) {
    type = 'image/png';
    size = [viewOf(bytes).getUint32(16), viewOf(bytes).getUint32(20)];
  } else if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    type = 'image/jpeg';
    size = await jpegSize(file, bytes);
  } else if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') {
    type = 'image/webp';
    size = webpSize(bytes);
  } else {
    return null;
  }
  return size && { type, width: size[0], height: size[1] };
}

/**
 * Reads the header of a PNG, JPEG or WebP image.
 * @throws DatasetFileError when it is none of them, is cut off in its header, or is too large
 */
export async function readImageHeader(file: Blob, name: string): Promise<ImageHeader> {
  const header = await readHeader(file);
  if (!header) {
    throw new DatasetFileError(
      `${name} does not start like a PNG, JPEG or WebP image`,
      'Save it as PNG, JPEG or WebP.',
    );
  }
  const { width, height } = header;
  if (width < 1 || height < 1 || width * height > MAX_PIXELS) {
    throw new DatasetFileError(
      `${name} is ${width} x ${height} pixels; from 1 to ${MAX_PIXELS} pixels are read`,
      'Make the picture smaller.',
    );
  }
  return header;
}
