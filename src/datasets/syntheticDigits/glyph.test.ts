import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../core/errors';
import { glyph } from './glyph';
import { GLYPHS } from './glyphs';

describe('glyph notation', () => {
  it('reads points, corners and strokes', () => {
    const seven = glyph(7, 'test', 2, ['0,5 80,-4! 40.5,100 / 20,50 60,50']);
    expect(seven.strokeSizes).toEqual([3, 2]);
    expect([...seven.corners]).toEqual([0, 1, 0, 0, 0]);
    expect([...(seven.poses[0] ?? [])]).toEqual([0, 5, 80, -4, 40.5, 100, 20, 50, 60, 50]);
  });

  it.each([
    ['a word that is no point', ['0,0 nonsense']],
    ['a dot', ['0,0 1,1 / 5,5']],
    ['no pose', []],
    ['poses of different length', ['0,0 1,1', '0,0 1,1 2,2']],
    ['poses with different strokes', ['0,0 1,1 2,2 3,3', '0,0 1,1 / 2,2 3,3']],
    ['too many points', ['1,1 '.repeat(65).trim()]],
    ['poses with different corners', ['0,0 1,1! 2,2', '0,0 1,1 2,2']],
  ])('refuses %s', (_, poses) => {
    expect(() => glyph(1, 'bad', 1, poses)).toThrow(InvalidValueError);
  });
});

describe('the glyphs', () => {
  it('write each digit in at least four ways with names of their own', () => {
    for (let digit = 0; digit < 10; digit++) {
      const names = GLYPHS.filter((g) => g.digit === digit).map((g) => g.name);
      expect(names.length).toBeGreaterThanOrEqual(4);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('stay near the unit square and have poses to blend', () => {
    for (const g of GLYPHS) {
      expect(g.weight).toBeGreaterThan(0);
      expect(g.poses.length).toBeGreaterThanOrEqual(2);
      for (const pose of g.poses) {
        expect(Math.min(...pose)).toBeGreaterThanOrEqual(-5);
        expect(Math.max(...pose)).toBeLessThanOrEqual(105);
      }
    }
  });
});
