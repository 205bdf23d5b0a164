import { expect, it } from 'vitest';
import { joinedLayers } from './joinedLayers';

const layer = (name: string) => ({
  layer: name,
  shape: [1],
  maps: { count: 1, height: 1, width: 1, values: new Float32Array(1) },
});

it('names layers that were computed together with the one that is seen', () => {
  const names = (seen: readonly string[], ids: readonly string[]) =>
    joinedLayers(seen.map(layer), ids).map(({ name }) => name);
  expect(names(['a', 'b'], ['a', 'b'])).toEqual(['a', 'b']);
  expect(names(['activation_1', 'dense_1'], ['conv2d_1', 'activation_1', 'dense_1'])).toEqual([
    'conv2d_1 + activation_1',
    'dense_1',
  ]);
  expect(names(['elsewhere', 'b'], ['a', 'b'])).toEqual(['elsewhere', 'a + b']);
});
