// The gradient of a loss' penalty by a small discriminator's weights against finite differences, on the active backend.
import { engine, memory, tensor, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { chain, type LayerSpec } from '../core/network';
import { defaultParams } from '../core/paramSpec';
import { normalArray } from '../core/random';
import { Network } from '../engine/network';
import type { LossDefinition } from '../losses/define';
import { penaltyContext } from '../training/discriminatorUpdate';
import { penaltyUniforms } from '../training/streams';
import { expectSlopes, type DifferenceOptions } from './finiteDifferences';

const images = (stream: number): Tensor => tensor(normalArray(4 * 16, 3, stream), [4, 4, 4, 1]);

const discriminatorWith = (norm: LayerSpec): Network =>
  new Network(
    chain(
      'd',
      [4, 4, 1],
      [
        { kind: 'conv2d', filters: 4, kernel: 3, stride: 2 },
        norm,
        { kind: 'activation', fn: 'leakyRelu' },
        { kind: 'flatten' },
        { kind: 'dense', units: 6 },
        { kind: 'activation', fn: 'leakyRelu' },
        { kind: 'dense', units: 1 },
      ],
    ),
    7,
  );

/** Asserts it for a discriminator with `norm`, and that nothing is left behind. */
export async function expectPenaltySlopes(
  loss: LossDefinition,
  norm: LayerSpec,
  options: DifferenceOptions = { h: 3e-4, elements: 6 },
): Promise<void> {
  const { penalty } = loss;
  if (!penalty) throw new Error(`${loss.id} has no penalty.`);
  const before = memory().numTensors;
  const discriminator = discriminatorWith(norm);
  const judged = { real: images(1), fake: images(2), classRows: null };
  const uniforms = (part: number, count: number) =>
    tensor(penaltyUniforms(1, 1, part, count), [count, 1, 1, 1]);
  const context = penaltyContext({ discriminator, classes: null }, { uniforms }, 0, judged);
  const value = () => penalty(context, defaultParams(loss.params));
  const result = engine().gradients(value, discriminator.trainable, undefined, true);
  const given: readonly (Tensor | undefined)[] = result.grads;
  // A missing gradient says that the weight moves no slope.
  const trainable = discriminator.weights.filter((w) => w.spec.trainable);
  const grads = trainable.map(({ variable }, i) => given[i] ?? zerosLike(variable));
  const named = trainable.map(({ name, variable }, i) => ({ name, variable, gradient: grads[i] }));
  await expectSlopes(value, named, options);
  for (const t of [judged.real, judged.fake, result.value, ...grads]) t.dispose();
  discriminator.dispose();
  expect(memory().numTensors).toBe(before);
}
