import { describe, expect, it } from 'vitest';
import { DRAWING_SIDE, inkWhere, writeDrawing } from '../../core/drawing';
import { defaultParams } from '../../core/paramSpec';
import { drawnPoints, loadDrawing } from './drawnPoints';

const COUNT = 3000;
const all = Array.from({ length: COUNT }, (_, i) => i);

function points(ink: Uint8Array, seed = 1): [number, number][] {
  const values = loadDrawing(writeDrawing(ink), COUNT, seed).readValues?.(all) ?? new Float32Array();
  return all.map((i) => [values[2 * i], values[2 * i + 1]]);
}

describe('points that a person draws', () => {
  it('lie on the ink, right way up, and everywhere on it', () => {
    const drawn = points(inkWhere((x, y) => x > 0.5 && y > 0));
    expect(drawn.every(([x, y]) => x > 0.5 && y > 0)).toBe(true);
    expect(Math.min(...drawn.map(([, y]) => y))).toBeLessThan(0.05);
    expect(Math.max(...drawn.map(([, y]) => y))).toBeGreaterThan(0.95);
  });

  it('are thicker where there is more ink', () => {
    const ink = new Uint8Array(DRAWING_SIDE * DRAWING_SIDE);
    ink[0] = 12;
    ink[DRAWING_SIDE - 1] = 4;
    const left = points(ink).filter(([x]) => x < 0).length;
    expect(left / COUNT).toBeGreaterThan(0.71);
    expect(left / COUNT).toBeLessThan(0.79);
  });

  it('repeat for a seed', () => {
    const ink = inkWhere((x) => x > 0);
    expect(points(ink)).toEqual(points(ink));
    expect(points(ink, 2)).not.toEqual(points(ink));
  });

  it('need ink', () => {
    expect(() => loadDrawing(writeDrawing(inkWhere(() => false)), 10, 1)).toThrow(/empty/);
    expect(() => loadDrawing('abc', 10, 1)).toThrow(/cannot be read/);
  });

  it('begin with a drawing that can be trained on', async () => {
    const { signal } = new AbortController();
    const params = { ...defaultParams(drawnPoints.params), size: 50 };
    const loaded = await drawnPoints.load({ params, signal, progress: () => undefined });
    expect(loaded).toMatchObject({ size: 50, shape: [1, 1, 2], classNames: null });
  });
});
