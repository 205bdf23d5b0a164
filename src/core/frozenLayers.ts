// Layers that do not learn, as a run's configuration names them: `generator/dense_1,discriminator/conv2d_1`. Their
// weights and moving statistics stay as they are, and no optimizer keeps anything for them.
import { InvalidValueError } from './errors';
import { resolveNetwork, type NetworkSpec } from './network';

const WAY_OUT = 'Name layers as network/layer, with commas between them, for example generator/dense_1.';

/**
 * The list in one form: sorted, each layer once, no blanks; empty where nothing is frozen.
 * @throws InvalidValueError for what names no layer of a network
 */
export function readFrozenLayers(value: unknown): string {
  if (typeof value !== 'string') {
    throw new InvalidValueError(`The frozen layers are ${JSON.stringify(value)}.`, WAY_OUT);
  }
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const wrong = names.find((name) => !/^[\w-]+\/[\w.-]+$/.test(name));
  if (wrong !== undefined)
    throw new InvalidValueError(`${JSON.stringify(wrong)} names no layer to freeze.`, WAY_OUT);
  return [...new Set(names)].sort().join(',');
}

/** The network with the layers frozen that are named; the same where none is. */
export function frozenNetwork(spec: NetworkSpec, frozen: string, network: string): NetworkSpec {
  const names = new Set(frozen.split(','));
  const nodes = spec.nodes.map((node) =>
    names.has(`${network}/${node.id}`) ? { ...node, frozen: true } : node,
  );
  return nodes.some((node, i) => node !== spec.nodes[i]) ? { ...spec, nodes } : spec;
}

/** The network with every layer free to learn, as it leaves a run. */
export const thawedNetwork = (spec: NetworkSpec): NetworkSpec =>
  spec.nodes.some(({ frozen }) => frozen)
    ? { ...spec, nodes: spec.nodes.map((node) => ({ ...node, frozen: false })) }
    : spec;

/** Ids of the layers that learn where nothing is frozen, in their order. */
export const freezableLayers = (spec: NetworkSpec): readonly string[] => learningLayers(thawedNetwork(spec));

const learningLayers = (spec: NetworkSpec): readonly string[] =>
  resolveNetwork(spec).flatMap(({ name, weights }) => (weights.some((w) => w.trainable) ? [name] : []));

/**
 * @param networks those that learn, by id
 * @throws InvalidValueError for a layer that no network has, and for a network that could learn nothing
 */
export function checkFrozenLayers(frozen: string, networks: Readonly<Record<string, NetworkSpec>>): void {
  if (frozen === '') return;
  const names = new Set(frozen.split(','));
  const layers = Object.entries(networks).map(
    ([network, spec]) => [network, learningLayers(spec).map((layer) => `${network}/${layer}`)] as const,
  );
  const all = layers.flatMap(([, own]) => own);
  for (const name of names) {
    if (all.includes(name)) continue;
    throw new InvalidValueError(
      `No layer with weights is named ${JSON.stringify(name)}.`,
      `Layers that can be frozen: ${all.join(', ')}.`,
    );
  }
  for (const [network, own] of layers) {
    if (own.length === 0 || own.some((layer) => !names.has(layer))) continue;
    throw new InvalidValueError(
      `Every layer of the ${network} is frozen, so it could learn nothing.`,
      'Leave at least one of its layers out.',
    );
  }
}
