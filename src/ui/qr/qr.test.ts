// Known codes: written by npm's qrcode 1.5.4 (bytes, level L), whose squares jsQR 1.4.0 reads back, as it reads these.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { qrModules } from './modules';
import { codewordsOf, MOST_VERSION, sideOf } from './tables';

const SMALLEST = `
#######.##..#.#######
#.....#..#..#.#.....#
#.###.#.#.#.#.#.###.#
#.###.#.#..#..#.###.#
#.###.#.###...#.###.#
#.....#.......#.....#
#######.#.#.#.#######
.........##..........
####..#.#.#..#..###.#
#..###.#....#..#..#.#
.##.#####.#.#####..##
#....#.#.#..##...#..#
##..#.#....#.#..#..#.
........###..#....#.#
#######..##..##.#.#..
#.....#....####.###.#
#.###.#....#..#...###
#.###.#.#.#..#.#.#.#.
#.###.#.#.##.#.......
#.....#.#####.##....#
#######.#.###...#.#..`.trim();

const LINK =
  'https://example.org/ganvas/#/train?lock=fix&allow=batch,learningRateG&panels=charts&dataset=mnist&seed=7&steps=500';

const drawn = (text: string, dark: string, light: string): string =>
  qrModules(text)
    ?.map((row) => row.map((one) => (one ? dark : light)).join(''))
    .join('\n') ?? '';

describe('qrModules', () => {
  it('draws the code of a word', () => {
    expect(drawn('Ganvas', '#', '.')).toBe(SMALLEST);
  });

  it.each([
    [LINK, 41, 'd93727ced3dcce31d00c3a128854739c80412a1001ad8ffcb62bc2c56c4955be'],
    ['ü 数字 – '.repeat(30), 69, 'e07f96dac852129fe11c2ae11349c5b7cad5f38ada90671e177b56a2df556f7e'],
    ['x'.repeat(1200), 117, '5f0dd4aeadb08b5728bd578462821e6b0d75bb498f18de52a32c4447179a8db9'],
    ['y'.repeat(2900), 177, '78fa9e9a66a4845cf6b6ee1f6979a21d03adcfaf7c685fae9f26a9fb671ddfdf'],
  ])('draws the code of %.40s… with %i modules along a side', (text, side, sha256) => {
    const rows = drawn(text, '1', '0');
    expect(rows.indexOf('\n')).toBe(side);
    expect(createHash('sha256').update(rows).digest('hex')).toBe(sha256);
  });

  it('refuses what no code holds', () => {
    expect(qrModules('z'.repeat(2953))).toHaveLength(sideOf(MOST_VERSION));
    expect(qrModules('z'.repeat(2954))).toBeNull();
  });

  it('counts codewords as the norm does', () => {
    expect([1, 2, 7, 14, 32, 40].map(codewordsOf)).toEqual([26, 44, 196, 581, 2465, 3706]);
  });
});
