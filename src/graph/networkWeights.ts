// The weights of an engine's network as plain arrays by name, and back.
import { tensor, tidy } from '@tensorflow/tfjs-core';
import type { Network } from '../engine/network';
import { UnsupportedModelError, type TrainedWeights } from './graph';

/** Reads every weight back. */
export async function readWeights(network: Network): Promise<TrainedWeights> {
  const pairs = network.weights.map(async ({ name, variable }) => {
    const values = Float32Array.from(await variable.data());
    return [name, { shape: variable.shape, values }] as const;
  });
  return new Map(await Promise.all(pairs));
}

/** @throws UnsupportedModelError when one is missing or has another shape; nothing has changed then */
export function writeWeights(network: Network, weights: TrainedWeights): void {
  const pairs = network.weights.map(({ name, variable }) => {
    const found = weights.get(name);
    if (!found || found.shape.join() !== variable.shape.join()) {
      throw new UnsupportedModelError(
        `The weight ${name} is ${found?.shape.join(' x ') ?? 'missing'}; the network needs ${variable.shape.join(' x ')}.`,
        'Report this with the settings of the run.',
      );
    }
    return { variable, found };
  });
  tidy(() => {
    for (const { variable, found } of pairs) variable.assign(tensor(found.values, [...found.shape]));
  });
}
