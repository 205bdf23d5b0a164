// Between networks that learn and a saved run: all tensors under permanent names, and back.
import { tensor, tidy, type Variable } from '@tensorflow/tfjs-core';
import type { NamedTensor } from '../checkpoints/snapshot';
import { GanvasError } from '../core/errors';
import type { KeptNetworks } from '../core/lab/define';
import type { NetworkSpec } from '../core/network';
import type { Adam } from '../engine/ops/adam';

/** A saved run does not fit the networks that its configuration describes. */
export class CheckpointMismatchError extends GanvasError {}

interface NamedVariable {
  readonly name: string;
  readonly variable: Variable;
}

/** Weights that can learn: a network's, or those of a graph. */
export interface LearningWeights {
  readonly weights: readonly NamedVariable[];
  /** Those that an optimizer moves, in its order. */
  readonly learning: readonly NamedVariable[];
  readonly trainable: Variable[];
  /** Of a network. */
  readonly spec?: NetworkSpec;
}

/** A network as a run holds it. */
export interface HeldNetwork {
  /** Permanent: begins the names of its tensors. */
  readonly id: string;
  readonly network: LearningWeights;
  /** Null for a network that does not learn. */
  readonly adam: Adam | null;
}

export interface HoldsNetworks {
  /** In the order in which they are saved. */
  readonly networks: readonly HeldNetwork[];
}

/** Weights of every network, then the optimizers' moments. */
function* heldVariables({ networks }: HoldsNetworks): Generator<NamedVariable> {
  for (const { id, network } of networks)
    for (const { name, variable } of network.weights) yield { name: `${id}/${name}`, variable };
  for (const { id, network, adam } of networks) {
    if (!adam || adam.parameters.length === 0) continue;
    for (const [i, { name }] of network.learning.entries()) {
      yield { name: `optimizer/${id}/m/${name}`, variable: adam.firstMoments[i] };
      yield { name: `optimizer/${id}/v/${name}`, variable: adam.secondMoments[i] };
    }
  }
}

/** Values that stand in `variable` now, by name. */
export async function readVariable({ name, variable }: NamedVariable): Promise<NamedTensor> {
  return { name, shape: variable.shape, values: Float32Array.from(await variable.data()) };
}

/** Reads every tensor back, all from the same step: nothing may train meanwhile. */
export const readTensors = (holder: HoldsNetworks): Promise<NamedTensor[]> =>
  Promise.all([...heldVariables(holder)].map(readVariable));

/** Updates that each optimizer has made. */
export const readUpdates = ({ networks }: HoldsNetworks): Record<string, number> =>
  Object.fromEntries(networks.flatMap(({ id, adam }) => (adam ? [[id, adam.updates]] : [])));

/**
 * Puts saved tensors back.
 * @throws CheckpointMismatchError when one is missing or has another shape; nothing has changed then
 */
export function restoreTensors(holder: HoldsNetworks, saved: readonly NamedTensor[]): void {
  restoreVariables([...heldVariables(holder)], saved);
}

/** @throws CheckpointMismatchError as `restoreTensors` does */
export function restoreVariables(variables: readonly NamedVariable[], saved: readonly NamedTensor[]): void {
  const byName = new Map(saved.map((t) => [t.name, t]));
  const pairs = variables.map(({ name, variable }) => {
    const found = byName.get(name);
    const size = found?.shape.join(' x ') ?? 'missing';
    if (!found || size !== variable.shape.join(' x ')) {
      throw new CheckpointMismatchError(
        `The saved tensor ${name} is ${size}; this model needs ${variable.shape.join(' x ')}.`,
        'The run was saved by another version of the model; start a new one from its settings.',
      );
    }
    return { variable, found };
  });
  tidy(() => {
    for (const { variable, found } of pairs) variable.assign(tensor(found.values, [...found.shape]));
  });
}

/**
 * Puts saved tensors and the optimizers' counts back.
 * @throws CheckpointMismatchError when something is missing or has another shape; nothing has changed then
 */
export function restoreNetworks(
  holder: HoldsNetworks,
  {
    updates,
    tensors,
  }: { readonly updates: Readonly<Record<string, number>>; readonly tensors: readonly NamedTensor[] },
): void {
  const learning = holder.networks.filter(({ adam }) => adam !== null);
  const uncounted = learning.find(({ id }) => !(id in updates));
  if (uncounted) {
    throw new CheckpointMismatchError(
      `The saved run does not say how often the ${uncounted.id} was updated.`,
      'It was saved by another version of the page or changed since; start a new run.',
    );
  }
  restoreTensors(holder, tensors);
  for (const { id, adam } of learning) if (adam) adam.updates = updates[id];
}

/**
 * Puts weights by the engine's names into the generator of a trainer that has no discriminator.
 * @throws CheckpointMismatchError as `restoreTensors` does
 */
export function restoreGenerator(
  holder: HoldsNetworks,
  weights: ReadonlyMap<string, Pick<NamedTensor, 'shape' | 'values'>>,
): void {
  const named = [...weights].map(([name, weight]) => ({ name: `generator/${name}`, ...weight }));
  restoreTensors(holder, named);
}

/** Weights, as numbers: those that were taken over, and all that the networks have (averages left out). */
export interface TakenWeights {
  readonly kept: number;
  readonly all: number;
}

/**
 * Gives networks every saved weight that they have too, by name and shape; the rest, the optimizers and what a run holds beside
 * its networks (pools of images) stay as they are. An average that there was not before begins as the generator.
 */
export function takeTensors(
  holder: HoldsNetworks,
  saved: readonly NamedTensor[],
  keeps: KeptNetworks,
): TakenWeights {
  const known = new Map(saved.map((t) => [t.name, t]));
  let kept = 0;
  let all = 0;
  const networks = holder.networks.filter(({ network }) => network.spec);
  for (const { name, variable } of heldVariables({ networks })) {
    if (name.startsWith('optimizer/')) continue;
    const isAverage = name.startsWith('average/');
    const found =
      known.get(name) ?? (isAverage ? known.get(name.replace('average/', 'generator/')) : undefined);
    const isKept = keeps === 'both' || (keeps === 'generator' && !name.startsWith('discriminator/'));
    const fits = isKept && found?.shape.join() === variable.shape.join();
    if (found && fits) tidy(() => variable.assign(tensor(found.values, [...found.shape])));
    if (isAverage) continue;
    all += variable.size;
    if (fits) kept += variable.size;
  }
  return { kept, all };
}

/** The same with the weights of networks that learn. */
export const takeWeights = async (
  holder: HoldsNetworks,
  from: HoldsNetworks,
  keeps: KeptNetworks,
): Promise<TakenWeights> => takeTensors(holder, await readTensors(from), keeps);

/** The generator's weights among saved tensors, by the network's names. */
export function generatorWeights(saved: readonly NamedTensor[]): ReadonlyMap<string, Float32Array> {
  const prefix = 'generator/';
  const own = saved.filter(({ name }) => name.startsWith(prefix));
  return new Map(own.map(({ name, values }) => [name.slice(prefix.length), values]));
}
