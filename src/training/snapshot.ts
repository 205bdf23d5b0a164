// Between a trainer and a saved run: all tensors under permanent names, and back.
import { tensor, tidy, type Variable } from '@tensorflow/tfjs-core';
import type { NamedTensor } from '../checkpoints/snapshot';
import { GanvasError } from '../core/errors';
import type { KeptNetworks } from '../core/lab/define';
import type { Network } from '../engine/network';
import type { Adam } from '../engine/ops/adam';
import type { Trainer } from './trainer';

/** A saved run does not fit the networks that its configuration describes. */
export class CheckpointMismatchError extends GanvasError {}

interface NamedVariable {
  readonly name: string;
  readonly variable: Variable;
}

function* networkVariables(prefix: string, network: Network | null): Generator<NamedVariable> {
  for (const weight of network?.weights ?? [])
    yield { name: `${prefix}/${weight.name}`, variable: weight.variable };
}

function* optimizerVariables(prefix: string, adam: Adam, network: Network): Generator<NamedVariable> {
  if (adam.parameters.length === 0) return; // a network that is not trained
  const names = network.weights.filter((w) => w.spec.trainable).map((w) => w.name);
  for (const [i, name] of names.entries()) {
    yield { name: `optimizer/${prefix}/m/${name}`, variable: adam.firstMoments[i] };
    yield { name: `optimizer/${prefix}/v/${name}`, variable: adam.secondMoments[i] };
  }
}

function* trainerVariables(trainer: Trainer): Generator<NamedVariable> {
  yield* networkVariables('generator', trainer.generator);
  yield* networkVariables('discriminator', trainer.discriminator);
  yield* networkVariables('average', trainer.average);
  yield* optimizerVariables('generator', trainer.generatorAdam, trainer.generator);
  yield* optimizerVariables('discriminator', trainer.discriminatorAdam, trainer.discriminator);
}

/** Reads every tensor of the trainer back, all from the same step: nothing may train meanwhile. */
export async function readTensors(trainer: Trainer): Promise<NamedTensor[]> {
  return Promise.all(
    [...trainerVariables(trainer)].map(async ({ name, variable }) => ({
      name,
      shape: variable.shape,
      values: Float32Array.from(await variable.data()),
    })),
  );
}

/**
 * Puts weights by the engine's names into the generator of a trainer that has no discriminator.
 * @throws CheckpointMismatchError as `restoreTensors` does
 */
export function restoreGenerator(
  trainer: Trainer,
  weights: ReadonlyMap<string, Pick<NamedTensor, 'shape' | 'values'>>,
): void {
  const named = [...weights].map(([name, weight]) => ({ name: `generator/${name}`, ...weight }));
  restoreTensors(trainer, named);
}

/**
 * Puts saved tensors into the trainer.
 * @throws CheckpointMismatchError when one is missing or has another shape; nothing has changed then
 */
export function restoreTensors(trainer: Trainer, saved: readonly NamedTensor[]): void {
  const byName = new Map(saved.map((t) => [t.name, t]));
  const pairs = [...trainerVariables(trainer)].map(({ name, variable }) => {
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
 * Gives a trainer every weight of another that it has too, by name and shape; the rest and the optimizers stay as they
 * are. An average that there was not before begins as the generator.
 * @returns weights, as numbers, that were taken over, and weights in all (of the two networks)
 */
export async function takeWeights(
  trainer: Trainer,
  from: Trainer,
  keeps: KeptNetworks,
): Promise<{ kept: number; all: number }> {
  const known = new Map((await readTensors(from)).map((t) => [t.name, t]));
  let kept = 0;
  let all = 0;
  for (const { name, variable } of trainerVariables(trainer)) {
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

/** @throws CheckpointMismatchError when a network's count is missing */
export function restoreUpdates(trainer: Trainer, updates: Readonly<Record<string, number>>): void {
  const of = (network: string): number => {
    if (network in updates) return updates[network];
    throw new CheckpointMismatchError(
      `The saved run does not say how often the ${network} was updated.`,
      'It was saved by another version of the page or changed since; start a new run.',
    );
  };
  const [generator, discriminator] = [of('generator'), of('discriminator')];
  trainer.generatorAdam.updates = generator;
  trainer.discriminatorAdam.updates = discriminator;
}

/** The generator's weights among saved tensors, by the network's names. */
export function generatorWeights(saved: readonly NamedTensor[]): ReadonlyMap<string, Float32Array> {
  const prefix = 'generator/';
  const own = saved.filter(({ name }) => name.startsWith(prefix));
  return new Map(own.map(({ name, values }) => [name.slice(prefix.length), values]));
}
