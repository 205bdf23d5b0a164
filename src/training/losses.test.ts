// Every loss in training: its penalty's gradient against finite differences on both CPU backends, its steps repeated and
// resumed to the last bit, and nothing left behind.
import '@tensorflow/tfjs-backend-cpu';
import { engine, memory, setBackend, tensor, zerosLike, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerSpec } from '../core/networkSpec';
import { defaultParams } from '../core/paramSpec';
import { normalArray } from '../core/random';
import { Network } from '../engine/network';
import { SIMD_BACKEND } from '../engine/simd/register';
import { losses } from '../losses';
import { expectSlopes } from '../testing/finiteDifferences';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { tinyParts } from '../testing/tinyRun';
import { penaltyContext } from './discriminatorUpdate';
import { readTensors, restoreTensors } from './snapshot';
import { penaltyUniforms } from './streams';
import { Trainer } from './trainer';

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

const images = (stream: number): Tensor => tensor(normalArray(4 * 16, 3, stream), [4, 4, 4, 1]);
const norms: readonly LayerSpec[] = [{ kind: 'batchNorm', momentum: 0.8 }, { kind: 'layerNorm' }];

describe.each(['cpu', SIMD_BACKEND])('penalties on %s', (backend) => {
  const twice = losses.filter((loss) => loss.differentiatesTwice);
  const cases = twice.flatMap((loss) => norms.map((norm) => [loss.id, norm.kind, loss, norm] as const));
  it.each(cases)('%s with %s', async (_id, _kind, loss, norm) => {
    await setBackend(backend);
    const before = memory().numTensors;
    const discriminator = new Network(
      {
        name: 'd',
        input: [4, 4, 1],
        layers: [
          { kind: 'conv2d', filters: 4, kernel: 3, stride: 2 },
          norm,
          { kind: 'activation', fn: 'leakyRelu' },
          { kind: 'flatten' },
          { kind: 'dense', units: 6 },
          { kind: 'activation', fn: 'leakyRelu' },
          { kind: 'dense', units: 1 },
        ],
      },
      7,
    );
    const judged = { real: images(1), fake: images(2), classRows: null };
    const uniforms = (part: number, count: number) =>
      tensor(penaltyUniforms(1, 1, part, count), [count, 1, 1, 1]);
    const context = penaltyContext({ discriminator, classes: null }, { uniforms }, 0, judged);
    const { penalty } = loss;
    if (!penalty) throw new Error(`${loss.id} has no penalty.`);
    const value = () => penalty(context, defaultParams(loss.params));
    const result = engine().gradients(value, discriminator.trainable, undefined, true);
    const given: readonly (Tensor | undefined)[] = result.grads;
    // A missing gradient says that the weight moves no slope.
    const trainable = discriminator.weights.filter((w) => w.spec.trainable);
    const grads = trainable.map(({ variable }, i) => given[i] ?? zerosLike(variable));
    const named = trainable.map(({ name, variable }, i) => ({ name, variable, gradient: grads[i] }));
    await expectSlopes(value, named, { h: 3e-4, elements: 6 });
    for (const t of [judged.real, judged.fake, result.value, ...grads]) t.dispose();
    discriminator.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

function train(trainer: Trainer, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let step = from; step <= to; step++) {
    const report = trainer.step(step);
    numbers.push(...report.dataSync());
    report.dispose();
  }
  return numbers;
}

describe.each(losses.map((loss) => loss.id))('training with %s', (loss) => {
  it('is finite, repeats, goes on from a save, and leaves nothing behind', async () => {
    await setBackend(SIMD_BACKEND);
    const before = memory().numTensors;
    const whole = new Trainer(tinyParts({ loss, dSteps: 2 }));
    const first = train(whole, 1, 2);
    const saved = await readTensors(whole);
    const held = memory().numTensors;
    const rest = train(whole, 3, 5);
    expect(memory().numTensors).toBe(held);
    expect([...first, ...rest].every(Number.isFinite)).toBe(true);

    const resumed = new Trainer(tinyParts({ loss, dSteps: 2 }));
    restoreTensors(resumed, saved);
    [resumed.generatorAdam.updates, resumed.discriminatorAdam.updates] = [2, 4];
    expect(train(resumed, 3, 5)).toEqual(rest);
    for (const t of [whole, resumed]) t.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

it('weight clipping holds every weight of the discriminator', () => {
  const trainer = new Trainer(tinyParts({ loss: 'wgan-clipping', 'loss.bound': 0.02 }));
  train(trainer, 1, 1);
  const largest = trainer.discriminator.trainable.map((w) => Math.max(...w.dataSync().map(Math.abs)));
  expect(Math.max(...largest)).toBeCloseTo(0.02, 6);
  trainer.dispose();
});

it('a gradient penalty changes what the discriminator learns', async () => {
  const kernels = async (gamma: number) => {
    const trainer = new Trainer(tinyParts({ loss: 'relativistic-r1-r2', 'loss.gamma': gamma }));
    train(trainer, 1, 1);
    const tensors = await readTensors(trainer);
    trainer.dispose();
    return tensors.find((t) => t.name === 'discriminator/conv2d_1/kernel')?.values;
  };
  expect(await kernels(0)).not.toEqual(await kernels(50));
});
