// The generator still draws what it drew at the start: noise that differs, but is nothing like real images.
import type { MeasurePoint } from '../../core/measures';
import { rounded, type HealthCheck } from './define';

/** A generator that learns has halved its Fréchet distance long before. */
const PATIENCE_STEPS = 1000;
/** Samples that vary less than this have collapsed, which is another note. */
export const ALIKE = 0.1;
/** What models here learn with. */
const USUAL_RATE = 2e-4;

const distance = (point: MeasurePoint): number => point.values['frechet-distance'] ?? 0;

/** Points in the plane are never a blur, and their mean and spread, which is all that the distance sees, say little. */
const arePoints = (point: MeasurePoint): boolean => 'grid-js' in point.values;

/** Those of the same judge: other ones have other numbers. */
const alike = (measures: readonly MeasurePoint[], last: MeasurePoint): readonly MeasurePoint[] =>
  measures.filter(({ evaluator }) => evaluator === last.evaluator);

/** Whether the Fréchet distance has fallen to half of what it was; of points, always. */
export const hasLearnt = (measures: readonly MeasurePoint[], last: MeasurePoint): boolean =>
  arePoints(last) || distance(last) <= Math.max(...alike(measures, last).map(distance)) / 2;

export const notLearning: HealthCheck = ({ measures }) => {
  const last = measures.at(-1);
  if (!last || arePoints(last) || last.step < PATIENCE_STEPS || alike(measures, last).length < 2) return null;
  const far = distance(last) > 10 * (last.floors['frechet-distance'] ?? Infinity);
  if (!far || hasLearnt(measures, last) || (last.values.variety ?? 0) < ALIKE) return null;
  return {
    id: 'not-learning',
    severity: 'alarm',
    title: 'The generator does not learn',
    message:
      `After ${last.step} steps its Fréchet distance is ${rounded(distance(last))}, ` +
      `less than halved since the start; real images score ${rounded(last.floors['frechet-distance'])}.`,
    tries: [
      {
        label: `Set both learning rates to ${USUAL_RATE}`,
        changes: { learningRateG: USUAL_RATE, learningRateD: USUAL_RATE },
        live: true,
      },
    ],
  };
};
