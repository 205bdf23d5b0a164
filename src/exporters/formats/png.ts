// PNG files from grey or RGB bytes, 8 bits per channel, without a canvas, so that workers and Node can write them.
// No palettes, no alpha, no interlacing. Specification: https://www.w3.org/TR/png-3/
import { zlibSync } from 'fflate';
import { crc32 } from '../../core/crc32';

export interface PlainImage {
  readonly height: number;
  readonly width: number;
  /** 1 (grey) or 3 (RGB). */
  readonly channels: number;
  /** height * width * channels bytes, rows from the top. */
  readonly pixels: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOUR_TYPES: Readonly<Record<number, number>> = { 1: 0, 3: 2 };
const CHUNK_OVERHEAD = 12;

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + CHUNK_OVERHEAD);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

function header({ height, width, channels }: PlainImage): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes[8] = 8; // bits per channel
  bytes[9] = COLOUR_TYPES[channels];
  return bytes;
}

/** Rows with the filter byte 0 (none) in front of each, which suits drawings and small images. */
function filteredRows({ height, width, channels, pixels }: PlainImage): Uint8Array {
  const row = width * channels;
  const rows = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return rows;
}

/**
 * An image as a PNG file.
 * @throws TypeError when the pixels do not fill the image, or for channels other than 1 or 3
 */
export function encodePng(image: PlainImage): Uint8Array<ArrayBuffer> {
  const { height, width, channels, pixels } = image;
  if (!(channels in COLOUR_TYPES) || pixels.length !== height * width * channels || pixels.length === 0) {
    throw new TypeError(`${pixels.length} bytes are no image of ${height} x ${width} x ${channels}`);
  }
  const chunks = [
    SIGNATURE,
    chunk('IHDR', header(image)),
    chunk('IDAT', zlibSync(filteredRows(image))),
    chunk('IEND', new Uint8Array()),
  ];
  const bytes = new Uint8Array(chunks.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of chunks) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
