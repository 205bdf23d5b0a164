// The network of an imported generator in a run file, read strictly: its layers decide how much memory the run takes.
import { InvalidValueError } from '../core/errors';
import type { ImportedGenerator } from '../core/importedGenerator';
import { resolveNetwork, type LayerSpec, type NetworkSpec } from '../core/networkSpec';
import { DamagedRunError } from './errors';
import {
  asRecord,
  readAmount,
  readCount,
  readCounts,
  readList,
  readRecord,
  readString,
  type JsonRecord,
} from './jsonFields';
import type { NamedTensor } from './snapshot';

const MOST_MAP_VALUES = 2 ** 24;
const MOST_LAYERS = 1024;
const ACTIVATIONS = ['relu', 'leakyRelu', 'tanh', 'sigmoid'] as const;

const optional = <T>(record: JsonRecord, key: string, read: () => T): Record<string, T> =>
  record[key] === undefined ? {} : { [key]: read() };

function readLayer(item: unknown, i: number): LayerSpec {
  const layer = asRecord(item, `layers[${i}]`);
  const kind = readString(layer, 'kind');
  const count = (key: string): number => readCount(layer, key);
  const bias = layer.useBias === false ? { useBias: false } : {};
  switch (kind) {
    case 'dense':
      return { kind, units: count('units'), ...bias };
    case 'reshape':
      return { kind, shape: readCounts(layer, 'shape') };
    case 'flatten':
    case 'upsample':
      return { kind };
    case 'conv2d': {
      const padding = layer.padding === 'valid' ? 'valid' : 'same';
      const stride = optional(layer, 'stride', () => count('stride'));
      return { kind, filters: count('filters'), kernel: count('kernel'), padding, ...stride, ...bias };
    }
    case 'depthwiseConv2d':
      return { kind, kernel: count('kernel'), ...optional(layer, 'stride', () => count('stride')), ...bias };
    case 'conv2dTranspose':
      return { kind, filters: count('filters'), kernel: count('kernel'), stride: count('stride'), ...bias };
    case 'zeroPad':
      return { kind, top: count('top'), bottom: count('bottom'), left: count('left'), right: count('right') };
    case 'batchNorm':
      return {
        kind,
        momentum: readAmount(layer, 'momentum'),
        ...optional(layer, 'epsilon', () => readAmount(layer, 'epsilon')),
      };
    case 'activation': {
      const fn = ACTIVATIONS.find((known) => known === layer.fn);
      const alpha = layer.alpha;
      if (fn) return { kind, fn, ...(typeof alpha === 'number' && Number.isFinite(alpha) && { alpha }) };
      break;
    }
    case 'dropout':
      return { kind, rate: readAmount(layer, 'rate') };
  }
  throw new DamagedRunError(`layers[${i}] is ${JSON.stringify(layer).slice(0, 80)}, which is no layer`);
}

function checkSizes(network: NetworkSpec, tensors: readonly NamedTensor[]): void {
  const shapes = new Map(tensors.map(({ name, shape }) => [name, shape.join(' x ')]));
  for (const layer of resolveNetwork(network)) {
    const values = layer.output.reduce((product, side) => product * side, 1);
    if (!Number.isInteger(values) || values < 1 || values > MOST_MAP_VALUES) {
      throw new DamagedRunError(`the layer ${layer.name} would make ${values} values for one image`);
    }
    for (const { role, shape } of layer.weights) {
      if (shapes.get(`generator/${layer.name}/${role}`) !== shape.join(' x ')) {
        throw new DamagedRunError(`the layer ${layer.name} has no tensor ${role} of ${shape.join(' x ')}`);
      }
    }
  }
}

/** What stands under `imported` in a run's header; undefined where nothing does. @throws DamagedRunError */
export function readImported(
  header: JsonRecord,
  tensors: readonly NamedTensor[],
): ImportedGenerator | undefined {
  if (header.imported === undefined) return undefined;
  const record = readRecord(header, 'imported');
  const described = readRecord(record, 'network');
  const layers = readList(described, 'layers');
  if (layers.length > MOST_LAYERS) throw new DamagedRunError(`it has ${layers.length} layers`);
  const network: NetworkSpec = {
    name: 'generator',
    input: readCounts(described, 'input'),
    layers: layers.map(readLayer),
  };
  try {
    checkSizes(network, tensors);
  } catch (error) {
    if (error instanceof InvalidValueError) throw new DamagedRunError(error.message);
    throw error;
  }
  const notes = readList(record, 'notes').map((note, i) =>
    readString({ [`notes[${i}]`]: note }, `notes[${i}]`),
  );
  return { fileName: readString(record, 'fileName'), format: readString(record, 'format'), notes, network };
}
