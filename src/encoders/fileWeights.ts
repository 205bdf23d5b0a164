// Weights of a feature network out of the person's file: a Keras .h5 (a whole model, or weights alone as they are offered for VGG),
// .keras, or a TensorFlow.js layers model. Layers are found by Keras' names (`block1_conv1`), else by their order; what does not
// fit is named. The network's input size and its dense layers do not matter.
import { readZip } from '../archives/zipBytes';
import { resolveNetwork } from '../core/network';
import type { GivenFile } from '../importers/define';
import { parseFields } from '../importers/fields';
import { Hdf5File, isHdf5 } from '../importers/hdf5/reader';
import { isKerasArchive, layersOfArchive } from '../importers/keras/archiveImporter';
import { kerasLayerList, type LayersOfFile } from '../importers/keras/topology';
import { namedWeights, type LayerPlace } from '../importers/keras/weightSource';
import { layersOfTfjs, tfjsImporter } from '../importers/tfjs/importer';
import { ForeignModelError } from '../readers/errors';
import type { EncoderDefinition } from './define';
import { encoderLayers, encoderNetwork } from './network';
import type { EncoderWeights } from './weights';

const CONVOLUTIONS: readonly string[] = ['Conv2D', 'Convolution2D'];

const kerasName = (layer: string): string =>
  layer.replace(/^conv(\d+)_(\d+)$/, (_, block, place) => `block${block}_conv${place}`);

const isZip = ({ bytes }: GivenFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function layersOfH5({ bytes }: GivenFile): LayersOfFile {
  const file = new Hdf5File(bytes);
  const stored = file.datasets();
  const weights = namedWeights(stored);
  const [architecture] = file.rootTexts('model_config') ?? [];
  if (architecture !== undefined)
    return {
      weights,
      layers: kerasLayerList(parseFields(new TextEncoder().encode(architecture), 'model_config')),
    };
  // Weights alone: the group that holds a kernel of four sides is named after its layer.
  const groups = stored
    .filter(({ shape }) => shape.length === 4)
    .flatMap(({ path }) => path.split('/').slice(-2, -1));
  const layers = [...new Set(groups)].map((name) => ({
    ...{ name, className: 'Conv2D', folder: name, config: {}, value: name, from: [] },
  }));
  return { weights, layers };
}

function layersOf(files: readonly GivenFile[]): LayersOfFile {
  for (const file of files) {
    if (isHdf5(file.bytes)) return layersOfH5(file);
    if (isZip(file)) {
      const entries = readZip(file.bytes);
      if (isKerasArchive(entries)) return layersOfArchive(entries);
    }
  }
  const model = files.find((file) => tfjsImporter.recognizes(file) && /\.json$/i.test(file.name));
  if (model)
    return layersOfTfjs(
      model,
      files.filter((file) => file !== model),
    );
  throw new ForeignModelError(
    `There is no Keras or TensorFlow.js model in ${files.map(({ name }) => name).join(', ') || 'nothing'}.`,
    'Give a .h5 or .keras file, or a model.json together with its files of weights.',
  );
}

/** Layers of the file for those of the network, in its order. */
function matched(definition: EncoderDefinition, found: readonly LayerPlace[]): readonly LayerPlace[] {
  const wanted = encoderLayers(definition).map(kerasName);
  const byName = new Map(found.map((layer) => [layer.name, layer]));
  const missing = wanted.filter((name) => !byName.has(name));
  if (missing.length === 0) return wanted.flatMap((name) => byName.get(name) ?? []);
  if (missing.length === wanted.length && found.length === wanted.length) return found;
  const names = found.slice(0, 4).map(({ name }) => name);
  throw new ForeignModelError(
    `${definition.label.replace(/,.*/, '')} has ${wanted.length} convolutions, ${wanted[0]} to ${wanted[wanted.length - 1]}; the file has ${found.length}` +
      (missing.length < wanted.length
        ? `, and ${missing.slice(0, 4).join(', ')} is missing.`
        : names.length > 0
          ? `: ${names.join(', ')}${found.length > names.length ? ' and more' : ''}.`
          : '.'),
    'Give the file of this network as Keras has it, or choose the network that the file is of.',
  );
}

/**
 * @param files one model, with the files that belong to it
 * @throws ForeignModelError naming layers that are not there, DamagedModelError naming a weight whose shape does not fit,
 *   OversizedModelError, UnsupportedLayerError, and what reading a zip throws
 */
export function encoderWeightsOf(definition: EncoderDefinition, files: readonly GivenFile[]): EncoderWeights {
  const { layers, weights } = layersOf(files);
  const found = matched(
    definition,
    layers.filter(({ className }) => CONVOLUTIONS.includes(className)),
  );
  const side = 2 ** definition.blocks.length;
  const spec = encoderNetwork(definition, [side, side], 'max', encoderLayers(definition));
  const convolutions = resolveNetwork(spec).filter(({ layer }) => layer.kind === 'conv2d');
  return new Map(
    convolutions.flatMap(({ name, weights: shapes }, i) => {
      const place = found[i];
      // Files of weights alone put the layer's name in front, and have Keras 1's letters.
      const names = {
        kernel: ['kernel', `${place.name}_W_1`, `${place.name}_W`],
        bias: ['bias', `${place.name}_b_1`, `${place.name}_b`],
      };
      return shapes.map(({ role, shape }, slot) => {
        const asked = role === 'bias' ? names.bias : names.kernel;
        return [`${name}/${role}`, weights.take(place, asked, slot, shape)] as const;
      });
    }),
  );
}
