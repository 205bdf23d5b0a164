import { describe, expect, it } from 'vitest';
import { cutTiles } from './tileCut';

describe('tasks of tiles and panels', () => {
  it('cover all of them, whatever there are', () => {
    for (const tiles of [1, 5, 6, 7, 64, 100, 1000]) {
      for (const panels of [1, 2, 3, 8, 65]) {
        for (const threads of [1, 2, 3, 8]) {
          const cut = cutTiles(tiles, panels, threads, 6, 48);
          expect(cut.blockPixels % 6).toBe(0);
          expect(cut.blockPixels).toBeLessThanOrEqual(48);
          expect(cut.pixelBlocks).toBe(Math.ceil(tiles / cut.blockPixels));
          expect(cut.panelBlocks).toBe(Math.ceil(panels / cut.blockPanels));
        }
      }
    }
  });

  it('transform every tile once where there are enough for all threads', () => {
    for (const tiles of [64, 100, 128, 200, 1024]) expect(cutTiles(tiles, 8, 2, 6, 48).panelBlocks).toBe(1);
  });

  it('share panels where there are fewer tiles than threads', () => {
    const { pixelBlocks, panelBlocks } = cutTiles(6, 16, 4, 6, 48);
    expect(pixelBlocks).toBe(1);
    expect(panelBlocks).toBeGreaterThanOrEqual(4);
  });

  it('leave no thread idle for long', () => {
    for (const threads of [2, 3, 4]) {
      const { blockPixels, pixelBlocks, panelBlocks } = cutTiles(400, 8, threads, 6, 48);
      const turns = Math.ceil((pixelBlocks * panelBlocks) / threads);
      expect((turns * threads * blockPixels) / panelBlocks / 400).toBeLessThan(1.1);
    }
  });
});
