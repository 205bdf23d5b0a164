import { describe, expect, it } from 'vitest';
import { chain, type LayerSpec } from './network';
import { prependLayer } from './networkEdits';
import { checkSides, freeSides, pictureInput, takesSides, withPictureSides } from './pictureInput';

const conv = (filters: number, stride = 1): LayerSpec => ({ kind: 'conv2d', filters, kernel: 3, stride });
/** Two times smaller, two times larger again, and beside what was there before. */
const unet = (side: number) => {
  const down = chain('generator', [side, side, 3], [conv(4), conv(8, 2), conv(8, 2)]);
  const [first, second, third] = down.nodes.map(({ id }) => id);
  return {
    ...down,
    nodes: [
      ...down.nodes,
      { id: 'up_1', kind: 'upsample', factor: 2, from: [third] },
      { id: 'join_1', kind: 'concat', from: ['up_1', second] },
      { id: 'up_2', kind: 'upsample', factor: 2, from: ['join_1'] },
      { id: 'join_2', kind: 'concat', from: ['up_2', first] },
      { ...conv(3), id: 'last', from: ['join_2'] },
    ],
    outputs: ['last'],
  } as const;
};

describe('networks from image to image', () => {
  it('take sides in steps of their total stride', () => {
    expect(freeSides(unet(32))).toEqual({ step: 4, least: 4, most: 512 });
    expect(freeSides(chain('generator', [28, 28, 1], [conv(4), conv(1)]))).toEqual({
      ...{ step: 1, least: 1, most: 512 },
    });
    expect(takesSides(unet(32), 48, 20)).toBe(true);
    expect(takesSides(unet(32), 48, 22)).toBe(false);
  });

  it('are held to one size by layers of fixed size', () => {
    const dense = chain(
      'generator',
      [8, 8, 1],
      [{ kind: 'flatten' }, { kind: 'dense', units: 64 }, { kind: 'reshape', shape: [8, 8, 1] }],
    );
    expect(freeSides(dense)).toBeNull();
    expect(() => checkSides('It', [8, 8, 1], null, 16, 16)).toThrow('It does not take pictures of 16 x 16');
    expect(() => checkSides('It', [8, 8, 1], null, 8, 8)).not.toThrow();
    expect(() => checkSides('It', [32, 32, 3], freeSides(unet(32)), 30, 32)).toThrow('30 x 32.');
    const tried = (): void => checkSides('It', [32, 32, 3], freeSides(unet(32)), 30, 900);
    expect(tried).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('are 32 x 512: 4 to 512') }),
    );
  });

  it('a network that ends in a list takes what its layers take, as long as the list stays', () => {
    const pooled = chain(
      'classifier',
      [32, 32, 3],
      [conv(4, 2), { kind: 'globalAveragePool' }, { kind: 'dense', units: 5 }],
    );
    expect(takesSides(pooled, 64, 20)).toBe(true);
    const whole = chain(
      'classifier',
      [32, 32, 3],
      [conv(4, 2), { kind: 'flatten' }, { kind: 'dense', units: 5 }],
    );
    expect(takesSides(whole, 64, 20)).toBe(false);
    expect(takesSides(chain('features', [32, 32, 3], [conv(1), { kind: 'flatten' }]), 64, 64)).toBe(false);
  });

  it('also where the picture comes as a list of numbers', () => {
    const list = prependLayer(unet(32), [32 * 32 * 3], { kind: 'reshape', shape: [32, 32, 3] });
    expect(pictureInput(list)).toEqual([32, 32, 3]);
    const wide = withPictureSides(list, 16, 64);
    expect(wide.inputs[0].shape).toEqual([16 * 64 * 3]);
    expect(pictureInput(wide)).toEqual([16, 64, 3]);
    expect(freeSides(list)).toEqual(freeSides(unet(32)));
  });
});

it('noise is no picture, though it may be given sides', () => {
  const noise = chain('generator', [64], [{ kind: 'reshape', shape: [1, 1, 64] }, conv(1)]);
  expect([pictureInput(noise), freeSides(noise)]).toEqual([null, null]);
  expect(() => withPictureSides(noise, 8, 8)).toThrow('takes no picture');
});
