import { describe, expect, it } from 'vitest';
import { advanceGallery, choosePicture, seenPart, startGallery, type GalleryState } from './pictureShow';

/** After so many frames of 100 ms. */
function later(state: GalleryState, frames: number, count = 3, fromMs = 0): GalleryState {
  let now = state;
  for (let i = 0; i <= frames; i++) now = advanceGallery(now, count, fromMs + 100 * i);
  return now;
}

describe('the gallery', () => {
  it('goes from picture to picture, and begins again', () => {
    expect(later(startGallery, 59).index).toBe(0);
    expect(later(startGallery, 61).index).toBe(1);
    expect(later(startGallery, 185).index).toBe(0);
    expect(later(startGallery, 200, 1).index).toBe(0);
    expect(later(startGallery, 200, 0).index).toBe(0);
  });

  it('stays on what was chosen until it is let go, and in bounds when pictures go', () => {
    const held = choosePicture(startGallery, 2);
    expect(later(held, 500)).toMatchObject({ index: 2, held: true });
    expect(later(choosePicture(held, 2), 61).index).toBe(0);
    expect(later(held, 1, 2).index).toBe(1);
  });

  it('is upset by no clock that goes back', () => {
    expect(advanceGallery({ index: 1, sinceMs: 1e6, held: false }, 3, 5)).toMatchObject({
      index: 1,
      sinceMs: 5,
    });
  });
});

describe('what is seen of a picture', () => {
  it('is its whole middle where it stands still', () => {
    expect(seenPart(60, 40, [32, 32, 3], null)).toEqual({ left: 10, top: 0, width: 40, height: 40 });
  });

  it('sways, and stays inside', () => {
    const parts = Array.from({ length: 60 }, (_, i) => seenPart(64, 32, [16, 32, 1], 100 * i));
    expect(new Set(parts.map(({ left }) => left.toFixed(3))).size).toBeGreaterThan(20);
    for (const { left, top, width, height } of parts) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(64);
      expect(top + height).toBeLessThanOrEqual(32);
      expect(width / height).toBeCloseTo(2);
    }
  });
});
