// What the adversarial task declares is what its trainer does.
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestEngine } from '../testing/exportEngine';
import { tinyParts } from '../testing/tinyRun';
import { Trainer } from '../training/trainer';
import { adversarial } from './adversarial';

beforeAll(async () => {
  await startTestEngine();
  await setBackend('cpu');
});

describe('the adversarial game', () => {
  it.each([1, 3])('updates its networks in the declared order, with %i discriminator steps', (dSteps) => {
    const trainer = new Trainer(tinyParts({ dSteps }));
    const updated: string[] = [];
    for (const { id, adam } of trainer.networks) {
      if (!adam) continue;
      const apply = adam.apply.bind(adam);
      vi.spyOn(adam, 'apply').mockImplementation((...given) => {
        updated.push(id);
        apply(...given);
      });
    }
    for (const step of [1, 2]) trainer.step(step).dispose();
    const once = adversarial.updates.flatMap(({ network, times }) =>
      Array.from({ length: times === 'dSteps' ? dSteps : times }, () => network),
    );
    expect(updated).toEqual([...once, ...once]);
    trainer.dispose();
  });

  it('reports the series and holds the networks that it declares', () => {
    const trainer = new Trainer(tinyParts());
    const declared = adversarial.charts.flatMap(({ series }) => series.map(({ id }) => id));
    expect([...trainer.series].sort()).toEqual(declared.toSorted());
    const held = new Set(trainer.networks.map(({ id }) => id));
    for (const { id } of adversarial.networks) expect(held).toContain(id);
    for (const { network } of adversarial.exports) expect(held).toContain(network);
    trainer.dispose();
  });
});
