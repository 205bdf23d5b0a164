// Updates in place on WebGPU (Adam, moving averages, moving statistics) against the same on the plain CPU backend.
import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor, tidy, variable } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { webgpuBackend } from '../backends/webgpu';
import { Adam } from '../ops/adam';
import { batchNormTraining } from '../ops/batchNorm';
import { NO_DROPOUT } from '../ops/dropout';
import { moveTowards } from '../ops/lerp';
import { vector } from '../ops/rank';

let close: (() => void) | undefined;
const problems: string[] = [];
beforeAll(async () => {
  const onLost = (reason: string) => problems.push(reason);
  close = (await webgpuBackend.open({ threads: 1, insist: true, onLost })).close;
});
afterAll(() => {
  close?.();
  expect(problems).toEqual([]);
});

const shapes = [[3, 3, 2, 5], [7], [1], [40, 3], [2, 2], [11]];
const variables = (seed: number) =>
  shapes.map((shape, i) => {
    const values = normalArray(
      shape.reduce((a, b) => a * b, 1),
      seed,
      i,
    );
    return tidy(() => variable(tensor(values, shape)));
  });

describe('updates in place', () => {
  async function adamOn(backend: string, paired: boolean): Promise<number[]> {
    await setBackend(backend);
    const [parameters, gradients, others] = [variables(1), variables(2), variables(3)];
    const adam = new Adam(parameters);
    const settings = { learningRate: 0.01, beta1: 0.5, beta2: 0.999 };
    const values: number[] = [];
    for (let update = 0; update < 3; update++) {
      adam.apply(gradients, settings, paired ? others : null);
      // Read every time: values that were read once must not be served again after an update.
      for (const t of [...parameters, ...adam.firstMoments, ...adam.secondMoments])
        values.push(...(await t.data()));
    }
    adam.dispose();
    for (const t of [...parameters, ...gradients, ...others]) t.dispose();
    return values;
  }

  it.each([false, true])('Adam, gradient in two parts: %s', async (paired) => {
    const [reference, ours] = [await adamOn('cpu', paired), await adamOn('webgpu', paired)];
    expect(ours.length).toBe(reference.length);
    expect(Math.max(...reference.map((v, i) => Math.abs(v - ours[i])))).toBeLessThan(1e-6);
  });

  it('moving averages', async () => {
    const lerpOn = async (backend: string): Promise<number[]> => {
      await setBackend(backend);
      const [targets, sources] = [variables(1), variables(2)];
      moveTowards(targets, sources, 0.3, 1.5);
      moveTowards(targets, sources, () => 0.2);
      const values = (await Promise.all(targets.map((t) => t.data()))).flatMap((v) => [...v]);
      for (const t of [...targets, ...sources]) t.dispose();
      return values;
    };
    const [reference, ours] = [await lerpOn('cpu'), await lerpOn('webgpu')];
    expect(Math.max(...reference.map((v, i) => Math.abs(v - ours[i])))).toBeLessThan(1e-6);
  });

  it('moving statistics of batch norm', async () => {
    const movingOn = async (backend: string): Promise<number[]> => {
      await setBackend(backend);
      const [mean, variance] = [variable(tensor([1, 2, 3])), variable(tensor([4, 5, 6]))];
      tidy(() => {
        const x = tensor(normalArray(60, 4), [5, 2, 2, 3]);
        const moving = { mean, variance, share: 0.2 };
        const [gamma, beta] = [vector(tensor([1, 1, 1])), vector(tensor([0, 0, 0]))];
        batchNormTraining(x, gamma, beta, 1e-3, { activation: 'relu', alpha: 0.2 }, NO_DROPOUT, moving);
      });
      const values = [...(await mean.data()), ...(await variance.data())];
      for (const t of [mean, variance]) t.dispose();
      return values;
    };
    const [reference, ours] = [await movingOn('cpu'), await movingOn('webgpu')];
    for (const [i, value] of reference.entries()) expect(ours[i]).toBeCloseTo(value, 5);
  });
});
