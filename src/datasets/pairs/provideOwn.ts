// Takes a person's pictures of two kinds, or in pairs: from folders or zips to what is kept on the device.
import type { ProvidedFiles } from '../../protocol';
import type { LoadContext, ProvidedPaths } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError } from '../errors';
import { decodeImages, type ImageFormat } from '../imageFolder/decode';
import { gatherImages } from '../imageFolder/gather';
import { keepImages } from '../imageFolder/imageStore';
import { spreadOver } from '../imageFolder/spread';
import { listLeftOut, sayAnimated, sayGrey, sayLeftOut } from '../imageFolder/words';
import { placeAs, type FormOf } from './ownForm';
import { ownFormat } from './ownParams';

/** All pixels of a set lie in memory at once. */
const MOST_BYTES = 1_000_000_000;

/** Pictures of several zips lie in folders named after the zips. */
async function gatherDomains(
  { files, unopened }: ProvidedPaths,
  signal: AbortSignal,
  progress: LoadContext['progress'],
): ReturnType<typeof gatherImages> {
  const zips = files.filter(({ name }) => /\.zip$/i.test(name));
  if (zips.length < 2) return gatherImages({ files, unopened }, signal, progress);
  const others = files.filter((file) => !zips.includes(file));
  const parts = [await gatherImages({ files: others, unopened }, signal, progress)];
  for (const zip of zips) {
    const { images, ...rest } = await gatherImages({ files: [zip], unopened: [] }, signal, progress);
    const folder = zip.name.replace(/^.*\//, '').replace(/\.zip$/i, '');
    const named = images.map((image) => ({ ...image, path: `${folder}/${image.path}` }));
    parts.push({ images: named, ...rest });
  }
  return {
    images: parts.flatMap(({ images }) => images),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
    broken: parts.flatMap(({ broken }) => broken),
  };
}

/** As many as fit the memory, spread evenly over all of them. */
const fitting = <T>(images: readonly T[], { side, channels }: ImageFormat) =>
  spreadOver(images, Math.floor(MOST_BYTES / (side * side * channels)));

/**
 * Takes a person's pictures and keeps them on the device.
 * @throws DatasetFileError when they do not have the form
 */
export async function provideOwn(
  given: ProvidedPaths,
  { params, signal, progress }: LoadContext,
  store: DeviceStore,
  form: FormOf,
): Promise<ProvidedFiles> {
  const gathered = await gatherDomains(given, signal, progress);
  if (gathered.images.length === 0) {
    throw new DatasetFileError(
      `None of the ${gathered.leftOut.length} files is a picture: ${listLeftOut(gathered.leftOut)}.`,
      'Give folders or zips of PNG, JPEG, WebP, GIF, BMP or AVIF images.',
    );
  }
  const format = ownFormat(params);
  const wanted = form(params, gathered.images);
  const placing = placeAs(gathered.images, wanted);
  const { taken, others } = fitting(
    placing.placed.map(({ image }) => image),
    format,
  );
  const half = wanted === 'halves' ? { half: 'left' as const } : {};
  const { good, broken, pixels, animated, grey } = await decodeImages(
    taken,
    { ...format, ...half },
    signal,
    progress,
  );
  // Says what is wrong where so many pictures are broken that no two kinds are left.
  const last = placeAs(good, wanted);
  progress('Keeping the images on this device', null);
  const kept = await keepImages(store, good, { ...format, ...half }, pixels);
  const leftOut = [
    ...gathered.broken,
    ...broken,
    ...placing.leftOut,
    // Of a pair that lost its other picture to damage.
    ...last.leftOut,
    ...others.map(({ path }) => ({ path, reason: 'does not fit in memory at this size' })),
    ...gathered.leftOut,
  ];
  const counts = last.names.map((name) => last.placed.filter(({ domain }) => domain === name).length);
  const message = [
    wanted === 'halves'
      ? `${counts[0]} pairs are ready, the left and right halves of ${counts[0]} pictures.`
      : `${counts[0]} pictures of ${last.names[0]} and ${counts[1]} of ${last.names[1]} are ready.`,
    ...(animated.length > 0 ? [sayAnimated(animated)] : []),
    ...(grey.length > 0 ? [sayGrey(grey, good.length)] : []),
    ...sayLeftOut(leftOut),
    ...(kept.where === 'session' ? [`They are kept until the page is closed only: ${kept.reason}.`] : []),
  ].join(' ');
  return { message, leftOut };
}
