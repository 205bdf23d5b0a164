// Kind and size of an image from its first bytes, without decoding: refuses what only calls itself an image, and
// pictures so large that decoding them would fill the memory. PNG (ISO 15948), JPEG (ITU T.81), WebP (RFC 9649), GIF (89a),
// BMP (BITMAPINFOHEADER), AVIF (ISO 14496-12 and 23008-12: `ispe` has the size).
import { DatasetFileError } from '../errors';
import { isAnimated, type ImageType } from './animation';

export interface ImageHeader {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  /** Whether it is several pictures, of which only the first counts. */
  readonly animated: boolean;
}

/** Larger pictures than this are refused (a 64-megapixel picture needs 256 MB while it is decoded). */
export const MAX_PIXELS = 64_000_000;
const WINDOW_BYTES = 65_536;
/** Before the frame of a JPEG; cameras write some hundred kilobytes. */
const MOST_METADATA_BYTES = 32 * 1024 * 1024;

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
  const end = Math.min(file.size, MOST_METADATA_BYTES);
  while (offset + 9 <= end) {
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

function bmpSize(bytes: Uint8Array): readonly [number, number] | null {
  if (bytes.length < 26) return null;
  const view = viewOf(bytes);
  if (view.getUint32(14, true) === 12) return [view.getUint16(18, true), view.getUint16(20, true)]; // OS/2
  return [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]; // a negative height counts from the top
}

/** The largest of the sizes that it tells: parts of a grid have sizes of their own. */
function avifSize(bytes: Uint8Array): readonly [number, number] | null {
  const view = viewOf(bytes);
  let size: readonly [number, number] | null = null;
  for (let at = 4; at + 16 <= bytes.length; at++) {
    if (text(bytes, at, 4) !== 'ispe') continue;
    const found = [view.getUint32(at + 8), view.getUint32(at + 12)] as const;
    if (!size || found[0] * found[1] > size[0] * size[1]) size = found;
  }
  return size;
}

interface Kind {
  readonly type: ImageType;
  readonly fits: (bytes: Uint8Array) => boolean;
  readonly size: (
    bytes: Uint8Array,
    file: Blob,
  ) => readonly [number, number] | null | Promise<readonly [number, number] | null>;
}

const KINDS: readonly Kind[] = [
  {
    type: 'image/png',
    fits: (bytes) => bytes[0] === 0x89 && text(bytes, 1, 3) === 'PNG' && bytes.length >= 24,
    size: (bytes) => [viewOf(bytes).getUint32(16), viewOf(bytes).getUint32(20)],
  },
  {
    type: 'image/jpeg',
    fits: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
    size: (bytes, file) => jpegSize(file, bytes),
  },
  {
    type: 'image/webp',
    fits: (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP',
    size: webpSize,
  },
  {
    type: 'image/gif',
    fits: (bytes) => /^GIF8[79]a/.test(text(bytes, 0, 6)) && bytes.length >= 10,
    size: (bytes) => [viewOf(bytes).getUint16(6, true), viewOf(bytes).getUint16(8, true)],
  },
  { type: 'image/bmp', fits: (bytes) => text(bytes, 0, 2) === 'BM', size: bmpSize },
  { type: 'image/avif', fits: (bytes) => /^ftypavi[fs]/.test(text(bytes, 4, 8)), size: avifSize },
];

async function readHeader(file: Blob, start?: Uint8Array): Promise<ImageHeader | null> {
  const bytes = start?.subarray(0, WINDOW_BYTES) ?? (await readAt(file, 0));
  const kind = KINDS.find(({ fits }) => fits(bytes));
  const size = kind && (await kind.size(bytes, file));
  if (!kind || !size) return null;
  const animated = await isAnimated(file, kind.type, bytes);
  return { type: kind.type, width: size[0], height: size[1], animated };
}

/**
 * Reads the header of an image that browsers decode.
 * @param bytes of the file, where they lie in memory
 * @throws DatasetFileError without the file's name, when it is none, is cut off in its header, or is too large
 */
export async function readImageHeader(file: Blob, bytes?: Uint8Array): Promise<ImageHeader> {
  const header = await readHeader(file, bytes);
  if (!header) {
    throw new DatasetFileError(
      'does not start like a PNG, JPEG, WebP, GIF, BMP or AVIF image',
      'Save it as PNG, JPEG or WebP.',
    );
  }
  const { width, height } = header;
  if (width < 1 || height < 1 || width * height > MAX_PIXELS) {
    throw new DatasetFileError(
      `is ${width} x ${height} pixels; from 1 to ${MAX_PIXELS} pixels are read`,
      'Make the picture smaller.',
    );
  }
  return header;
}
