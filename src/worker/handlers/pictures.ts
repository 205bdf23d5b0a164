// Requests about pictures that a person gives to a network, decoded as those of data sets are; nothing of them is kept. What
// reads and judges them is fetched with the first.
import { AbortedError, InvalidValueError } from '../../core/errors';
import { DatasetFileError } from '../../datasets/errors';
import { checkCount } from '../checkCount';
import { requireGan } from '../context';
import type { HandlersOf } from '../handler';
import { keptBackPictures, MOST_KEPT_BACK } from '../keptBack';

/** Of more, the first ones are taken; a network is tried out on them, no data set is made. */
const MOST_PICTURES = 64;

export const pictureHandlers: HandlersOf<'pictures'> = {
  async 'pictures/read'({ files, unopened, shape: [height, width, channels] }, _, call) {
    const { signal, progress } = call;
    if (channels !== 1 && channels !== 3)
      throw new InvalidValueError(
        `Pictures have 1 or 3 channels, not ${channels}.`,
        'Ask for grey or colour.',
      );
    const { gatherImages } = await import('../../datasets/imageFolder/gather');
    const { decodeImages } = await import('../../datasets/imageFolder/decode');
    const { listLeftOut, sayAnimated } = await import('../../datasets/imageFolder/words');
    const gathered = await gatherImages({ files, unopened }, signal, progress);
    const taken = gathered.images.slice(0, MOST_PICTURES);
    const decoded = await decodeImages(taken, { height, width, channels }, signal, progress);
    if (signal.aborted) throw new AbortedError('Reading the pictures');
    const { good, animated, pixels } = decoded;
    const leftOut = [...gathered.broken, ...decoded.broken, ...gathered.leftOut];
    if (good.length === 0) {
      throw new DatasetFileError(
        leftOut.length > 0
          ? `None of the files is a picture that can be read: ${listLeftOut(leftOut)}.`
          : 'No file was given.',
        'Give PNG, JPEG, WebP, GIF, BMP or AVIF pictures.',
      );
    }
    call.transfer(pixels.buffer);
    const more = gathered.images.length - taken.length;
    return {
      images: { count: good.length, height, width, channels, pixels },
      names: good.map(({ path }) => path),
      leftOut,
      notes: [
        ...(animated.length > 0 ? [sayAnimated(animated)] : []),
        ...(more > 0 ? [`The first ${MOST_PICTURES} were taken, ${more} were not.`] : []),
      ],
    };
  },

  async 'pictures/judge'({ images }, context) {
    const { session, dataset, measurer } = requireGan(context);
    checkCount(images.count, 1, MOST_PICTURES, 'pictures');
    const { checkPictures } = await import('../../training/inside/layerMaps');
    const { judgePictures } = await import('../../training/inside/pictureVerdicts');
    checkPictures(session.trainer, images, images.count);
    return judgePictures(session.trainer, dataset, await measurer.evaluator(), images);
  },

  async 'pictures/keptBack'({ count }, context, call) {
    checkCount(count, 1, MOST_KEPT_BACK, 'pictures');
    return keptBackPictures(requireGan(context), count, call);
  },
};
