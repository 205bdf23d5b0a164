// The `.npz` of the PyTorch export: arrays under the names of a `state_dict`, and the network's description among them. An
// `.npz` without one holds numbers alone, and the program that gives them a meaning is not run here.
import { readZip, type ZipEntry } from '../../archives/zipBytes';
import { InvalidValueError } from '../../core/errors';
import type { InputChoice } from '../../core/importedGenerator';
import { resolveNetwork, volume, type NetworkSpec, type ResolvedNode } from '../../core/network';
import { readNetwork } from '../../core/readNetwork';
import { DESCRIPTION, DESCRIPTION_FORMAT, TORCH_NAMES } from '../../exporters/pytorch/weightNames';
import { kernelOrder, transpose } from '../../graph/kernelLayouts';
import { DamagedModelError, ForeignModelError, OversizedModelError } from '../../readers/errors';
import { NetworkAssembly, type LayerWeights, type ReadNetwork } from '../assembly';
import { defineImporter } from '../define';
import { asCount, asFields, asText, fieldsOrNull, MOST_JSON_BYTES, parseFields } from '../fields';
import { readNpy } from './npy';

const isArray = ({ name }: ZipEntry): boolean => /^[^/]*\.npy$/.test(name);
/** Beside its numbers an array has a header. */
const MOST_HEADER_BYTES = 2 ** 16;

const isNpz = (entries: readonly ZipEntry[]): boolean =>
  entries.some(isArray) && entries.every((entry) => isArray(entry) || entry.name === DESCRIPTION);

const labelled = (count: number): InputChoice => ({ source: 'labels', count });
const shared = (count: number): InputChoice | null => (count > 1 ? { source: 'generators', count } : null);

function describedIn(entries: readonly ZipEntry[]) {
  const entry = entries.find(({ name }) => name === DESCRIPTION);
  if (!entry) {
    const names = entries.map(({ name }) => name.replace(/\.npy$/, ''));
    throw new ForeignModelError(
      `The .npz holds ${names.length} arrays alone (${names.slice(0, 3).join(', ').slice(0, 80)}${names.length > 3 ? ', ...' : ''}); which layers they belong to stands in a program, and programs are not run here.`,
      'Export the run as PyTorch again, whose .npz describes its network, or convert the model to ONNX with torch.onnx.export.',
    );
  }
  if (entry.sizeBytes > MOST_JSON_BYTES)
    throw new OversizedModelError(
      `${DESCRIPTION} has ${entry.sizeBytes} bytes; ${MOST_JSON_BYTES} are the most.`,
    );
  const fields = parseFields(entry.read(), DESCRIPTION);
  if (asText(fields.format, 'format') !== DESCRIPTION_FORMAT || asCount(fields.version, 'version') !== 1) {
    throw new ForeignModelError(
      `The network in the .npz is described as ${JSON.stringify(fields.format)}, version ${JSON.stringify(fields.version)}; version 1 of ${DESCRIPTION_FORMAT} is known here.`,
      'Reload the page to get its newest version, then open the file again.',
    );
  }
  const input = fieldsOrNull(fields.input);
  const classes = input ? asCount(input.classes, 'classes') : 0;
  const generators = fields.generators === undefined ? 1 : asCount(fields.generators, 'generators', 1);
  return {
    network: networkIn(asFields(fields.network, 'network')),
    choice: classes > 0 ? labelled(classes) : shared(generators),
  };
}

function networkIn(described: unknown): NetworkSpec {
  try {
    return readNetwork(described, 'generator');
  } catch (error) {
    if (error instanceof InvalidValueError) throw new DamagedModelError(error.message.replace(/\.$/, ''));
    throw error;
  }
}

/** The weights of a layer in the engine's layout. */
function weightsOf(
  { name, layer, weights }: ResolvedNode,
  arrays: ReadonlyMap<string, ZipEntry>,
): LayerWeights {
  const read: LayerWeights = {};
  for (const { role, shape } of weights) {
    if (role === 'spectralIn' || role === 'spectralOut')
      throw new DamagedModelError(`${name} has a spectral normalization, which no export has`);
    const array = `${name}.${TORCH_NAMES[role]}`;
    const entry = arrays.get(`${array}.npy`);
    if (!entry) throw new DamagedModelError(`the array ${array} is missing`);
    if (entry.sizeBytes > 8 * volume(shape) + MOST_HEADER_BYTES)
      throw new DamagedModelError(
        `the array ${array} has ${entry.sizeBytes} bytes, and its layer needs [${shape.join(', ')}]`,
      );
    const order = role === 'kernel' ? kernelOrder(layer.kind, 'engine', 'onnx') : null;
    const there = order ? order.map((axis) => shape[axis]) : shape;
    const values = readNpy(entry.read(), there, array);
    read[role] = order
      ? transpose(
          values,
          there,
          shape.map((_, axis) => order.indexOf(axis)),
        )
      : values;
  }
  return read;
}

/** Layers with the weights that the arrays hold; sizes are checked before an array is unpacked. */
function assembled(network: NetworkSpec, entries: readonly ZipEntry[]): ReadNetwork {
  const [input] = network.inputs;
  if (network.inputs.length !== 1 || network.outputs.length !== 1) {
    throw new ForeignModelError(
      `The network in the .npz has ${network.inputs.length} inputs and ${network.outputs.length} outputs; one of each is supported.`,
      'Choose the generator.',
    );
  }
  const assembly = new NetworkAssembly(input.shape);
  const arrays = new Map(entries.map((entry) => [entry.name, entry]));
  const values = new Map([[input.name, assembly.at]]);
  const valueOf = (id: string): string => values.get(id) ?? '';
  for (const node of resolveNetwork(network)) {
    const { id, from, ...layer } = node.layer;
    assembly.join(layer, id, from.map(valueOf), weightsOf(node, arrays));
    values.set(id, assembly.at);
  }
  assembly.moveTo(valueOf(network.outputs[0]));
  return assembly.finish();
}

export const pytorchImporter = defineImporter({
  id: 'pytorch',
  label: 'PyTorch .npz',
  recognizes: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && isNpz(readZip(bytes)),
  read({ bytes }) {
    const entries = readZip(bytes);
    const { network, choice } = describedIn(entries);
    try {
      return { ...assembled(network, entries), choice };
    } catch (error) {
      if (error instanceof InvalidValueError) throw new DamagedModelError(error.message.replace(/\.$/, ''));
      throw error;
    }
  },
});
