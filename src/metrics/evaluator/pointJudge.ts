// What judges points in the plane: no network is needed. Its features are the coordinates; its classes are the heaps
// that the points are drawn around. A point that lies near none belongs to no class.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { PointModes } from '../../core/pointModes';
import type { Verdict } from './classifier';

/** A point counts as one of a heap within so many standard deviations (Metz et al. 2016, section 3.1). */
export const NEAR_DEVIATIONS = 3;

/**
 * One row for each point: 1 for the heap that it lies in, all 0 where it lies in none.
 * @param points [count * 2]
 * @returns [count * centres]
 */
export function heapOf(points: ArrayLike<number>, { centres, deviation }: PointModes): Float32Array {
  const count = points.length / 2;
  const rows = new Float32Array(count * centres.length);
  for (let i = 0; i < count; i++) {
    let nearest = -1;
    let distance = NEAR_DEVIATIONS * deviation;
    centres.forEach(([x, y], c) => {
      const d = Math.hypot(points[2 * i] - x, points[2 * i + 1] - y);
      if (d > distance) return;
      distance = d;
      nearest = c;
    });
    if (nearest >= 0) rows[i * centres.length + nearest] = 1;
  }
  return rows;
}

const NO_MODES: PointModes = { centres: [], deviation: 0 };

/** An evaluator of points. @param modes the heaps; null for a distribution that is one curve */
export const pointJudge = (modes: PointModes | null) => ({
  label: 'the points themselves',
  size: 2,
  classNames: (modes ?? NO_MODES).centres.map((_, i) => String(i + 1)),
  async judge(images: Tensor): Promise<Verdict> {
    const features = Float32Array.from(await images.data());
    return { features, probabilities: heapOf(features, modes ?? NO_MODES) };
  },
  dispose: (): void => undefined,
});
