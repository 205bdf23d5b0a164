// Takes and reads a person's own content and style picture. Which is which is placing.ts.
import type { ProvidedFiles } from '../../protocol';
import type { LoadContext, LoadedDataset, ProvidedPaths } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError, DatasetUnavailableError } from '../errors';
import { decodeImages } from '../imageFolder/decode';
import { gatherImages } from '../imageFolder/gather';
import { keepImages, readKeptImages, readOriginals } from '../imageFolder/imageStore';
import { keptPixels } from '../imageFolder/keptPixels';
import { listLeftOut, sayAnimated, sayLeftOut } from '../imageFolder/words';
import { onePictureEach } from './onePictureEach';
import { styleShape } from './params';
import { keptRole, placePictures, STYLE_ROLES, type StyleRole } from './placing';

/** Pictures of before, by their role. */
async function keptOriginals(store: DeviceStore) {
  const set = await readKeptImages(store);
  const originals = set ? await readOriginals(store, set).catch(() => []) : [];
  return originals.flatMap(({ path, file }) => {
    const role = keptRole(path);
    return role ? [{ role, image: { path, file } }] : [];
  });
}

/**
 * Keeps the content, the style, or both, beside what was kept before.
 * @throws DatasetFileError when none of them is a picture that can be read
 */
export async function provideOwnPictures(
  given: ProvidedPaths,
  { params, signal, progress }: LoadContext,
  store: DeviceStore,
): Promise<ProvidedFiles> {
  const gathered = await gatherImages(given, signal, progress);
  const before = await keptOriginals(store);
  const { placed, leftOut } = placePictures(
    gathered.images,
    before.map(({ role }) => role),
  );
  const roleOf = new Map<string, StyleRole>(placed.map(({ role, image }) => [image.path, role]));
  const [side] = styleShape(params);
  const format = { side, channels: 3 } as const;
  const added = await decodeImages(
    placed.map(({ image }) => image),
    format,
    signal,
    progress,
  );
  const fresh = added.good.flatMap(({ path, file }) => {
    const role = roleOf.get(path);
    return role ? [{ role, image: { path: `${role}/${path.split('/').at(-1) ?? ''}`, file } }] : [];
  });
  const others = [...gathered.broken, ...added.broken];
  if (fresh.length === 0) {
    const which = listLeftOut([...others, ...gathered.leftOut]);
    throw new DatasetFileError(
      `There is no picture among the files: ${which}.`,
      'Give two pictures as PNG, JPEG, WebP, GIF, BMP or AVIF: one for the content, one for the style.',
    );
  }
  const chosen = STYLE_ROLES.flatMap((role) => {
    const found = [...fresh, ...before].find((one) => one.role === role);
    return found ? [found] : [];
  });
  const images = chosen.map(({ image }) => image);
  const decoded = await decodeImages(
    images.map(({ path, file }) => ({ path, open: () => Promise.resolve({ file }) })),
    format,
    signal,
    progress,
  );
  const kept = await keepImages(store, decoded.good, format, decoded.pixels);
  const missing = STYLE_ROLES.filter((role) => !decoded.good.some(({ path }) => keptRole(path) === role));
  const all = [...others, ...leftOut, ...gathered.leftOut];
  const message = [
    ...decoded.good.map(({ path }) => `${path.split('/').at(-1)} is the ${keptRole(path)}.`),
    ...(added.animated.length > 0 ? [sayAnimated(added.animated)] : []),
    ...missing.map((role) => `The ${role} picture is still to be given.`),
    ...sayLeftOut(all),
    ...(kept.where === 'session' ? [`They are kept until the page is closed only: ${kept.reason}.`] : []),
  ].join(' ');
  return { message, leftOut: all };
}

/** Both pictures. @throws DatasetUnavailableError while one is missing */
export async function loadOwnPictures(context: LoadContext, store: DeviceStore): Promise<LoadedDataset> {
  const set = await readKeptImages(store);
  const place = (role: StyleRole): number =>
    set ? set.entries.findIndex(({ path }) => keptRole(path) === role) : -1;
  const missing = STYLE_ROLES.filter((role) => place(role) < 0);
  if (!set || missing.length > 0) {
    throw new DatasetUnavailableError(
      `There is no ${missing.join(' and no ')} picture of yours on this device yet.`,
      'Choose or drop two pictures, one for the content and one for the style; or choose the ready pair.',
    );
  }
  const [side] = styleShape(context.params);
  const pixels = await keptPixels(set, { side, channels: 3 }, context, store);
  const volume = 3 * side * side;
  const of = (role: StyleRole): Uint8Array => {
    const picture = new Uint8Array(volume);
    pixels.copy(place(role) * volume, volume, picture, 0);
    return picture;
  };
  return onePictureEach(of('content'), of('style'), side);
}
