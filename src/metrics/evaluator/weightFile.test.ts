import { describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { readEvaluatorHeader } from './header';
import { EvaluatorFileError, packWeights, unpackWeights } from './weightFile';

const tensors = [
  { name: 'kernel', shape: [3, 5, 4], values: normalArray(60, 1) },
  { name: 'bias', shape: [4], values: normalArray(4, 2) },
  { name: 'flat', shape: [2, 3], values: new Float32Array(6).fill(0.25) },
];

describe('packWeights', () => {
  const { bytes, entries } = packWeights(tensors);

  it('keeps vectors exactly, and kernels within half a level of their channel', () => {
    const [kernel, bias, flat] = unpackWeights(bytes, entries);
    expect(bias).toEqual(tensors[1]);
    expect(flat.values).toEqual(tensors[2].values);
    for (let channel = 0; channel < 4; channel++) {
      const own = tensors[0].values.filter((_, i) => i % 4 === channel);
      const level = (Math.max(...own) - Math.min(...own)) / 255;
      kernel.values.forEach((value, i) => {
        if (i % 4 === channel) expect(Math.abs(value - tensors[0].values[i])).toBeLessThan(0.51 * level);
      });
    }
  });

  it('takes one byte a value and little more', () => {
    expect(bytes.length).toBe(60 + 8 * 4 + 16 + 32);
  });

  it('is refused when cut off', () => {
    expect(() => unpackWeights(bytes.subarray(0, 100), entries)).toThrow(EvaluatorFileError);
  });
});

describe('readEvaluatorHeader', () => {
  const header = { format: 'ganvas-evaluator', version: 1, testAccuracy: 0.99, tensors: [] };
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

  it('reads what it must know', () => {
    expect(readEvaluatorHeader(encode(header), 'x')).toEqual({
      testAccuracy: 0.99,
      syntheticAccuracy: null,
      tensors: [],
    });
  });

  it.each([
    ['is no JSON', new TextEncoder().encode('<html>')],
    ['describes no evaluator', encode({ format: 'other' })],
    ['has the version 2', encode({ ...header, version: 2 })],
    ['does not say how accurate', encode({ ...header, testAccuracy: '99 %' })],
    ['damaged list', encode({ ...header, tensors: [{ name: 'a' }] })],
  ])('refuses a file that %s', (what, bytes) => {
    expect(() => readEvaluatorHeader(bytes, 'x')).toThrow(what);
  });
});
