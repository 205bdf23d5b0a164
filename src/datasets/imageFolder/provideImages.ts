// Takes the pictures that a person gave, from files to what is kept on the device, and says what became of each.
import type { ProvidedFiles } from '../../protocol';
import type { LoadContext, ProvidedPaths } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError } from '../errors';
import { classesOf, heldBackOf, MOST_CLASSES, type Classes } from './classes';
import type { ImageFormat } from './decode';
import { decodeSet, withRoom } from './decodeSet';
import { gatherImages } from './gather';
import { keepSet, nextGeneration } from './imageStore';
import { listLeftOut, nameSome, sayAnimated, sayGrey, sayOthersLeftOut } from './words';

function describeClasses({ classNames, folders }: Classes): string {
  if (classNames) return ` in ${classNames.length} classes (${nameSome(classNames)})`;
  return folders > MOST_CLASSES
    ? ` in ${folders} folders, without classes (at most ${MOST_CLASSES} folders make classes),`
    : '';
}

/**
 * Reads, decodes and keeps them.
 * @param used at most by a run whose settings do not say how many
 * @throws DatasetFileError when none of them is a picture that can be read
 */
export async function provideImages(
  given: ProvidedPaths,
  { signal, progress }: LoadContext,
  store: DeviceStore,
  format: ImageFormat,
  used: number,
): Promise<ProvidedFiles> {
  const gathered = await gatherImages(given, signal, progress);
  const { taken, others } = await withRoom(gathered.images, format, store);
  const generation = await nextGeneration(store);
  const place = { store, generation, originals: true };
  const { entries: good, parts, ...decoded } = await decodeSet(taken, format, place, { signal, progress });
  const broken = [...gathered.broken, ...decoded.broken];
  const leftOut = [
    ...others.map(({ path }) => ({ path, reason: 'does not fit in memory at this size' })),
    ...gathered.leftOut,
  ];
  if (good.length === 0) {
    throw new DatasetFileError(
      broken.length === 0
        ? leftOut.length === 1
          ? `The file is no picture: ${listLeftOut(leftOut)}.`
          : `None of the ${leftOut.length} files is a picture: ${listLeftOut(leftOut)}.`
        : broken.length === 1
          ? `The image could not be read: ${listLeftOut(broken)}.`
          : `None of the ${broken.length} images could be read: ${listLeftOut(broken)}.`,
      'Give a folder or a zip of PNG, JPEG, WebP, GIF, BMP or AVIF images.',
    );
  }
  progress('Keeping the images on this device', null);
  const kept = await keepSet(store, { generation, entries: good }, parts);
  const paths = good.map(({ path }) => path);
  const classes = describeClasses(classesOf(paths));
  const heldBack = heldBackOf(paths).length;
  const message = [
    good.length === 1
      ? `1 image is ready at ${format.side} x ${format.side} pixels.`
      : `${good.length} images${classes} are ready at ${format.side} x ${format.side} pixels.`,
    ...(good.length > used ? [`${used} of them take part unless Images used says more.`] : []),
    ...(decoded.animated.length > 0 ? [sayAnimated(decoded.animated)] : []),
    ...(decoded.grey.length > 0 ? [sayGrey(decoded.grey, good.length)] : []),
    ...(heldBack > 0 && heldBack < good.length
      ? [`${heldBack} lie in folders of held-back images, with which a classifier is tested.`]
      : []),
    ...(broken.length > 0 ? [`${broken.length} could not be read: ${listLeftOut(broken)}.`] : []),
    ...sayOthersLeftOut(leftOut),
    ...(kept.where === 'session' ? [`They are kept until the page is closed only: ${kept.reason}.`] : []),
  ].join(' ');
  return { message, leftOut: [...broken, ...leftOut] };
}
