// The numbers have left their range (NaN, infinity), or are about to.
import { TrainingDivergedError } from '../reports';
import { rounded, type HealthCheck } from './define';

/** Weights beyond this size come just before the numbers end. */
const HUGE = 1e4;

export const notFinite: HealthCheck = ({ config, measures, failure }) => {
  const last = measures.at(-1);
  const huge = Math.max(last?.generator.weights ?? 0, last?.discriminator.weights ?? 0);
  const diverged = failure instanceof TrainingDivergedError;
  if (!diverged && !(huge > HUGE)) return null;
  return {
    id: 'not-finite',
    severity: 'alarm',
    title: diverged ? 'The losses are no numbers any more' : 'The weights grow without bound',
    message: diverged
      ? `${failure.message} Learning rates that are too high do that; the run stands at its last save.`
      : `The weights of a network have the size ${rounded(huge)}; soon the losses will be no numbers any more.`,
    tries: [
      {
        label: 'Divide both learning rates by ten',
        changes: {
          learningRateG: Number((config.learningRateG / 10).toPrecision(2)),
          learningRateD: Number((config.learningRateD / 10).toPrecision(2)),
        },
        live: true,
      },
    ],
  };
};
