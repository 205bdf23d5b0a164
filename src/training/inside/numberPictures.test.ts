// Channels and kernels as pictures: every number lands where its place in the layout says.
import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../core/errors';
import { channelMaps, kernelPictures } from './numberPictures';
import { spreadOf } from './weightSpread';

const upTo = (length: number) => Float32Array.from({ length }, (_, i) => i);

describe('numbers as pictures', () => {
  it('take channels apart', () => {
    const maps = channelMaps(upTo(12), [2, 2, 3]);
    expect(maps).toMatchObject({ count: 3, height: 2, width: 2 });
    expect([...maps.values]).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
  });

  it('lay a list out in rows and leave the rest empty', () => {
    const { count, height, width, values } = channelMaps(upTo(5), [5]);
    expect([count, height, width]).toEqual([1, 2, 3]);
    expect([...values]).toEqual([0, 1, 2, 3, 4, NaN]);
  });

  it('take the filters of one input out of every kind of kernel', () => {
    const one = (kind: Parameters<typeof kernelPictures>[0], shape: number[], input: number) => {
      const { pictures, inputs } = kernelPictures(kind, upTo(12), shape, input);
      return { inputs, count: pictures.count, values: [...pictures.values] };
    };
    expect(one('conv2d', [2, 1, 2, 3], 1)).toEqual({ inputs: 2, count: 3, values: [3, 9, 4, 10, 5, 11] });
    expect(one('conv2dTranspose', [2, 1, 2, 3], 1)).toEqual({ inputs: 3, count: 2, values: [1, 7, 4, 10] });
    expect(one('depthwiseConv2d', [2, 1, 6, 1], 0)).toMatchObject({ inputs: 1, count: 6 });
    expect(one('dense', [4, 3], 0)).toEqual({ inputs: 1, count: 1, values: [...upTo(12)] });
    expect(() => one('conv2d', [2, 1, 2, 3], 2)).toThrow(InvalidValueError);
  });

  it('count all weights, the largest too', () => {
    const { counts, reach, mean, deviation } = spreadOf('dense_1', [-2, 0, 2]);
    expect([reach, mean, counts[0], counts[20], counts[40]]).toEqual([2, 0, 1, 1, 1]);
    expect(deviation).toBeCloseTo(Math.sqrt(8 / 3));
    expect(spreadOf('dense_1', [0, 0]).counts[20]).toBe(2);
  });
});
