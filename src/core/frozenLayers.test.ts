import { describe, expect, it } from 'vitest';
import { checkFrozenLayers, frozenNetwork, readFrozenLayers, thawedNetwork } from './frozenLayers';
import { chain, networkTotals } from './network';

const networks = {
  generator: chain(
    'generator',
    [3],
    [
      { kind: 'dense', units: 4 },
      { kind: 'dense', units: 2 },
    ],
  ),
  discriminator: chain('discriminator', [2], [{ kind: 'dense', units: 1 }]),
};

describe('readFrozenLayers', () => {
  it('brings a list into one form', () => {
    expect(readFrozenLayers(' generator/dense_1, discriminator/conv2d_1,generator/dense_1,')).toBe(
      'discriminator/conv2d_1,generator/dense_1',
    );
    expect(readFrozenLayers('')).toBe('');
  });

  it.each([['dense_1'], ['generator/'], ['a/b/c'], [5]])('refuses %j', (value) => {
    expect(() => readFrozenLayers(value)).toThrow(/layer/);
  });
});

it('freezes the layers of one network, which then count as not trainable', () => {
  const frozen = frozenNetwork(networks.generator, 'discriminator/dense_1,generator/dense_2', 'generator');
  expect(networkTotals(frozen)).toMatchObject({ trainable: 16, nonTrainable: 10 });
  expect(networkTotals(thawedNetwork(frozen)).trainable).toBe(26);
  expect(frozenNetwork(networks.generator, '', 'generator')).toBe(networks.generator);
});

describe('checkFrozenLayers', () => {
  it('takes layers that there are', () => {
    expect(() => checkFrozenLayers('generator/dense_1', networks)).not.toThrow();
  });

  it('names the layers that there are when one is not among them', () => {
    expect(() => checkFrozenLayers('generator/dense_9', networks)).toThrow('generator/dense_9');
    expect(() => checkFrozenLayers('teacher/dense_1', networks)).toThrow('teacher/dense_1');
  });

  it('refuses to freeze a whole network', () => {
    expect(() => checkFrozenLayers('discriminator/dense_1', networks)).toThrow('could learn nothing');
  });
});
