import { describe, expect, it } from 'vitest';
import { checkFrozenLayers, frozenLayersOf, readFrozenLayers } from './frozenLayers';

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

it('tells the layers of each network apart', () => {
  const frozen = 'discriminator/conv2d_1,generator/dense_1';
  expect([...frozenLayersOf(frozen, 'generator')]).toEqual(['dense_1']);
  expect([...frozenLayersOf(frozen, 'average')]).toEqual([]);
});

describe('checkFrozenLayers', () => {
  const layers = { generator: ['dense_1', 'conv2d_1'], discriminator: ['conv2d_1'] };

  it('takes layers that there are', () => {
    expect(() => checkFrozenLayers('generator/dense_1', layers)).not.toThrow();
  });

  it('names the layers that there are when one is not among them', () => {
    expect(() => checkFrozenLayers('generator/dense_9', layers)).toThrow('generator/dense_9');
    expect(() => checkFrozenLayers('teacher/dense_1', layers)).toThrow('teacher/dense_1');
  });

  it('refuses to freeze a whole network', () => {
    expect(() => checkFrozenLayers('discriminator/conv2d_1', layers)).toThrow('could learn nothing');
  });
});
