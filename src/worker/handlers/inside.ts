// Requests that look into the networks of the open run. Everything is computed between two steps, and nothing changes. What
// looks is fetched with the first of them.
import { InvalidValueError } from '../../core/errors';
import type { LoadedDataset } from '../../datasets/define';
import { StepInputs } from '../../training/stepInputs';
import type { Trainer } from '../../training/trainer';
import { requireGan, type WorkerContext } from '../context';
import type { HandlersOf } from '../handler';
import { requireImages } from './measures';

const MOST_JUDGED = 1024;

/** The open run, whose discriminator is there. @throws InvalidValueError for a generator from a file */
function requirePair(context: WorkerContext): { trainer: Trainer; dataset: LoadedDataset; step: number } {
  const { session, dataset } = requireGan(context);
  const { trainer, step } = session;
  if (trainer.hasDiscriminator) return { trainer, dataset, step };
  throw new InvalidValueError(
    `${session.identity.name} came from a file and has no discriminator.`,
    'Open a run that was trained here.',
  );
}

/** @throws InvalidValueError for a class that the run does not have */
function checkClass({ classes }: Trainer, imageClass: number): void {
  const known = classes?.count ?? 1;
  if (Number.isInteger(imageClass) && imageClass >= 0 && imageClass < known) return;
  throw new InvalidValueError(
    `Class ${imageClass} was asked for; this run has ${known}.`,
    `Ask for a whole number from 0 to ${known - 1}.`,
  );
}

export const insideHandlers: HandlersOf<'inside'> = {
  async 'inside/layer'({ network, layer, input, channel }, context) {
    const { trainer } = network === 'generator' ? requireGan(context).session : requirePair(context);
    checkClass(trainer, input.imageClass);
    const { lookAtLayer } = await import('../../training/inside/layerMaps');
    return lookAtLayer(trainer, network, layer, input, channel);
  },

  async 'inside/flow'(_, context) {
    const { trainer, dataset, step } = requirePair(context);
    requireImages(dataset);
    const inputs = new StepInputs(trainer.config, dataset, trainer.classes, trainer.latentSize);
    inputs.step = step + 1;
    const { gradientFlow } = await import('../../training/inside/gradientFlow');
    return gradientFlow(trainer, inputs);
  },

  async 'inside/weights'(_, context) {
    const { session } = requireGan(context);
    const { generator, discriminator } = session.trainer;
    const { step } = session;
    const { weightSpreads } = await import('../../training/inside/weightSpread');
    return {
      step,
      layers: {
        generator: await weightSpreads(generator),
        discriminator: await weightSpreads(discriminator),
      },
    };
  },

  async 'inside/confidence'({ count }, context) {
    const { trainer, dataset } = requirePair(context);
    requireImages(dataset);
    if (!Number.isInteger(count) || count < 1 || count > MOST_JUDGED) {
      throw new InvalidValueError(
        `Verdicts on ${count} images were asked for.`,
        `Ask for 1 to ${MOST_JUDGED}.`,
      );
    }
    const { confidence } = await import('../../training/inside/verdicts');
    return confidence(trainer, dataset, count);
  },

  async 'inside/saliency'({ picture, imageClass }, context) {
    const { trainer } = requirePair(context);
    checkClass(trainer, imageClass);
    const { saliency } = await import('../../training/inside/verdicts');
    return saliency(trainer, picture, imageClass);
  },
};
