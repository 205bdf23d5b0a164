// Pictures of one size as one animated PNG, repeated for ever: the pixel data of the files as they are, under other names.
// https://www.w3.org/TR/png-3/#4Concepts.APNGSequence
import { crc32 } from '../src/core/crc32';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

interface Chunk {
  readonly kind: string;
  readonly data: Uint8Array;
}

/** A frame, and how long it is shown. */
export interface PngFrame {
  readonly png: Uint8Array;
  readonly milliseconds: number;
}

function chunksOf(png: Uint8Array): readonly Chunk[] {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw new Error('A frame is no PNG.');
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.push({ kind, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function written({ kind, data }: Chunk): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(kind), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

const numbers = (...list: readonly (readonly [value: number, bytes: 1 | 2 | 4])[]): Uint8Array => {
  const bytes = new Uint8Array(list.reduce((sum, [, count]) => sum + count, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, count] of list) {
    if (count === 1) view.setUint8(at, value);
    else if (count === 2) view.setUint16(at, value);
    else view.setUint32(at, value);
    at += count;
  }
  return bytes;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** @throws Error for no frames, for what is no PNG, and for frames of another size or depth than the first */
export function animatedPng(frames: readonly PngFrame[]): Uint8Array {
  const read = frames.map(({ png }) => chunksOf(png));
  const header = read[0]?.find(({ kind }) => kind === 'IHDR');
  if (!header) throw new Error('An animation needs at least one frame.');
  const view = new DataView(header.data.buffer, header.data.byteOffset);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const chunks: Chunk[] = [header, { kind: 'acTL', data: numbers([frames.length, 4], [0, 4]) }];
  let sequence = 0;
  for (const [index, list] of read.entries()) {
    const own = list.find(({ kind }) => kind === 'IHDR');
    if (!own || own.data.some((byte, i) => byte !== header.data[i]))
      throw new Error(`Frame ${index + 1} has another size or depth than the first.`);
    const pixels = joined(list.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data));
    const shown: [number, 2][] = [
      [frames[index].milliseconds, 2],
      [1000, 2],
    ];
    const place: [number, 4][] = [
      [width, 4],
      [height, 4],
      [0, 4],
      [0, 4],
    ];
    chunks.push({ kind: 'fcTL', data: numbers([sequence++, 4], ...place, ...shown, [0, 1], [0, 1]) });
    chunks.push(
      index === 0
        ? { kind: 'IDAT', data: pixels }
        : { kind: 'fdAT', data: joined([numbers([sequence++, 4]), pixels]) },
    );
  }
  chunks.push({ kind: 'IEND', data: new Uint8Array() });
  return joined([SIGNATURE, ...chunks.map(written)]);
}
