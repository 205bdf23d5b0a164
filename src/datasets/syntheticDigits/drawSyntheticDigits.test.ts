import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../core/errors';
import { createRandom } from '../../core/random';
import { drawSyntheticDigit, drawSyntheticDigits, SYNTHETIC_DIGIT_BYTES } from './drawSyntheticDigits';
import { GLYPHS } from './glyphs';
import { chooseGlyph } from './hand';

const COUNT = 2000;
const { images, labels } = drawSyntheticDigits(11, 0, COUNT);
const image = (i: number): Uint8Array =>
  images.subarray(i * SYNTHETIC_DIGIT_BYTES, (i + 1) * SYNTHETIC_DIGIT_BYTES);

describe('drawSyntheticDigits', () => {
  it('draws sample i from (seed, i) alone', () => {
    for (const i of [1234, 7, 0, 1999]) {
      const { pixels, label } = drawSyntheticDigit(11, i);
      expect(pixels).toEqual(image(i).slice());
      expect(label).toBe(labels[i]);
    }
    const part = drawSyntheticDigits(11, 500, 20);
    expect(part.images).toEqual(images.slice(500 * 784, 520 * 784));
    expect(part.labels).toEqual(labels.slice(500, 520));
  });

  it('draws other digits, in another order, for another seed', () => {
    const other = drawSyntheticDigits(12, 0, 100);
    expect(other.labels).not.toEqual(labels.slice(0, 100));
    for (let i = 0; i < 100; i++)
      expect(other.images.slice(i * 784, (i + 1) * 784)).not.toEqual(image(i).slice());
  });

  it('never draws the same picture twice', () => {
    const seen = new Set(Array.from({ length: COUNT }, (_, i) => image(i).join()));
    expect(seen.size).toBe(COUNT);
  });

  it('draws each digit once in every ten, in changing order', () => {
    const orders = new Set<string>();
    for (let i = 0; i < COUNT; i += 10) {
      const ten = labels.slice(i, i + 10);
      orders.add(ten.join());
      expect([...ten].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
    expect(orders.size).toBeGreaterThan(190);
  });

  it('puts the centre of mass at pixel (14, 14)', () => {
    for (let i = 0; i < COUNT; i++) {
      let mass = 0;
      let x = 0;
      let y = 0;
      image(i).forEach((value, at) => {
        mass += value;
        x += value * (at % 28);
        y += value * Math.floor(at / 28);
      });
      expect(Math.abs(x / mass - 14)).toBeLessThan(0.75);
      expect(Math.abs(y / mass - 14)).toBeLessThan(0.75);
    }
  });

  it('has ink like MNIST: 33 of 255 on average, most of the paper white, strokes black', () => {
    let sum = 0;
    let white = 0;
    let black = 0;
    for (const value of images) {
      sum += value;
      if (value === 0) white++;
      if (value >= 250) black++;
    }
    // MNIST's training set: mean 33.3, 80.9 % at 0, 7.4 % at 250 or more.
    expect(sum / images.length).toBeGreaterThan(30);
    expect(sum / images.length).toBeLessThan(37);
    expect(white / images.length).toBeGreaterThan(0.77);
    expect(white / images.length).toBeLessThan(0.85);
    expect(black / images.length).toBeGreaterThan(0.05);
    expect(black / images.length).toBeLessThan(0.1);
  });

  it('keeps its pictures from release to release', () => {
    const hash = createHash('sha256')
      .update(drawSyntheticDigits(1, 0, 10).images)
      .digest('hex');
    expect(hash).toBe('d46d61ee4c889352494a5c5298e15366c30b6c42f1069e201ea7cdb94f060bc1');
  });

  it('refuses an index or a count that is no whole number from 0', () => {
    expect(() => drawSyntheticDigit(1, -1)).toThrow(InvalidValueError);
    expect(() => drawSyntheticDigit(1, 0.5)).toThrow(InvalidValueError);
    expect(() => drawSyntheticDigit(1, 2 ** 33)).toThrow(InvalidValueError);
    expect(() => drawSyntheticDigits(1, Number.NaN, 1)).toThrow(InvalidValueError);
    expect(() => drawSyntheticDigits(1, 0, -3)).toThrow(InvalidValueError);
    expect(drawSyntheticDigits(1, 0, 0).labels.length).toBe(0);
  });
});

describe('chooseGlyph', () => {
  it('chooses every way of writing about as often as its weight says', () => {
    for (let digit = 0; digit < 10; digit++) {
      const ways = GLYPHS.filter((g) => g.digit === digit);
      const total = ways.reduce((sum, g) => sum + g.weight, 0);
      const random = createRandom(3, digit);
      const counts = new Map<string, number>();
      for (let i = 0; i < 4000; i++) {
        const { name } = chooseGlyph(ways, random);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      for (const way of ways)
        expect(Math.abs((counts.get(way.name) ?? 0) / 4000 - way.weight / total)).toBeLessThan(0.03);
    }
  });
});
