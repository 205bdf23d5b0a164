import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../core/errors';
import { PenPath } from './penPath';

const points = Float64Array.from([-1, -1, 0, 0.4, 1, -1, 1, 1]);

/** Distance from a point to the nearest vertex of the path. */
function distance(path: PenPath, x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < path.count; i++) least = Math.min(least, Math.hypot(path.x[i] - x, path.y[i] - y));
  return least;
}

describe('PenPath', () => {
  it('runs through every control point', () => {
    const path = new PenPath();
    path.addStroke(points, new Uint8Array(4), 0, 4);
    for (let i = 0; i < 4; i++) expect(distance(path, points[2 * i], points[2 * i + 1])).toBeLessThan(1e-12);
  });

  it('is smooth at a plain point and turns at a corner', () => {
    const turn = (corner: number): number => {
      const path = new PenPath();
      path.addStroke(points, Uint8Array.from([0, corner, 0, 0]), 0, 4);
      let sharpest = 1;
      for (let i = 1; i + 1 < path.count; i++) {
        const ux = path.x[i] - path.x[i - 1];
        const uy = path.y[i] - path.y[i - 1];
        const vx = path.x[i + 1] - path.x[i];
        const vy = path.y[i + 1] - path.y[i];
        sharpest = Math.min(sharpest, (ux * vx + uy * vy) / (Math.hypot(ux, uy) * Math.hypot(vx, vy)));
      }
      return sharpest;
    };
    expect(turn(0)).toBeGreaterThan(0.2);
    expect(turn(1)).toBeLessThan(0);
  });

  it('matches the Catmull-Rom spline computed from its tangents', () => {
    const path = new PenPath();
    path.addStroke(points, new Uint8Array(4), 0, 4);
    // Cubic Hermite between points 1 and 2 with half the chord of the neighbours as tangents, at t = 1/2.
    const at = (axis: number): number => {
      const p = (i: number): number => points[2 * i + axis];
      const m1 = (p(2) - p(0)) / 2;
      const m2 = (p(3) - p(1)) / 2;
      return 0.5 * p(1) + 0.125 * m1 + 0.5 * p(2) - 0.125 * m2;
    };
    expect(distance(path, at(0), at(1))).toBeLessThan(1e-12);
  });

  it('refuses more points than it can hold', () => {
    const path = new PenPath();
    const fill = (): void => {
      for (let i = 0; i < 100; i++) path.addStroke(points, new Uint8Array(4), 0, 4);
    };
    expect(fill).toThrow(InvalidValueError);
  });

  it('lifts the pen between strokes and starts again when cleared', () => {
    const path = new PenPath();
    const corners = new Uint8Array(4);
    path.addStroke(points, corners, 0, 2);
    const first = path.count;
    path.addStroke(points, corners, 2, 2);
    const lifts = [...path.penDown.subarray(0, path.count)].flatMap((down, i) => (down ? [] : [i]));
    expect(lifts).toEqual([0, first]);
    path.clear();
    expect(path.count).toBe(0);
  });
});
