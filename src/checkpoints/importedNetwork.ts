// The network of an imported generator in a run file, read strictly: its layers decide how much memory the run takes.
import { InvalidValueError } from '../core/errors';
import type { ImportedGenerator } from '../core/importedGenerator';
import { resolveNetwork, volume, type NetworkSpec } from '../core/network';
import { readNetwork } from '../core/readNetwork';
import { DamagedRunError } from './errors';
import { readRecord, readString, readTexts, type JsonRecord } from './jsonFields';
import type { NamedTensor } from './snapshot';

const MOST_MAP_VALUES = 2 ** 24;

function checkSizes(network: NetworkSpec, tensors: readonly NamedTensor[]): void {
  const shapes = new Map(tensors.map(({ name, shape }) => [name, shape.join(' x ')]));
  for (const layer of resolveNetwork(network)) {
    const values = volume(layer.output);
    if (!Number.isInteger(values) || values < 1 || values > MOST_MAP_VALUES) {
      throw new DamagedRunError(`the layer ${layer.name} would make ${values} values for one image`);
    }
    for (const { role, shape } of layer.weights) {
      // A run that another one is being made of keeps its networks under `source/`.
      const name = `generator/${layer.name}/${role}`;
      if ((shapes.get(name) ?? shapes.get(`source/${name}`)) !== shape.join(' x ')) {
        throw new DamagedRunError(`the layer ${layer.name} has no tensor ${role} of ${shape.join(' x ')}`);
      }
    }
  }
}

function networkOf(described: JsonRecord, tensors: readonly NamedTensor[]): NetworkSpec {
  try {
    const network = readNetwork(described, 'generator');
    checkSizes(network, tensors);
    return network;
  } catch (error) {
    if (error instanceof InvalidValueError) throw new DamagedRunError(error.message);
    throw error;
  }
}

/** What stands under `imported` in a run's header; undefined where nothing does. @throws DamagedRunError */
export function readImported(
  header: JsonRecord,
  tensors: readonly NamedTensor[],
): ImportedGenerator | undefined {
  if (header.imported === undefined) return undefined;
  const record = readRecord(header, 'imported');
  const notes = readTexts(record, 'notes');
  return {
    fileName: readString(record, 'fileName'),
    format: readString(record, 'format'),
    notes,
    network: networkOf(readRecord(record, 'network'), tensors),
  };
}
