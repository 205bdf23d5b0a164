// The person's own images: a folder, single files or a zip of pictures, kept on this device. Reading files, decoding and
// keeping are in imageFolder/.
import { numberParam, type ParamSpec, type ParamValues } from '../core/paramSpec';
import { arrayDataset } from './arrayDataset';
import {
  defineDataset,
  type DatasetDefinition,
  type LoadContext,
  type LoadedDataset,
  type ProvidedPaths,
} from './define';
import { deviceStore, storeWithin, type DeviceStore } from './deviceStore';
import { DatasetFileError, DatasetUnavailableError } from './errors';
import type { ImageFormat } from './imageFolder/decode';
import { decodeSet, withRoom } from './imageFolder/decodeSet';
import { classesOf, heldBackOf, MOST_CLASSES, type Classes } from './imageFolder/classes';
import { gatherImages, GATHER_LIMITS } from './imageFolder/gather';
import { IMAGE_ENDINGS } from './imageFolder/imageNames';
import { keepSet, nextGeneration, readKeptImages } from './imageFolder/imageStore';
import { MOST_IN_MEMORY } from './pixels';
import { keptPixels } from './imageFolder/keptPixels';
import { COLOUR } from './imageFolder/params';
import { listLeftOut, nameSome, sayAnimated, sayGrey, sayOthersLeftOut } from './imageFolder/words';
import type { ProvidedFiles } from '../protocol';

const SIDES = ['16', '28', '32', '48', '64', '96', '128'];
/** Links that say nothing mean this many. */
const USED_BY_DEFAULT = 20_000;

const PARAMS: readonly ParamSpec[] = [
  {
    id: 'side',
    kind: 'choice',
    label: 'Image side',
    default: '32',
    choices: SIDES.map((side) => ({ value: side, label: `${side} x ${side} pixels` })),
    help: 'Your images are cropped to their middle square and resized to this; twice the side takes four times as long.',
  },
  COLOUR,
  {
    id: 'size',
    kind: 'integer',
    label: 'Images used',
    min: 1,
    max: GATHER_LIMITS.images,
    default: USED_BY_DEFAULT,
    scale: 'log',
    unit: 'images',
    help: 'At most this many of your images take part, spread evenly over all of them.',
  },
];

const formatOf = (params: ParamValues): ImageFormat => ({
  side: Number(params.side),
  channels: params.channels === 'grey' ? 1 : 3,
});

function describeClasses({ classNames, folders }: Classes): string {
  if (classNames) return ` in ${classNames.length} classes (${nameSome(classNames)})`;
  return folders > MOST_CLASSES
    ? ` in ${folders} folders, without classes (at most ${MOST_CLASSES} folders make classes),`
    : '';
}

async function provideImages(
  given: ProvidedPaths,
  { params, signal, progress }: LoadContext,
  store: DeviceStore,
): Promise<ProvidedFiles> {
  const format = formatOf(params);
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
        ? `None of the ${leftOut.length} files is a picture: ${listLeftOut(leftOut)}.`
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
    ...(good.length > USED_BY_DEFAULT
      ? [`${USED_BY_DEFAULT} of them take part unless Images used says more.`]
      : []),
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

async function loadImages(context: LoadContext, store: DeviceStore): Promise<LoadedDataset> {
  const set = await readKeptImages(store);
  if (!set) {
    throw new DatasetUnavailableError(
      'There are no images of yours on this device yet.',
      'Choose a folder or a zip of images, or drop them on the page; or choose the synthetic digits.',
    );
  }
  const format = formatOf(context.params);
  const pixels = await keptPixels(set, format, context, store);
  const count = set.entries.length;
  const size = Math.min(count, numberParam(context.params, 'size'));
  const paths = set.entries.map(({ path }) => path);
  const { labels, classNames } = classesOf(paths);
  return arrayDataset({
    shape: [format.side, format.side, format.channels],
    pixels,
    labels,
    classNames,
    heldBack: heldBackOf(paths),
    chosen: Uint32Array.from({ length: size }, (_, i) => Math.floor((i * count) / size)),
  });
}

interface OwnImages {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly hidden?: boolean;
  /** Of pictures that were never asked for otherwise. */
  readonly side: string;
}

const ownImages = ({ side, ...facts }: OwnImages, store: () => DeviceStore): DatasetDefinition =>
  defineDataset({
    ...facts,
    source: 'Your files',
    licence: 'Yours',
    shape: [Number(side), Number(side), 3],
    origin: 'files',
    accepts: IMAGE_ENDINGS,
    params: PARAMS.map((spec) =>
      spec.id === 'side' && spec.kind === 'choice' ? { ...spec, default: side } : spec,
    ),
    mostHeld: MOST_IN_MEMORY,
    shapeOf(params) {
      const format = formatOf(params);
      return [format.side, format.side, format.channels];
    },
    load: (context) => loadImages(context, store()),
    provide: (given, context) => provideImages(given, context, store()),
  });

/** Makes the definition; only tests give a store of their own. */
export const imageFolderDataset = (store: () => DeviceStore = deviceStore): DatasetDefinition =>
  ownImages(
    {
      id: 'image-folder',
      label: 'My images',
      help: 'Your own pictures from a folder or a zip; sub-folders become classes, and nothing leaves this device.',
      side: '32',
    },
    store,
  );

export const imageFolder = imageFolderDataset();

/** Makes the definition; only tests give a store of their own. */
export const stylePicturesDataset = (store: () => DeviceStore = deviceStore): DatasetDefinition =>
  ownImages(
    {
      id: 'style-pictures',
      label: 'My style pictures',
      help: 'Pictures whose colours and strokes others get; nothing leaves this device.',
      hidden: true,
      side: '128',
    },
    () => storeWithin(store(), 'style-pictures/'),
  );

export const ownStyles = stylePicturesDataset();
