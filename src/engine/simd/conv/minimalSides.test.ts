import { describe, expect, it } from 'vitest';
import { convGeometry } from './geometry';
import { forwardProducts, gradientProducts, suitsMinimal } from './minimal';
import { tapGroups, tileProducts } from './minimalSides';

describe('groups of taps', () => {
  it.each([
    [1, 1, [1]],
    [3, 1, [3]],
    [4, 1, [2, 2]],
    [5, 1, [3, 2]],
    [7, 1, [3, 2, 2]],
    [3, 2, [2, 1]],
    [4, 2, [2, 2]],
    [5, 2, [3, 2]],
    [7, 2, [2, 2, 3]],
  ])('%i taps at stride %i', (taps, stride, groups) => {
    expect(tapGroups(taps, stride)).toEqual(groups);
  });

  it('holds every tap once', () => {
    for (let taps = 1; taps <= 7; taps++) {
      for (const stride of [1, 2]) {
        expect(tapGroups(taps, stride).reduce((sum, group) => sum + group, 0)).toBe(taps);
      }
    }
  });
});

describe('products', () => {
  it('are one more than the taps of each group for two outputs, as many as taps for one', () => {
    expect(tileProducts(3, 4, 1, 2)).toEqual({ rows: [4, 3], columns: [6, 4] });
  });

  it('count whole tiles and single rows and columns', () => {
    // 7 x 7 outputs of a 4x4 filter: three tiles of six and one of four along a side.
    const g = convGeometry([2, 14, 14, 16], [4, 4, 16, 32], [2, 2], [1, 1, 1, 1]);
    expect(forwardProducts(g)).toBe(2 * 22 * 22);
    // Four phases of 7 x 7 pixels with two taps along a side: three tiles of three and one of two.
    expect(gradientProducts(g)).toBe(2 * 4 * 11 * 11);
  });
});

describe('minimal filtering', () => {
  const suits = (kernel: number, stride: number, channels: readonly [number, number], side = 8): boolean =>
    suitsMinimal(
      convGeometry(
        [1, side, side, channels[0]],
        [kernel, kernel, ...channels],
        [stride, stride],
        [1, 1, 1, 1],
      ),
    );

  it('is for strides 1 and 2, up to seven taps and enough channels', () => {
    expect(suits(3, 1, [12, 12])).toBe(true);
    expect(suits(5, 2, [16, 32])).toBe(true);
    expect(suits(3, 1, [11, 64])).toBe(false);
    expect(suits(3, 3, [16, 16])).toBe(false);
    expect(suits(8, 2, [16, 16], 16)).toBe(false);
  });

  it('is not for what it would not spare products', () => {
    expect(suits(1, 1, [64, 64])).toBe(false);
    expect(suits(2, 2, [64, 64])).toBe(false);
    // One output: no two to share products.
    expect(suits(6, 1, [16, 16], 4)).toBe(false);
  });
});
