// `.keras`, the zip of Keras 3: architecture as config.json, weights as model.weights.h5 by folder and number.
import { readZip, type ZipEntry } from '../../archives/zipBytes';
import { choiceInText, INPUT_TEXT } from '../../exporters/inputText';
import { defineImporter, type GivenFile } from '../define';
import { DamagedModelError } from '../../readers/errors';
import { parseFields } from '../fields';
import { Hdf5File, isHdf5, type Hdf5Dataset } from '../hdf5/reader';
import { kerasNetwork } from './network';
import { kerasLayerList, versionOf, type LayersOfFile } from './topology';
import { describeLayer, readShaped, type WeightSource } from './weightSource';

const CONFIG = 'config.json';
const METADATA = 'metadata.json';
const WEIGHTS = 'model.weights.h5';

const entry = (entries: readonly ZipEntry[], name: string): ZipEntry | undefined =>
  entries.find((candidate) => candidate.name === name);

export const isKerasArchive = (entries: readonly ZipEntry[]): boolean =>
  entry(entries, CONFIG) !== undefined && entry(entries, WEIGHTS) !== undefined;

/** Versions of Keras 3 name the folders by class and number, or by the layers' names. */
function placedWeights(stored: readonly Hdf5Dataset[]): WeightSource {
  const byPath = new Map(stored.map((dataset) => [dataset.path, dataset]));
  return {
    take(layer, names, slot, shape) {
      const outer = layer.folder.slice(0, layer.folder.lastIndexOf('/'));
      const found =
        byPath.get(`${layer.folder}/vars/${slot}`) ?? byPath.get(`${outer}/${layer.name}/vars/${slot}`);
      if (found) return readShaped(found, layer, names[0], shape);
      throw new DamagedModelError(`the weight ${names[0]} of ${describeLayer(layer)} is missing`);
    },
  };
}

/** The layers of an archive, and where their weights are. @throws DamagedModelError, UnsupportedLayerError, OversizedModelError */
export function layersOfArchive(entries: readonly ZipEntry[]): LayersOfFile {
  const [config, weights] = [CONFIG, WEIGHTS].map((name) => {
    const found = entry(entries, name);
    if (!found) throw new DamagedModelError(`${name} is missing`);
    return found.read();
  });
  if (!isHdf5(weights)) throw new DamagedModelError(`${WEIGHTS} is no HDF5`);
  const layers = kerasLayerList(parseFields(config, CONFIG));
  return { layers, weights: placedWeights(new Hdf5File(weights).datasets()) };
}

export const kerasArchiveImporter = defineImporter({
  id: 'keras',
  label: 'Keras .keras',

  recognizes: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && isKerasArchive(readZip(bytes)),

  read({ bytes }: GivenFile) {
    const entries = readZip(bytes);
    const { layers, weights } = layersOfArchive(entries);
    const metadata = entry(entries, METADATA);
    const said = metadata ? parseFields(metadata.read(), METADATA) : {};
    const version = metadata ? versionOf(said.keras_version) : 3;
    const network = kerasNetwork(layers, weights, version);
    const input = said[INPUT_TEXT];
    return typeof input === 'string' ? { ...network, choice: choiceInText(input) } : network;
  },
});
