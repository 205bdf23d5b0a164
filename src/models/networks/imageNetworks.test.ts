import { expect, it } from 'vitest';
import { networkTotals } from '../../core/network';
import { fittingDepth } from './blocks';
import { fittingHalvings, patchGan, receptiveField } from './patchGan';
import { resnet } from './resnet';
import { styleStudent } from './styleStudent';
import { unet } from './unet';

it.each([
  [28, 2, 1],
  [32, 3, 1],
  [34, 3, 2],
  [64, 4, 2],
  [128, 5, 3],
  [256, 6, 3],
  [8, 1, 0],
])('chooses depth and patches of a picture of %i pixels', (side, depth, halvings) => {
  expect(fittingDepth([side, side, 3], 6)).toBe(depth);
  expect(fittingHalvings([side, side, 3])).toBe(halvings);
  expect(receptiveField(halvings)).toBeLessThanOrEqual(side);
});

it('knows the patches that the field speaks of', () => {
  expect([0, 1, 2, 3].map(receptiveField)).toEqual([7, 16, 34, 70]);
});

it('draws pictures of any size, and scores them patch by patch', () => {
  for (const shape of [
    [28, 28, 1],
    [30, 45, 3],
    [9, 8, 1],
  ] as const) {
    const settings = { shape, channels: 2, width: 2, depth: 2, normalization: 'instance' } as const;
    expect(networkTotals(unet(settings)).output).toEqual([shape[0], shape[1], 2]);
    expect(networkTotals(resnet({ ...settings, blocks: 1 })).output).toEqual([shape[0], shape[1], 2]);
    for (const classes of [1, 3])
      expect(networkTotals(styleStudent({ ...settings, blocks: 1, classes })).output).toEqual([
        ...[shape[0], shape[1], 2],
      ]);
  }
  const judge = patchGan('judge', { shape: [64, 64, 3], width: 4, halvings: 2, normalization: 'instance' });
  expect(networkTotals(judge).output).toEqual([16, 16, 1]);
  expect(networkTotals(judge).trainable).toBe(
    4 * 4 * (3 * 4 + 4 * 8 + 8 * 16 + 16) + 4 + 8 + 16 + 1 + 2 * (8 + 16),
  );
});
