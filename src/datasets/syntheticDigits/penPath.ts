// The path of the pen: strokes as polylines, traced from control points with Catmull-Rom splines
// (Catmull & Rom 1974, uniform) that break at corners. Geometry only; ink is in ink.ts.
import { InvalidValueError } from '../../core/errors';

const CAPACITY = 512;
/** Longest piece of polyline in the units of the control points (the digit is about 2 high). */
const PIECE = 0.16;
const MOST_PIECES = 10;

/** A reusable buffer of polyline points. A point with `penDown` 0 starts a new stroke. */
export class PenPath {
  readonly x = new Float64Array(CAPACITY);
  readonly y = new Float64Array(CAPACITY);
  readonly penDown = new Uint8Array(CAPACITY);
  /** How far along its stroke a point lies, 0..1. */
  readonly along = new Float64Array(CAPACITY);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  private add(x: number, y: number, penDown: number, along: number): void {
    const i = this.count;
    if (i >= CAPACITY)
      throw new InvalidValueError(
        `The pen path has more than ${CAPACITY} points.`,
        'Use fewer control points.',
      );
    this.x[i] = x;
    this.y[i] = y;
    this.penDown[i] = penDown;
    this.along[i] = along;
    this.count = i + 1;
  }

  /**
   * Appends one stroke.
   * @param points x, y pairs of all strokes
   * @param corners one flag per point: 1 breaks the spline's tangent there
   * @param first index of the stroke's first point
   * @param size its number of points, at least 2
   */
  addStroke(points: Float64Array, corners: Uint8Array, first: number, size: number): void {
    const last = first + size - 1;
    this.add(points[2 * first], points[2 * first + 1], 0, 0);
    for (let i = first; i < last; i++) {
      // At a corner or an end the neighbour beyond is this point itself: the spline starts afresh.
      const before = i > first && corners[i] === 0 ? i - 1 : i;
      const after = i + 1 < last && corners[i + 1] === 0 ? i + 2 : i + 1;
      const x0 = points[2 * before];
      const y0 = points[2 * before + 1];
      const x1 = points[2 * i];
      const y1 = points[2 * i + 1];
      const x2 = points[2 * i + 2];
      const y2 = points[2 * i + 3];
      const x3 = points[2 * after];
      const y3 = points[2 * after + 1];
      const pieces = Math.min(MOST_PIECES, Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / PIECE)));
      for (let k = 1; k <= pieces; k++) {
        const t = k / pieces;
        const a = ((2 - t) * t - 1) * t;
        const b = (3 * t - 5) * t * t + 2;
        const c = ((4 - 3 * t) * t + 1) * t;
        const d = (t - 1) * t * t;
        this.add(
          0.5 * (a * x0 + b * x1 + c * x2 + d * x3),
          0.5 * (a * y0 + b * y1 + c * y2 + d * y3),
          1,
          (i - first + t) / (size - 1),
        );
      }
    }
  }
}
