// The person's own images: a folder, single files or a zip of PNG, JPEG or WebP, kept on this device. Reading files,
// decoding and keeping are in imageFolder/.
import { numberParam, type ParamSpec, type ParamValues } from '../core/paramSpec';
import { arrayDataset } from './arrayDataset';
import { defineDataset, type DatasetDefinition, type LoadContext, type LoadedDataset } from './define';
import { deviceStore, type DeviceStore } from './deviceStore';
import { DatasetFileError, DatasetUnavailableError } from './errors';
import { decodeImages, type ImageFormat } from './imageFolder/decode';
import { classesOf, gatherImages } from './imageFolder/gather';
import {
  keepImages,
  keepPack,
  readKeptImages,
  readOriginals,
  readPack,
  type KeptImages,
} from './imageFolder/imageStore';
import type { NamedFile } from '../protocol';

const SIDES = ['16', '28', '32', '48', '64'];
const NAMED_AT_MOST = 5;

const PARAMS: readonly ParamSpec[] = [
  {
    id: 'side',
    kind: 'choice',
    label: 'Image side',
    default: '32',
    choices: SIDES.map((side) => ({ value: side, label: `${side} x ${side} pixels` })),
    help: 'Your images are cropped to their middle square and resized to this; twice the side takes four times as long.',
  },
  {
    id: 'channels',
    kind: 'choice',
    label: 'Colour',
    default: 'rgb',
    choices: [
      { value: 'rgb', label: 'Colour' },
      { value: 'grey', label: 'Grey' },
    ],
    help: 'Train in colour or in shades of grey; grey is simpler to learn. Transparent parts become white.',
  },
  {
    id: 'size',
    kind: 'integer',
    label: 'Images used',
    min: 1,
    max: 20_000,
    default: 20_000,
    scale: 'log',
    unit: 'images',
    help: 'At most this many of your images take part, spread evenly over all of them.',
  },
];

const formatOf = (params: ParamValues): ImageFormat => ({
  side: Number(params.side),
  channels: params.channels === 'grey' ? 1 : 3,
});

/** The first few names and how many more. */
function nameSome(names: readonly string[]): string {
  const more = names.length - NAMED_AT_MOST;
  return names.slice(0, NAMED_AT_MOST).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

async function provideImages(
  files: readonly NamedFile[],
  { params, signal, progress }: LoadContext,
  store: DeviceStore,
): Promise<string> {
  const format = formatOf(params);
  const gathered = await gatherImages(files, signal, progress);
  const decoded = await decodeImages(gathered.images, format, signal, progress);
  const broken = [...gathered.broken, ...decoded.broken];
  const { good, pixels } = decoded;
  if (good.length === 0) {
    throw new DatasetFileError(
      broken.length === 0
        ? `None of the ${files.length} files is a PNG, JPEG or WebP image.`
        : `None of the ${broken.length} images could be read: ${nameSome(broken)}.`,
      'Give a folder or a zip of PNG, JPEG or WebP images.',
    );
  }
  progress('Keeping the images on this device', null);
  const kept = await keepImages(store, good, format, pixels);
  const { classNames } = classesOf(good.map(({ path }) => path));
  const classes = classNames ? ` in ${classNames.length} classes (${nameSome(classNames)})` : '';
  return [
    `${good.length} images${classes} are ready at ${format.side} x ${format.side} pixels.`,
    ...(broken.length > 0 ? [`${broken.length} could not be read: ${nameSome(broken)}.`] : []),
    ...(gathered.leftOut > 0 ? [`${gathered.leftOut} other files were left out.`] : []),
    ...(kept.where === 'session' ? [`They are kept until the page is closed only: ${kept.reason}.`] : []),
  ].join(' ');
}

async function decodeKept(
  set: KeptImages,
  format: ImageFormat,
  { signal, progress }: LoadContext,
  store: DeviceStore,
): Promise<Uint8Array> {
  const originals = await readOriginals(store, set);
  const { pixels, broken } = await decodeImages(originals, format, signal, progress);
  if (broken.length > 0) {
    throw new DatasetFileError(
      `${broken.length} of your images are damaged on this device: ${nameSome(broken)}.`,
      'Give the folder or zip again.',
    );
  }
  const kept = await keepPack(store, set, format, pixels);
  if (kept.where === 'session') progress(`The resized images are not kept: ${kept.reason}`, null);
  return pixels;
}

async function loadImages(context: LoadContext, store: DeviceStore): Promise<LoadedDataset> {
  const set = await readKeptImages(store);
  if (!set) {
    throw new DatasetUnavailableError(
      'There are no images of yours on this device yet.',
      'Choose a folder or a zip of images, or drop them on the page; or choose the synthetic digits.',
    );
  }
  const format = formatOf(context.params);
  const pixels = (await readPack(store, set, format)) ?? (await decodeKept(set, format, context, store));
  const count = set.entries.length;
  const size = Math.min(count, numberParam(context.params, 'size'));
  return arrayDataset({
    shape: [format.side, format.side, format.channels],
    pixels,
    ...classesOf(set.entries.map(({ path }) => path)),
    chosen: Uint32Array.from({ length: size }, (_, i) => Math.floor((i * count) / size)),
  });
}

/** Makes the definition; only tests give a store of their own. */
export const imageFolderDataset = (store: () => DeviceStore = deviceStore): DatasetDefinition =>
  defineDataset({
    id: 'image-folder',
    label: 'My images',
    help: 'Your own pictures from a folder or a zip; sub-folders become classes, and nothing leaves this device.',
    source: 'Your files',
    licence: 'Yours',
    shape: [32, 32, 3],
    origin: 'files',
    accepts: ['.png', '.jpg', '.jpeg', '.webp', '.zip'],
    params: PARAMS,
    load: (context) => loadImages(context, store()),
    provide: (files, context) => provideImages(files, context, store()),
  });

export const imageFolder = imageFolderDataset();
