// Reads the PNGs that the native programs write, by the specification and Node's zlib, and checks every byte around the
// pixels. Not a reader of PNGs in general: no filters, no interlacing. https://www.w3.org/TR/png-3/
import { inflateSync } from 'node:zlib';
import { expect } from 'vitest';
import { crc32 } from '../core/crc32';

/**
 * Pixels, channels last; checks signature, chunks and their checksums.
 * @param shape [height, width, channels] that it must have
 */
export function readPng(file: Buffer, shape: readonly number[]): Uint8Array {
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  let at = 8;
  while (at < file.length) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.set(body.subarray(0, 4).toString('latin1'), body.subarray(4));
    at += length + 12;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const [height, width, channels] = shape;
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, channels === 3 ? 2 : 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  expect(chunks.get('IHDR')).toEqual(header);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const row = width * channels;
  expect(rows.length).toBe(height * (row + 1));
  const pixels = new Uint8Array(height * row);
  for (let y = 0; y < height; y++) {
    expect(rows[y * (row + 1)]).toBe(0);
    pixels.set(rows.subarray(y * (row + 1) + 1, (y + 1) * (row + 1)), y * row);
  }
  return pixels;
}
