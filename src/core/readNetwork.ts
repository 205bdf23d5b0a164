// A network's description out of untrusted data, read strictly: its layers decide how much memory it takes. Networks that
// were saved before there were branches, `{ input, layers }`, are read as chains.
import { InvalidValueError } from './errors';
import { readLayer } from './layers';
import { flag, optional, sides } from './layers/options';
import { chain, type NetworkInput, type NetworkNode, type NetworkSpec } from './network';

const MOST_NODES = 1024;

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse(what: string, value: unknown, expected: string): never {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value));
  throw new InvalidValueError(`${what} is ${text.slice(0, 80)}.`, `It must be ${expected}.`);
}

const asRecord = (value: unknown, what: string): Raw =>
  isRecord(value) ? value : refuse(what, value, 'an object');

function asList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) return refuse(what, value, 'a list');
  if (value.length <= MOST_NODES) return value;
  throw new InvalidValueError(
    `The network has ${value.length} ${what}.`,
    `${MOST_NODES} are the most; use a smaller model.`,
  );
}

/** Weights are named after ids, and files hold the names. */
const asId = (value: unknown, what: string): string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(value)
    ? value
    : refuse(what, value, 'a name of letters, digits and _');

const asIds = (value: unknown, what: string): readonly string[] =>
  asList(value, what).map((id, i) => asId(id, `${what}[${i}]`));

function readInput(value: unknown, what: string): NetworkInput {
  const { name, shape } = asRecord(value, what);
  return { name: asId(name, `${what}.name`), shape: sides(shape, `${what}.shape`) };
}

function readNode(value: unknown, what: string): NetworkNode {
  const { id, from, frozen, ...layer } = asRecord(value, what);
  const isFrozen = optional(flag)(frozen, `${what}.frozen`);
  return {
    ...readLayer(layer, what),
    id: asId(id, `${what}.id`),
    from: asIds(from, `${what}.from`),
    ...(isFrozen !== undefined && { frozen: isFrozen }),
  };
}

/**
 * The network, named `name`. Whether its layers fit each other is for `resolveNetwork` to say.
 * @throws InvalidValueError naming what is unknown, missing or misshapen
 */
export function readNetwork(value: unknown, name: string): NetworkSpec {
  const raw = asRecord(value, 'the network');
  if (raw.nodes === undefined) {
    const layers = asList(raw.layers, 'layers').map((layer, i) =>
      readLayer(asRecord(layer, `layers[${i}]`), `layers[${i}]`),
    );
    return chain(name, sides(raw.input, 'input'), layers);
  }
  return {
    name,
    inputs: asList(raw.inputs, 'inputs').map((input, i) => readInput(input, `inputs[${i}]`)),
    nodes: asList(raw.nodes, 'nodes').map((node, i) => readNode(node, `nodes[${i}]`)),
    outputs: asIds(raw.outputs, 'outputs'),
  };
}
