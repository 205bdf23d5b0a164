// A person's own pictures of two kinds, or in pairs: folders or zips, kept on this device beside “My images”. How they are taken
// and read is in pairs/, fetched when it is asked for.
import { defineDataset, type DatasetDefinition, type LoadContext, type LoadedDataset } from './define';
import { deviceStore, storeWithin, type DeviceStore } from './deviceStore';
import { IMAGE_ENDINGS } from './imageFolder/imageNames';
import { OWN_PARAMS, ownFormat, PAIRING } from './pairs/ownParams';

type OwnFacts = Pick<DatasetDefinition, 'id' | 'label' | 'help' | 'pairs' | 'params'>;

const ownDataset = (facts: OwnFacts, store: () => DeviceStore): DatasetDefinition => {
  const own = (): DeviceStore => storeWithin(store(), `${facts.id}/`);
  const form = async () => {
    const { domainForm, pairForm } = await import('./pairs/ownForm');
    return facts.pairs === 'aligned' ? pairForm : domainForm;
  };
  const load = async (context: LoadContext, test: boolean): Promise<LoadedDataset> => {
    const { loadOwn } = await import('./pairs/loadOwn');
    return loadOwn(context, own(), test, await form());
  };
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
    load: (context) => load(context, false),
    loadTest: (context) => load(context, true),
    async provide(given, context) {
      const { provideOwn } = await import('./pairs/provideOwn');
      return provideOwn(given, context, own(), await form());
    },
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
    },
    store,
  );

export const imageDomains = imageDomainsDataset();
export const imagePairs = imagePairsDataset();
