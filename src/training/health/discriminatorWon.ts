// The discriminator has won: it tells every image right, and the generator learns nothing from it any more.
import { discriminatorAccuracy } from '../../core/history';
import type { HealthTry } from '../../core/measures';
import { lastSteps, meanOf, rounded, tryLoss, tryRate, type HealthCheck, type HealthInput } from './define';

const STEPS = 200;
const CERTAIN = 0.98;
/** Losses whose critic is meant to be far ahead. */
const CRITICS: readonly string[] = ['wgan-gp', 'wgan-clipping'];

function tries({ config }: HealthInput): HealthTry[] {
  const fewer: HealthTry[] =
    config.dSteps > 1
      ? [{ label: 'Update the discriminator once per step', changes: { dSteps: 1 }, live: true }]
      : [];
  return [
    ...fewer,
    tryRate('learningRateD', config.learningRateD / 4),
    ...tryLoss(config, 'least-squares', 'least squares'),
  ];
}

export const discriminatorWon: HealthCheck = (input) => {
  const { config, history, measures } = input;
  const points = lastSteps(history, STEPS);
  if (!points || CRITICS.includes(config.loss)) return null;
  const right = meanOf(points, discriminatorAccuracy);
  if (!(right >= CERTAIN)) return null; // also where the task reports no accuracy
  const gradient = measures.at(-1)?.generator.gradient;
  const learns =
    gradient === undefined ? '' : ` and the size of the generator's gradient is ${rounded(gradient)}`;
  return {
    id: 'discriminator-won',
    severity: 'alarm',
    title: 'The discriminator has won',
    message: `Its accuracy has been ${Math.round(100 * right)} % for ${STEPS} steps${learns}.`,
    tries: tries(input),
  };
};
