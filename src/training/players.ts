// The two networks of the adversarial game with the generator's average and both optimizers: built from descriptions, handed
// over to others, given back.
import { mul, tidy, type Variable } from '@tensorflow/tfjs-core';
import { Network } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import type { GanNetworks } from './ganNetworks';
import type { HeldNetwork } from './snapshot';

export interface Players {
  readonly generator: Network;
  readonly discriminator: Network;
  /** Null when averaging is off. */
  readonly average: Network | null;
  readonly generatorAdam: Adam;
  readonly discriminatorAdam: Adam;
  /** All of them, as they are saved. */
  readonly held: readonly HeldNetwork[];
}

/** The caller disposes them. */
export function playersOf(described: GanNetworks, seed: number): Players {
  const generator = new Network(described.generator, seed);
  const discriminator = new Network(described.discriminator, seed);
  const average = described.average && new Network(described.average, seed);
  // Without a discriminator nothing is trained, and nothing is kept for it.
  const generatorAdam = new Adam(described.discriminator.nodes.length > 0 ? generator.trainable : []);
  const discriminatorAdam = new Adam(discriminator.trainable);
  const held = [
    { id: 'generator', network: generator, adam: generatorAdam },
    { id: 'discriminator', network: discriminator, adam: discriminatorAdam },
    ...(average ? [{ id: 'average', network: average, adam: null }] : []),
  ];
  return { generator, discriminator, average, generatorAdam, discriminatorAdam, held };
}

/**
 * Copies weights of the same name and shape from players to others; an average that knows a weight only now begins there as the
 * generator. Optimizers stay as they are.
 */
export function handOver(from: Players, into: Players): void {
  const named = ({ held }: Players) =>
    held.flatMap(({ id, network }) =>
      network.weights.map(({ name, variable }): [string, Variable] => [`${id}/${name}`, variable]),
    );
  const known = new Map(named(from));
  const fresh = new Map(named(into));
  for (const [name, variable] of fresh) {
    const asGenerator = name.startsWith('average/') ? name.replace('average/', 'generator/') : name;
    const found = known.get(name) ?? (asGenerator === name ? undefined : fresh.get(asGenerator));
    // A product is numbers of its own; `assign` alone would share the memory that optimizers write to.
    if (found?.shape.join() === variable.shape.join()) tidy(() => variable.assign(mul(found, 1)));
  }
}

export function disposePlayers({ generator, discriminator, average, ...adams }: Players): void {
  for (const network of [generator, discriminator, average]) network?.dispose();
  for (const adam of [adams.generatorAdam, adams.discriminatorAdam]) adam.dispose();
}
