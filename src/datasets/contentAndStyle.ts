// A person's own content and style picture, kept on this device beside “My images”. Which is which is style/placing.ts.
import {
  defineDataset,
  type DatasetDefinition,
  type LoadContext,
  type LoadedDataset,
  type ProvidedPaths,
} from './define';
import { deviceStore, storeWithin, type DeviceStore } from './deviceStore';
import { DatasetFileError, DatasetUnavailableError } from './errors';
import { decodeImages } from './imageFolder/decode';
import { gatherImages } from './imageFolder/gather';
import { IMAGE_ENDINGS } from './imageFolder/imageNames';
import { keepImages, readKeptImages, readOriginals } from './imageFolder/imageStore';
import { keptPixels } from './imageFolder/keptPixels';
import { listLeftOut, sayAnimated, sayLeftOut } from './imageFolder/words';
import { onePictureEach } from './style/onePictureEach';
import { STYLE_SIDE, styleShape } from './style/params';
import { keptRole, placePictures, STYLE_ROLES, type StyleRole } from './style/placing';
import type { ProvidedFiles } from '../protocol';

/** Pictures of before, by their role. */
async function keptOriginals(store: DeviceStore) {
  const set = await readKeptImages(store);
  const originals = set ? await readOriginals(store, set).catch(() => []) : [];
  return originals.flatMap(({ path, file }) => {
    const role = keptRole(path);
    return role ? [{ role, image: { path, file } }] : [];
  });
}

async function provide(
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

async function load(context: LoadContext, store: DeviceStore): Promise<LoadedDataset> {
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

/** Makes the definition; only tests give a store of their own. */
export const contentAndStyleDataset = (store: () => DeviceStore = deviceStore): DatasetDefinition => {
  const id = 'content-and-style';
  const own = (): DeviceStore => storeWithin(store(), `${id}/`);
  return defineDataset({
    id,
    label: 'My content and style',
    help: 'Two pictures of yours: one whose things are kept, and one whose colours and strokes they get; nothing leaves this device.',
    source: 'Your files',
    licence: 'Yours',
    shape: [128, 128, 3],
    classes: 2,
    pairs: 'unaligned',
    origin: 'files',
    accepts: IMAGE_ENDINGS,
    slots: [
      { folder: 'content', label: 'Choose the content picture' },
      { folder: 'style', label: 'Choose the style picture' },
    ],
    params: [STYLE_SIDE],
    shapeOf: styleShape,
    load: (context) => load(context, own()),
    provide: (given, context) => provide(given, context, own()),
  });
};

export const contentAndStyle = contentAndStyleDataset();
