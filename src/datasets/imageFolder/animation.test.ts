// Pictures that move, as short as their formats allow, and those that stand still beside them.
import { expect, it } from 'vitest';
import { isAnimated, type ImageType } from './animation';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const chunk = (kind: string, bytes: readonly number[] = []): number[] => [
  ...[0, 0, bytes.length >> 8, bytes.length & 255],
  ...ascii(kind),
  ...bytes,
  ...[0, 0, 0, 0],
];
const png = (...chunks: number[][]): number[] => [0x89, ...ascii('PNG'), 13, 10, 26, 10, ...chunks.flat()];
/** A picture of a GIF: with a colour table of its own, pixels in blocks. */
const gifImage = (blocks: readonly number[][]): number[] => [
  ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80],
  ...[1, 2, 3, 4, 5, 6, 2],
  ...blocks.flatMap((block) => [block.length, ...block]),
  0,
];
const gif = (...parts: number[][]): number[] => [
  ...ascii('GIF89a'),
  ...[1, 0, 1, 0, 0x81, 0, 0],
  ...new Array<number>(12).fill(0x2c),
  ...parts.flat(),
  0x3b,
];
const LOOP = [0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0];
const large = Array.from({ length: 700 }, () => new Array<number>(255).fill(0x2c));
const webp = (flags: number): number[] => [
  ...ascii('RIFF'),
  0,
  0,
  0,
  0,
  ...ascii('WEBPVP8X'),
  10,
  0,
  0,
  0,
  flags,
];

it.each<readonly [string, ImageType, number[], boolean]>([
  ['GIF of one picture', 'image/gif', gif(LOOP, gifImage([[1]])), false],
  ['GIF of two', 'image/gif', gif(gifImage([[1]]), gifImage([[1, 2]])), true],
  ['GIF whose first picture is long', 'image/gif', gif(gifImage(large), LOOP, gifImage([[1]])), true],
  ['GIF that is cut off', 'image/gif', gif(gifImage(large)).slice(0, 90_000), false],
  [
    'APNG',
    'image/png',
    png(chunk('IHDR'), chunk('iCCP', new Array<number>(4000).fill(1)), chunk('acTL')),
    true,
  ],
  ['PNG', 'image/png', png(chunk('IHDR'), chunk('IDAT'), chunk('acTL')), false],
  ['PNG that is cut off', 'image/png', png(chunk('IHDR')).slice(0, 14), false],
  ['animated WebP', 'image/webp', webp(0x12), true],
  ['WebP with transparency', 'image/webp', webp(0x10), false],
  ['AVIF sequence', 'image/avif', [0, 0, 0, 0, ...ascii('ftypavis')], true],
  ['AVIF', 'image/avif', [0, 0, 0, 0, ...ascii('ftypavif')], false],
])('%s', async (_, type, bytes, moves) => {
  const whole = Uint8Array.from(bytes);
  expect(await isAnimated(new Blob([whole]), type, whole.subarray(0, 1000))).toBe(moves);
});
