// Every model in training: gradients of both networks against differences, finite losses, nothing left behind, and
// samples of a chosen class.
import { inputShape } from '../core/network';
import { engine, memory, mean, softplus, tensor, type Scalar } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { normalArray } from '../core/random';
import { lazyDigits } from '../datasets/syntheticDigitsDataset';
import { nonSaturating } from '../losses/nonSaturating';
import { models } from '../models';
import type { ModelDefinition } from '../models/define';
import { expectDescent } from '../testing/finiteDifferences';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { Trainer } from './trainer';

const dataset = lazyDigits(64, 1);
const open = (model: ModelDefinition) => {
  const pairs = { dataset: 'digits', model: model.id, loss: nonSaturating.id, batch: 4 };
  const vocabulary = { datasets: [{ id: 'digits', params: [] }], models, losses: [nonSaturating] };
  return new Trainer({ config: readRunConfig(pairs, vocabulary), dataset, model, loss: nonSaturating });
};

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

describe.each(models.map((model) => [model.id, model] as const))('%s', (_, model) => {
  it('trains with finite losses and leaves nothing behind', () => {
    const before = memory().numTensors;
    const trainer = open(model);
    const reports = [1, 2, 3].map((step) => {
      const report = trainer.step(step);
      const numbers = [...report.dataSync(), memory().numTensors];
      report.dispose();
      return numbers;
    });
    expect(reports.flat().every(Number.isFinite)).toBe(true);
    expect(reports[2].at(-1)).toBe(reports[1].at(-1));
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('has gradients that say how its loss changes', async () => {
    const trainer = open(model);
    const { generator, discriminator } = trainer;
    const inputs = tensor(normalArray(4 * inputShape(generator.spec)[0], 5), [
      4,
      inputShape(generator.spec)[0],
    ]);
    const loss = (): Scalar =>
      mean(softplus(discriminator.apply(generator.apply(inputs, { kind: 'smooth' }), { kind: 'smooth' })));
    for (const network of [generator, discriminator]) {
      const variables = network.trainable;
      const { value, grads } = engine().gradients(loss, variables);
      await expectDescent(loss, variables, grads, { h: 1e-4 });
      for (const t of [value, ...grads]) t.dispose();
    }
    inputs.dispose();
    trainer.dispose();
  });
});

describe.each(models.filter((m) => m.classes).map((model) => [model.id, model] as const))(
  '%s',
  (_, model) => {
    it('draws the class that it is asked for', () => {
      const trainer = open(model);
      const latent = normalArray(trainer.latentSize, 3);
      const twice = Float32Array.from([...latent, ...latent]);
      const drawn = (classes: number[]): [string, string] => {
        const images = trainer.generate(twice, Uint8Array.from(classes));
        const values = images.dataSync();
        images.dispose();
        return [values.slice(0, 784).join(), values.slice(784).join()];
      };
      const [one, same] = drawn([1, 1]);
      expect(same).toBe(one);
      const [again, other] = drawn([1, 2]);
      expect(again).toBe(one);
      expect(other).not.toBe(one);
      trainer.dispose();
    });
  },
);
