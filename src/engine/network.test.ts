import '@tensorflow/tfjs-backend-cpu';
import {
  memory,
  setBackend,
  sum,
  tensor,
  tidy,
  variableGrads,
  mul,
  type Scalar,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chain, type NetworkSpec } from '../core/network';
import { NetworkBuilder } from '../core/networkBuilder';
import { normalArray } from '../core/random';
import { Network } from './network';

const spec: NetworkSpec = chain(
  'tiny',
  [4, 4, 2],
  [
    { kind: 'conv2d', filters: 3, kernel: 3, stride: 2 },
    { kind: 'zeroPad', top: 0, bottom: 1, left: 0, right: 1 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'sigmoid' },
    { kind: 'dropout', rate: 0.25 },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 2, kernel: 3 },
    { kind: 'activation', fn: 'tanh' },
    { kind: 'conv2dTranspose', filters: 2, kernel: 4, stride: 2 },
    { kind: 'flatten' },
    { kind: 'dense', units: 1 },
  ],
);
const input = () => tensor(normalArray(3 * 32, 5), [3, 4, 4, 2]);
const training = { kind: 'training', dropoutSeed: 9 } as const;

beforeAll(() => setBackend('cpu'));

describe('Network', () => {
  it('starts from the same weights for the same seed', () => {
    const [a, b, c] = [new Network(spec, 1), new Network(spec, 1), new Network(spec, 2)];
    expect(a.weights.map((w) => [...w.variable.dataSync()])).toEqual(
      b.weights.map((w) => [...w.variable.dataSync()]),
    );
    expect([...a.weights[0].variable.dataSync()]).not.toEqual([...c.weights[0].variable.dataSync()]);
    for (const n of [a, b, c]) n.dispose();
  });

  it('has gradients that agree with finite differences', () => {
    const network = new Network(spec, 3);
    // Smooth activations only: central differences in float32 must not step over a kink.
    const loss = () =>
      tidy(() => sum<Scalar>(mul(network.apply(input(), training), tensor([0.3, -1, 0.7], [3, 1]))));
    const { grads } = variableGrads(loss, network.trainable);
    for (const { name, variable } of network.weights.filter((w) => w.spec.trainable)) {
      const values = Float32Array.from(variable.dataSync());
      const gradient = grads[variable.name].dataSync();
      const index = Math.floor(values.length / 2);
      const at = (shift: number): number => {
        const moved = Float32Array.from(values);
        moved[index] += shift;
        variable.assign(tensor(moved, variable.shape));
        return loss().dataSync()[0];
      };
      const h = 2e-3;
      const numeric = (at(h) - at(-h)) / (2 * h);
      variable.assign(tensor(values, variable.shape));
      expect(Math.abs(numeric - gradient[index]), name).toBeLessThan(
        2e-2 * Math.max(0.05, Math.abs(numeric)),
      );
    }
    network.dispose();
  });

  it('moves its averages in training only, with the unbiased variance', () => {
    const network = new Network(chain('n', [1], [{ kind: 'batchNorm', momentum: 0.8 }]), 1);
    const byRole = (role: string) =>
      network.weights.find((w) => w.name.endsWith(role))?.variable.dataSync()[0];
    const x = tensor([1, 2, 3, 6], [4, 1]); // mean 3, unbiased variance 14/3
    network.apply(x, { kind: 'inference' });
    expect(byRole('movingMean')).toBe(0);
    network.apply(x, training);
    expect(byRole('movingMean')).toBeCloseTo(0.6, 5);
    expect(byRole('movingVariance')).toBeCloseTo(0.8 + 0.2 * (14 / 3), 5);
    network.dispose();
  });

  it('repeats dropout for a seed and changes it with the seed', () => {
    const network = new Network(spec, 3);
    const run = (dropoutSeed: number) =>
      tidy(() => [...network.apply(input(), { kind: 'training', dropoutSeed }).dataSync()]);
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
    network.dispose();
  });

  it('leaks no tensors', () => {
    const before = memory().numTensors;
    const network = new Network(spec, 3);
    const held = memory().numTensors;
    tidy(() => network.apply(input(), training)).dispose();
    expect(memory().numTensors).toBe(held);
    network.dispose();
    expect(memory().numTensors).toBe(before);
  });

  describe('with branches', () => {
    const builder = new NetworkBuilder('two');
    const left = builder.add(builder.input('a', [3]), { kind: 'dense', units: 2, useBias: false });
    const right = builder.add(builder.input('class', [1]), { kind: 'embedding', classes: 4, units: 2 });
    const both = builder.join([left, right], { kind: 'add' });
    const branched = builder.build(both, left);

    it('takes several inputs by name and gives every output', () => {
      const network = new Network(branched, 1);
      const feed = { a: tensor([1, 0, 0, 0, 2, 0], [2, 3]), class: tensor([3, 1], [2, 1]) };
      const [sum, first] = tidy(() =>
        network.applyAll(feed, { kind: 'inference' }).map((y) => [...y.dataSync()]),
      );
      const [matrix, table] = network.weights.map((w) => [...w.variable.dataSync()]);
      const expected = [matrix[0], matrix[1], 2 * matrix[2], 2 * matrix[3]];
      const rows = [table[6], table[7], table[2], table[3]];
      for (const [i, value] of expected.entries()) {
        expect(first[i]).toBeCloseTo(value, 6);
        expect(sum[i]).toBeCloseTo(value + rows[i], 6);
      }
      expect(() => network.apply(feed.a, { kind: 'inference' })).toThrow(/takes a, class/);
      network.dispose();
    });
  });

  it('does not train what is frozen, and keeps its averages', () => {
    const frozen = chain(
      'n',
      [2],
      [
        { kind: 'dense', units: 2 },
        { kind: 'batchNorm', momentum: 0.5 },
      ],
    );
    const nodes = frozen.nodes.map((node) => ({ ...node, frozen: true }));
    const network = new Network(
      {
        ...frozen,
        nodes: [...nodes, { kind: 'dense', units: 1, id: 'head', from: ['batchNorm_1'] }],
        outputs: ['head'],
      },
      1,
    );
    expect(network.weights.filter((w) => w.spec.trainable).map((w) => w.name)).toEqual([
      'head/kernel',
      'head/bias',
    ]);
    const x = tensor([1, 2, 3, 4], [2, 2]);
    const draw = (kind: 'inference' | 'training') =>
      tidy(() => [...network.apply(x, kind === 'training' ? training : { kind }).dataSync()]);
    expect(draw('training')).toEqual(draw('inference'));
    expect([
      ...(network.weights.find((w) => w.name === 'batchNorm_1/movingMean')?.variable.dataSync() ?? []),
    ]).toEqual([0, 0]);
    network.dispose();
  });
});
