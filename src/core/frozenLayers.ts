// Layers that do not learn, as a run's configuration names them: `generator/dense_1,discriminator/conv2d_1`. Their
// weights and moving statistics stay as they are, and no optimizer keeps anything for them.
import { InvalidValueError } from './errors';

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

/** The frozen layers of one network, by their ids. */
export function frozenLayersOf(frozen: string, network: string): ReadonlySet<string> {
  const prefix = `${network}/`;
  const own = frozen.split(',').filter((name) => name.startsWith(prefix));
  return new Set(own.map((name) => name.slice(prefix.length)));
}

/**
 * @param layers ids of the layers of each network that learns, those with weights
 * @throws InvalidValueError for a layer that no network has, and for a network that could learn nothing
 */
export function checkFrozenLayers(frozen: string, layers: Readonly<Record<string, readonly string[]>>): void {
  if (frozen === '') return;
  for (const name of frozen.split(',')) {
    const [network, layer] = name.split('/');
    const known = layers[network] ?? [];
    if (known.includes(layer)) continue;
    const all = Object.entries(layers).flatMap(([id, own]) => own.map((one) => `${id}/${one}`));
    throw new InvalidValueError(
      `No layer with weights is named ${JSON.stringify(name)}.`,
      `Layers that can be frozen: ${all.join(', ')}.`,
    );
  }
  for (const [network, own] of Object.entries(layers)) {
    const kept = frozenLayersOf(frozen, network);
    if (own.length === 0 || own.some((layer) => !kept.has(layer))) continue;
    throw new InvalidValueError(
      `Every layer of the ${network} is frozen, so it could learn nothing.`,
      'Leave at least one of its layers out.',
    );
  }
}
