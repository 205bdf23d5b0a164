// The person's own images: a folder, single files or a zip of pictures, kept on this device. Reading files, decoding and
// keeping are in imageFolder/, fetched when they are asked for.
import type { ParamSpec, ParamValues } from '../core/paramSpec';
import { defineDataset, type DatasetDefinition } from './define';
import { deviceStore, storeWithin, type DeviceStore } from './deviceStore';
import type { ImageFormat } from './imageFolder/decode';
import { IMAGE_ENDINGS } from './imageFolder/imageNames';
import { COLOUR, MOST_IMAGES } from './imageFolder/params';
import { MOST_IN_MEMORY } from './pixels';

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
    max: MOST_IMAGES,
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
    async load(context) {
      const { loadImages } = await import('./imageFolder/loadImages');
      return loadImages(context, store(), formatOf(context.params));
    },
    async provide(given, context) {
      const { provideImages } = await import('./imageFolder/provideImages');
      return provideImages(given, context, store(), formatOf(context.params), USED_BY_DEFAULT);
    },
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
