// Pictures that decoders trip over, as small as their formats allow, made here byte by byte: of 16 bits, moving, in the colours of
// print, turned by EXIF. What a canvas can make is not here.
import { zlibSync } from 'fflate';
import { crc32 } from '../core/crc32';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

const chunk = (kind: string, data: Iterable<number>): number[] => {
  const body = Uint8Array.from([...ascii(kind), ...data]);
  return [...u32(body.length - 4), ...body, ...u32(crc32(body))];
};
const png = (...chunks: readonly number[][]): Blob =>
  new Blob([
    Uint8Array.from([0x89, ...ascii('PNG'), 13, 10, 26, 10, ...chunks.flat(), ...chunk('IEND', [])]),
  ]);
const rows = (side: number, pixel: readonly number[]): Uint8Array =>
  zlibSync(
    Uint8Array.from(
      Array.from({ length: side }, () => [0, ...Array.from({ length: side }, () => pixel).flat()]).flat(),
    ),
  );
const head = (side: number, bits: number): number[] =>
  chunk('IHDR', [...u32(side), ...u32(side), bits, 2, 0, 0, 0]);

/** A PNG of one colour, 16 bits a channel. */
export const png16 = (side: number, colour: readonly number[]): Blob =>
  png(head(side, 16), chunk('IDAT', rows(side, colour.flatMap(u16))));

/** An APNG whose first picture has the one colour and whose second has the other. */
export function apng(side: number, first: readonly number[], second: readonly number[]): Blob {
  const control = (number: number) =>
    chunk('fcTL', [...u32(number), ...u32(side), ...u32(side), ...u32(0), ...u32(0), 0, 1, 0, 1, 0, 0]);
  return png(
    head(side, 8),
    chunk('acTL', [...u32(2), ...u32(0)]),
    control(0),
    chunk('IDAT', rows(side, first)),
    control(1),
    chunk('fdAT', [...u32(2), ...rows(side, second)]),
  );
}

/** A GIF of one pixel, first in the one colour, then in the other. */
export function movingGif(first: readonly number[], second: readonly number[]): Blob {
  // One pixel of colour 0 or 1: clear, the colour, end, three bits each.
  const frame = (colour: number) => [
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0],
    ...[2, 2, 4 | (colour << 3) | ((5 & 3) << 6), 5 >> 2, 0],
  ];
  const bytes = [
    ...ascii('GIF89a'),
    1,
    0,
    1,
    0,
    0x80,
    0,
    0,
    ...first,
    ...second,
    ...frame(0),
    ...frame(1),
    0x3b,
  ];
  return new Blob([Uint8Array.from(bytes)]);
}

/** A JPEG with an EXIF segment that says how it is to be turned (6: a quarter to the right). */
export async function turnedJpeg(jpeg: Blob, orientation: number): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const tiff = [...ascii('MM'), ...u16(42), ...u32(8), ...u16(1), ...u16(0x112), ...u16(3), ...u32(1)];
  const body = [...ascii('Exif'), 0, 0, ...tiff, ...u16(orientation), 0, 0, ...u32(0)];
  const segment = Uint8Array.from([0xff, 0xe1, ...u16(body.length + 2), ...body]);
  return new Blob([bytes.subarray(0, 2), segment, bytes.subarray(2)], { type: 'image/jpeg' });
}

/**
 * A JPEG of 8 x 8 pixels of one colour as printers mix it, stored inverted as Adobe does (a marker says so).
 * @param inks cyan, magenta, yellow, black, 0 to 255 where 255 is none
 */
export function printJpeg(inks: readonly [number, number, number, number]): Blob {
  const segment = (marker: number, body: readonly number[]) => [
    0xff,
    marker,
    ...u16(body.length + 2),
    ...body,
  ];
  // Every quantization step is 1; a block is its mean alone. Codes of differences have as many bits as their category, and the code
  // of category n is n in four bits; of the other numbers there is only the end of the block, one bit.
  const table = segment(0xdb, [0, ...new Array<number>(64).fill(1)]);
  const means = segment(0xc4, [
    0,
    0,
    0,
    0,
    12,
    ...new Array<number>(12).fill(0),
    ...Array.from({ length: 12 }, (_, i) => i),
  ]);
  const others = segment(0xc4, [0x10, 1, ...new Array<number>(15).fill(0), 0]);
  const parts = [1, 2, 3, 4];
  const frame = segment(0xc0, [8, 0, 8, 0, 8, 4, ...parts.flatMap((id) => [id, 0x11, 0])]);
  const scan = segment(0xda, [4, ...parts.flatMap((id) => [id, 0]), 0, 63, 0]);
  const bits = inks
    .map((ink) => {
      const mean = 8 * (ink - 128);
      const size = mean === 0 ? 0 : Math.floor(Math.log2(Math.abs(mean))) + 1;
      const value = mean < 0 ? mean + (1 << size) - 1 : mean;
      const code = size.toString(2).padStart(4, '0');
      return code + (size === 0 ? '' : value.toString(2).padStart(size, '0')) + '0';
    })
    .join('');
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const data = (padded.match(/.{8}/g) ?? []).flatMap((byte) => {
    const value = parseInt(byte, 2);
    return value === 0xff ? [0xff, 0] : [value];
  });
  const adobe = segment(0xee, [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, 0]);
  const bytes = [0xff, 0xd8, ...adobe, ...table, ...frame, ...means, ...others, ...scan, ...data, 0xff, 0xd9];
  return new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' });
}
