import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { chain, type NetworkSpec } from '../core/network';
import { withInputShape } from '../core/networkEdits';
import { normalArray } from '../core/random';
import { Network } from '../engine/network';
import { difference, startTestEngine } from '../testing/exportEngine';
import { TINY_GENERATOR } from '../testing/exportModels';
import { distill, type DistillJob } from './distill';

beforeAll(startTestEngine);

const STUDENT: NetworkSpec = chain(
  'generator',
  [16],
  [
    { kind: 'dense', units: 6 * 6 * 6 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'reshape', shape: [6, 6, 6] },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 3, kernel: 3 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

const job = (teacher: Network, student: Network, changes: Partial<DistillJob> = {}): DistillJob => ({
  teacher,
  student,
  steps: 150,
  inputs: (step) => tensor(normalArray(16 * 16, 3, 0xd157, step), [16, 16]),
  learningRate: 0.01,
  seed: 3,
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});

const draw = (network: Network): Float32Array =>
  tidy(() =>
    Float32Array.from(
      network.apply(tensor(normalArray(8 * 16, 9), [8, 16]), { kind: 'inference' }).dataSync(),
    ),
  );

it('brings the student to what the teacher draws, keeps the teacher and no tensors, and repeats', async () => {
  const teacher = new Network(TINY_GENERATOR, 1);
  const [student, twin] = [new Network(STUDENT, 2), new Network(STUDENT, 2)];
  const taught = draw(teacher);
  const apart = difference(draw(student), taught).mean;
  const before = memory().numTensors;
  const steps: number[] = [];
  const { firstLoss, lastLoss } = await distill(job(teacher, student, { progress: (s) => steps.push(s) }));
  expect(memory().numTensors).toBe(before);
  expect(lastLoss).toBeLessThan(0.5 * firstLoss);
  expect(difference(draw(student), taught).mean).toBeLessThan(0.6 * apart);
  expect(draw(teacher)).toEqual(taught);
  expect([steps[0], steps.at(-1)]).toEqual([1, 150]);
  await distill(job(teacher, twin));
  expect(draw(twin)).toEqual(draw(student));
  for (const network of [teacher, student, twin]) network.dispose();
});

it('stops when asked to, and refuses another latent size', async () => {
  const teacher = new Network(TINY_GENERATOR, 1);
  const student = new Network(STUDENT, 2);
  const controller = new AbortController();
  const stopping = job(teacher, student, { signal: controller.signal, progress: () => controller.abort() });
  await expect(distill(stopping)).rejects.toThrow('cancelled');
  const other = new Network(withInputShape(STUDENT, [5]), 2);
  await expect(distill(job(teacher, other))).rejects.toThrow('takes 5 numbers, the teacher 16');
  for (const network of [teacher, student, other]) network.dispose();
});
