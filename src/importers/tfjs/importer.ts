// TensorFlow.js LayersModel: model.json and the files of weights that it names.
// https://www.tensorflow.org/js/guide/save_load
import { volume } from '../../core/network';
import { choiceInText, INPUT_TEXT } from '../../exporters/inputText';
import { fromFloat16Bits } from '../../graph/float16';
import { shapeText, type ReadNetwork } from '../assembly';
import { defineImporter, sizeOf, type GivenFile } from '../define';
import {
  DamagedModelError,
  ForeignModelError,
  OversizedModelError,
  UnsupportedLayerError,
} from '../../readers/errors';
import {
  asCounts,
  asFields,
  asList,
  asNumber,
  asText,
  fieldsOrNull,
  parseFields,
  type Fields,
} from '../fields';
import { kerasNetwork } from '../keras/network';
import { kerasLayerList, versionOf, type LayersOfFile, type PlacedLayer } from '../keras/topology';
import { ModelFolder } from '../modelFolder';
import { describeLayer, namedWeights, type StoredWeight } from '../keras/weightSource';

const MOST_WEIGHT_BYTES = 2 ** 28;

/** Bytes of the files of a group, one after the other, in the order in which it names them. */
function joined(parts: readonly GivenFile[]): Uint8Array {
  if (parts.length === 1) return parts[0].bytes;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + sizeOf(part), 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part.bytes, offset);
    offset += part.bytes.length;
  }
  return bytes;
}

interface Storage {
  readonly bytes: number;
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Float32Array;
}

function storageOf(entry: Fields, name: string): Storage {
  const quantization = fieldsOrNull(entry.quantization);
  const kind = asText(quantization?.dtype ?? entry.dtype, `dtype of ${name}`);
  if (kind === 'float32' && !quantization)
    return { bytes: 4, read: ({ buffer }) => new Float32Array(buffer) };
  if (kind === 'float16')
    return { bytes: 2, read: ({ buffer }) => Float32Array.from(new Uint16Array(buffer), fromFloat16Bits) };
  if (quantization && (kind === 'uint8' || kind === 'uint16')) {
    const scale = asNumber(quantization.scale, `scale of ${name}`);
    const min = asNumber(quantization.min, `min of ${name}`);
    const widen = (integer: number): number => integer * scale + min;
    return kind === 'uint8'
      ? { bytes: 1, read: (bytes) => Float32Array.from(bytes, widen) }
      : { bytes: 2, read: ({ buffer }) => Float32Array.from(new Uint16Array(buffer), widen) };
  }
  throw new ForeignModelError(
    `The weight ${name} is stored as ${kind}.`,
    'Weights as float32, float16, uint16 or uint8 can be opened.',
  );
}

/** Weights in the order in which the files hold them; files are read when a layer first takes a weight out of them. */
function* storedWeights(manifest: readonly unknown[], folder: ModelFolder): Generator<StoredWeight> {
  for (const item of manifest) {
    const group = asFields(item, 'weightsManifest');
    const parts = asList(group.paths, 'paths').map((path) =>
      folder.take(asText(path, 'a path in weightsManifest')),
    );
    const length = parts.reduce((sum, part) => sum + sizeOf(part), 0);
    if (length > MOST_WEIGHT_BYTES)
      throw new OversizedModelError(`Its weights have ${length} bytes; ${MOST_WEIGHT_BYTES} are the most.`);
    let data: Uint8Array | null = null;
    let offset = 0;
    for (const weight of asList(group.weights, 'weights')) {
      const entry = asFields(weight, 'a weight');
      const path = asText(entry.name, 'name of a weight');
      const shape = asCounts(entry.shape, `shape of ${path}`);
      const { bytes, read } = storageOf(entry, path);
      const start = offset;
      offset += volume(shape) * bytes;
      if (!(offset <= length)) {
        throw new DamagedModelError(
          `the weight ${path} ${shapeText(shape)} should end at byte ${offset}, its files have ${length}`,
        );
      }
      const end = offset;
      yield { path, shape, read: () => read((data ??= joined(parts)).slice(start, end)) };
    }
    if (offset !== length)
      throw new DamagedModelError(`its weights take ${offset} bytes, its files have ${length}`);
  }
}

/** It interpolates from corner to corner, where Keras and this project take pixel centres. */
function refuseBilinear(layers: readonly PlacedLayer[]): void {
  const found = layers.find(({ config }) => config.interpolation === 'bilinear');
  if (!found) return;
  throw new UnsupportedLayerError(
    describeLayer(found),
    'TensorFlow.js interpolates it otherwise than other programs',
    'Open the model as Keras saved it.',
  );
}

/**
 * The layers of a model.json, and where their weights are.
 * @param beside files among which the weights lie
 * @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError
 */
export function layersOfTfjs(
  file: GivenFile,
  beside: readonly GivenFile[],
): LayersOfFile & { readonly json: Fields; readonly topology: Fields } {
  const { name } = file;
  const json = parseFields(file.bytes, name);
  if (json.format === 'graph-model') {
    throw new ForeignModelError(
      `${name} is a TensorFlow.js graph model, which has operations instead of layers.`,
      'Convert it again with --output_format=tfjs_layers_model.',
    );
  }
  const topology = fieldsOrNull(json.modelTopology);
  if (!topology || !Array.isArray(json.weightsManifest)) {
    throw new ForeignModelError(
      `${name} is JSON, but no TensorFlow.js model: it lacks modelTopology or weightsManifest.`,
    );
  }
  const layers = kerasLayerList(fieldsOrNull(topology.model_config) ?? topology);
  const weights = namedWeights([...storedWeights(json.weightsManifest, new ModelFolder(file, beside))]);
  return { json, topology, layers, weights };
}

export const tfjsImporter = defineImporter({
  id: 'tfjs',
  label: 'TensorFlow.js',

  recognizes: ({ bytes }) => bytes.find((byte) => byte > 0x20) === 0x7b, // {

  read(file, beside): ReadNetwork {
    const { json, topology, layers, weights } = layersOfTfjs(file, beside);
    refuseBilinear(layers);
    const network = kerasNetwork(layers, weights, versionOf(topology.keras_version));
    const said = fieldsOrNull(json.userDefinedMetadata)?.[INPUT_TEXT];
    return typeof said === 'string' ? { ...network, choice: choiceInText(said) } : network;
  },
});
