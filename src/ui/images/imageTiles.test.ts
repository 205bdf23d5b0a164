import { describe, expect, it } from 'vitest';
import {
  columnOf,
  firstImages,
  fitFirstTiles,
  fitTiles,
  latentImage,
  oneImage,
  paintTiles,
} from './imageTiles';

const batch28 = { count: 64, width: 28, height: 28 };

describe('fitTiles', () => {
  it('takes the largest whole scale that shows all images', () => {
    const fit = fitTiles(batch28, 480, 480);
    expect(fit).toMatchObject({ columns: 8, rows: 8, scale: 2 });
    expect(fit.width * fit.scale).toBeLessThanOrEqual(480);
  });

  it('spreads wide in a wide box', () => {
    expect(fitTiles(batch28, 960, 240)).toMatchObject({ columns: 16, rows: 4, scale: 2 });
  });

  it('uses the finer steps of a dense screen', () => {
    expect(fitTiles(batch28, 360, 360, 2).scale).toBe(1.5);
    expect(fitTiles(batch28, 360, 360, 1).scale).toBe(1);
  });

  it('gives the smallest scale when nothing fits', () => {
    expect(fitTiles(batch28, 10, 10)).toMatchObject({ scale: 1, columns: 8 });
  });
});

describe('fitFirstTiles', () => {
  it('shows whole rows of the first images rather than tiny ones', () => {
    expect(fitFirstTiles(batch28, 592, 372, 2)).toMatchObject({ columns: 10, rows: 6, scale: 2 });
    expect(fitFirstTiles({ ...batch28, count: 16 }, 160, 80, 1)).toMatchObject({
      columns: 5,
      rows: 2,
      scale: 1,
    });
    expect(fitFirstTiles(batch28, 366, 336, 2)).toMatchObject({ columns: 6, rows: 5, scale: 2 });
  });

  it('shows all where they fit, and in a box without a size', () => {
    expect(fitFirstTiles(batch28, 960, 240, 2)).toMatchObject({ columns: 16, rows: 4, scale: 2 });
    expect(fitFirstTiles(batch28, 0, 0, 2)).toMatchObject({ columns: 8, rows: 8 });
  });

  it('shows whole images, and smaller, in a box that is lower than one', () => {
    const large = { count: 16, width: 64, height: 64 };
    expect(fitFirstTiles(large, 160, 42, 1)).toMatchObject({ columns: 4, rows: 1, scale: 0.5 });
    expect(fitFirstTiles(batch28, 40, 40, 2)).toMatchObject({ columns: 1, rows: 1, scale: 1 });
  });
});

describe('paintTiles', () => {
  it('puts grey and colour pixels where they belong and leaves gutters clear', () => {
    const grey = { count: 2, width: 1, height: 1, channels: 1, pixels: Uint8Array.of(10, 20) };
    const fit = { columns: 2, rows: 1, scale: 1, width: 3, height: 1 };
    expect([...paintTiles(grey, fit)]).toEqual([10, 10, 10, 255, 0, 0, 0, 0, 20, 20, 20, 255]);
    const rgb = { count: 1, width: 1, height: 1, channels: 3, pixels: Uint8Array.of(1, 2, 3) };
    expect([...paintTiles(rgb, { ...fit, columns: 1, width: 1 })]).toEqual([1, 2, 3, 255]);
  });
});

describe('parts of a batch', () => {
  const batch = { count: 3, width: 1, height: 2, channels: 1, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) };

  it('cuts one and the first few', () => {
    expect([...oneImage(batch, 1).pixels]).toEqual([3, 4]);
    expect([...firstImages(batch, 2).pixels]).toEqual([1, 2, 3, 4]);
    expect(firstImages(batch, 9).count).toBe(3);
  });

  it('takes one column out of rows', () => {
    const rows = { ...batch, count: 6, height: 1 };
    expect([...columnOf(rows, 2, 1).pixels]).toEqual([2, 4, 6]);
    expect(columnOf(rows, 3, 0)).toMatchObject({ count: 2, pixels: Uint8Array.of(1, 4) });
  });

  it('shows a latent as grey', () => {
    expect([...latentImage([-9, 0, 3]).pixels]).toEqual([0, 128, 255, 128]);
  });
});
