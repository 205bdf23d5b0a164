// What judges points in the plane: no network, only distances. The features of a point are its coordinates; its class is
// the mode that it lies within three standard deviations of, and a point between the modes has none.
import type { Tensor } from '@tensorflow/tfjs-core';
import { GOOD_DEVIATIONS, type PointModes } from '../../core/pointModes';
import type { Evaluator } from './evaluator';

const NO_MODES: PointModes = { centres: [], deviation: 0 };

/** Rows with a one at the mode that each point belongs to, all zero where it belongs to none, [count * modes]. */
export function modeRows(points: Float32Array, { centres, deviation }: PointModes): Float32Array {
  const rows = new Float32Array((points.length / 2) * centres.length);
  const most = GOOD_DEVIATIONS * deviation;
  for (let i = 0; i < points.length / 2; i++) {
    let [nearest, least] = [-1, most];
    centres.forEach(([x, y], mode) => {
      const distance = Math.hypot(points[2 * i] - x, points[2 * i + 1] - y);
      if (distance <= least) [nearest, least] = [mode, distance];
    });
    if (nearest >= 0) rows[i * centres.length + nearest] = 1;
  }
  return rows;
}

/** @param modes null where the distribution is a curve or a drawing */
export function pointEvaluator(modes: PointModes | null): Evaluator {
  const known = modes ?? NO_MODES;
  return {
    label: modes
      ? `distances in the plane; a point is good within ${GOOD_DEVIATIONS} standard deviations of a mode`
      : 'distances in the plane',
    sees: 'points',
    size: 2,
    classNames: known.centres.map((_, i) => `cluster ${i + 1}`),
    async evaluate(points: Tensor) {
      const features = Float32Array.from(await points.data());
      return { features, probabilities: modeRows(features, known) };
    },
    dispose: () => undefined,
  };
}
