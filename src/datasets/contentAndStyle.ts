// A person's own content and style picture, kept on this device beside “My images”. How they are taken and read is
// style/ownPictures.ts, fetched when it is asked for.
import { defineDataset, type DatasetDefinition } from './define';
import { deviceStore, storeWithin, type DeviceStore } from './deviceStore';
import { IMAGE_ENDINGS } from './imageFolder/imageNames';
import { STYLE_SIDE, styleShape } from './style/params';

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
    load: async (context) => (await import('./style/ownPictures')).loadOwnPictures(context, own()),
    async provide(given, context) {
      const { provideOwnPictures } = await import('./style/ownPictures');
      return provideOwnPictures(given, context, own());
    },
  });
};

export const contentAndStyle = contentAndStyleDataset();
