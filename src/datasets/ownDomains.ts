// A person's own pictures of two kinds, or in pairs: folders or zips, kept on this device beside “My images”. How they are taken
// and read is in pairs/.
import { defineDataset, type DatasetDefinition } from './define';
import { deviceStore, storeWithin, type DeviceStore } from './deviceStore';
import { IMAGE_ENDINGS } from './imageFolder/imageNames';
import { loadOwn } from './pairs/loadOwn';
import { OWN_PARAMS, ownFormat, PAIRING, pairForm, type FormOf } from './pairs/ownForm';
import { provideOwn } from './pairs/provideOwn';

interface OwnFacts extends Pick<DatasetDefinition, 'id' | 'label' | 'help' | 'pairs' | 'params'> {
  readonly form: FormOf;
}

const ownDataset = ({ form, ...facts }: OwnFacts, store: () => DeviceStore): DatasetDefinition => {
  const own = (): DeviceStore => storeWithin(store(), `${facts.id}/`);
  return defineDataset({
    ...facts,
    source: 'Your files',
    licence: 'Yours',
    shape: [64, 64, 3],
    classes: 2,
    origin: 'files',
    accepts: IMAGE_ENDINGS,
    shapeOf(params) {
      const { side, channels } = ownFormat(params);
      return [side, side, channels];
    },
    load: (context) => loadOwn(context, own(), false, form),
    loadTest: (context) => loadOwn(context, own(), true, form),
    provide: (given, context) => provideOwn(given, context, own(), form),
  });
};

/** Makes the definition; only tests give a store of their own. */
export const imageDomainsDataset = (store: () => DeviceStore = deviceStore): DatasetDefinition =>
  ownDataset(
    {
      id: 'image-domains',
      label: 'My two kinds of pictures',
      help: 'Your own pictures of two kinds, such as apples and oranges: two folders, two zips, or a zip with trainA and trainB.',
      pairs: 'unaligned',
      params: OWN_PARAMS,
      form: () => 'domains',
    },
    store,
  );

/** Makes the definition; only tests give a store of their own. */
export const imagePairsDataset = (store: () => DeviceStore = deviceStore): DatasetDefinition =>
  ownDataset(
    {
      id: 'image-pairs',
      label: 'My pairs of pictures',
      help: 'Your own pairs, a picture and what shall become of it: halves of one picture, or equal names in two folders.',
      pairs: 'aligned',
      params: [...OWN_PARAMS, PAIRING],
      form: pairForm,
    },
    store,
  );

export const imageDomains = imageDomainsDataset();
export const imagePairs = imagePairsDataset();
