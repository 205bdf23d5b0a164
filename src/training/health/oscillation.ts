// The losses swing to and fro instead of settling: both networks chase each other.
import { valueOf, type HistoryPoint } from '../../core/history';
import { lastSteps, meanOf, rounded, tryRate, type HealthCheck } from './define';

const STEPS = 400;
/** Points that are averaged, so that the noise of single batches is no swing. */
const BLOCK = 8;
/** A swing is as wide as this share of the mean loss, to either side, and at least ... */
const WIDE = 0.5;
/** ... this much. */
const LEAST = 0.4;
const FEWEST_SWINGS = 4;

/** Means of blocks of neighbouring points. */
function blocks(points: readonly HistoryPoint[]): number[] {
  const means: number[] = [];
  for (let i = 0; i + BLOCK <= points.length; i += BLOCK) {
    means.push(meanOf(points.slice(i, i + BLOCK), (point) => valueOf(point, 'gLoss')));
  }
  return means;
}

/** How often the values go from `below` to `above` and back, halves counted. */
export function countSwings(values: readonly number[], below: number, above: number): number {
  let side = 0;
  let changes = 0;
  for (const value of values) {
    const now = value > above ? 1 : value < below ? -1 : 0;
    if (now === 0 || now === side) continue;
    if (side !== 0) changes++;
    side = now;
  }
  return changes / 2;
}

export const oscillation: HealthCheck = ({ config, history }) => {
  const points = lastSteps(history, STEPS);
  if (!points) return null;
  const values = blocks(points);
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const half = Math.max(LEAST, WIDE * Math.abs(centre)) / 2;
  const swings = countSwings(values, centre - half, centre + half);
  if (swings < FEWEST_SWINGS) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    id: 'oscillation',
    severity: 'hint',
    title: 'The losses oscillate',
    message:
      `The generator's loss went up and down ${Math.floor(swings)} times in ${STEPS} steps, ` +
      `between ${rounded(low)} and ${rounded(high)}.`,
    tries: [
      {
        label: 'Halve both learning rates',
        changes: {
          learningRateG: Number((config.learningRateG / 2).toPrecision(2)),
          learningRateD: Number((config.learningRateD / 2).toPrecision(2)),
        },
        live: true,
      },
      tryRate('learningRateG', config.learningRateG / 4),
    ],
  };
};
