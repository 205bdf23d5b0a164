// Small IDX files as a person might have them: 28 x 28 grey images of moving bars, gzip where the name says so.
// Format: http://yann.lecun.com/exdb/mnist, magic 0x00000803, then sizes, big endian.
import { gzipSync } from 'node:zlib';

const SIDE = 28;

/** Bytes of an IDX3 file of `count` images. */
export function idxImages(count: number): Buffer {
  const header = Buffer.alloc(16);
  [0x00000803, count, SIDE, SIDE].forEach((value, i) => header.writeUInt32BE(value, 4 * i));
  const pixels = Buffer.alloc(count * SIDE * SIDE);
  for (let image = 0; image < count; image++) {
    const column = 4 + (image % 20);
    for (let row = 4; row < 24; row++)
      pixels.fill(255, (image * SIDE + row) * SIDE + column, (image * SIDE + row) * SIDE + column + 3);
  }
  return Buffer.concat([header, pixels]);
}

export interface UploadFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const idxFile = (name: string, bytes: Buffer): UploadFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: name.endsWith('.gz') ? gzipSync(bytes) : bytes,
});
