// Requests about the noise that pictures are drawn from. What takes many passes happens while the run waits, so that all of
// them see the same networks; nothing of the run changes.
import { InvalidValueError } from '../../core/errors';
import type { NearestOptions } from '../../protocol';
import { axisLatents } from '../../training/streams';
import type { Trainer } from '../../training/trainer';
import { nextTask } from '../../training/yielding';
import { checkCount } from '../checkCount';
import { requireGan, type OpenGan, type WorkerContext } from '../context';
import type { HandlersOf } from '../handler';
import { keptBackPictures, MOST_KEPT_BACK } from '../keptBack';

/** Pictures that directions are found from: of large ones fewer, so that it takes a second or two. */
const AXIS_PICTURES = { least: 128, most: 1024, products: 2 ** 29 } as const;
const AT_ONCE = 64;

/** @throws InvalidValueError naming the option that cannot be followed */
function checkOptions(
  { starts, steps, learningRate, features, seed }: NearestOptions,
  { hasDiscriminator }: Trainer,
): void {
  checkCount(starts, 1, 16, 'starts');
  checkCount(steps, 1, 1000, 'steps');
  checkCount(seed, 0, 0xffffffff, 'as seed');
  if (!(learningRate > 0 && learningRate <= 10))
    throw new InvalidValueError(
      `A learning rate of ${learningRate} was asked for.`,
      'Ask for more than 0, up to 10.',
    );
  if (!(features >= 0 && features <= 1))
    throw new InvalidValueError(`A share of ${features} for features was asked for.`, 'Ask for 0 to 1.');
  if (features > 0 && !hasDiscriminator)
    throw new InvalidValueError(
      'This generator came from a file and has no discriminator whose features could be compared.',
      'Compare pixels alone: ask for a share of 0.',
    );
}

/** Lets the run wait for `work`. */
async function whileWaiting<T>(context: WorkerContext, work: (run: OpenGan) => Promise<T>): Promise<T> {
  const run = requireGan(context);
  const wasPlaying = run.session.isPlaying;
  await run.session.pause();
  try {
    return await work(run);
  } finally {
    if (wasPlaying) run.session.play();
  }
}

export const latentHandlers: HandlersOf<'latent'> = {
  'latent/find'({ picture, options, search }, context, { signal, progress }) {
    return whileWaiting(context, async ({ session: { trainer } }) => {
      checkOptions(options, trainer);
      const { checkPictures } = await import('../../training/inside/layerMaps');
      const { findNearest } = await import('../../training/inside/nearestPictures');
      checkPictures(trainer, picture, 1);
      return findNearest(trainer, picture, options, {
        signal,
        progress: (fraction) => progress('Looking for the nearest latent', fraction),
        moment: (moment) => context.emit({ kind: 'latent/moment', search, moment }),
      });
    });
  },

  'latent/usual'({ count, options }, context, call) {
    return whileWaiting(context, async (run) => {
      const { trainer } = run.session;
      checkOptions(options, trainer);
      checkCount(count, 1, MOST_KEPT_BACK, 'pictures');
      const { images, keptBack } = await keptBackPictures(run, count, call);
      const { scorePictures } = await import('../../training/inside/nearestPictures');
      const scores = await scorePictures(trainer, images, options, {
        signal: call.signal,
        progress: (fraction) =>
          call.progress(`Looking for the latents of ${images.count} real pictures`, fraction),
      });
      return { scores: scores.sort(), keptBack };
    });
  },

  'latent/axes'({ count, imageClass }, context) {
    return whileWaiting(context, async ({ session: { trainer } }) => {
      const { latentSize, imageShape } = trainer;
      checkCount(count, 1, latentSize, 'directions');
      checkCount(imageClass, 0, (trainer.classes?.count ?? 1) - 1, 'as class');
      const volume = imageShape.reduce((product, side) => product * side, 1);
      const { least, most, products } = AXIS_PICTURES;
      const affordable = Math.floor(products / (latentSize * volume) / AT_ONCE) * AT_ONCE;
      const drawn = Math.max(least, Math.min(most, affordable));
      const latents = axisLatents(trainer.config.seed, drawn, latentSize);
      const pictures = new Float32Array(drawn * volume);
      for (let start = 0; start < drawn; start += AT_ONCE) {
        const own = latents.subarray(start * latentSize, (start + AT_ONCE) * latentSize);
        const images = trainer.generate(own, new Uint8Array(AT_ONCE).fill(imageClass));
        pictures.set(await images.data(), start * volume);
        images.dispose();
        await nextTask();
      }
      const { latentAxes } = await import('../../training/inside/latentAxes');
      return latentAxes(latents, pictures, latentSize, count);
    });
  },
};
