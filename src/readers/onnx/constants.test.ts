// Operators on constants whose operands are not all there: left to whoever reads them, never worked out from nothing.
import { expect, it } from 'vitest';
import { folded } from './constants';
import type { OnnxNode } from './file';
import { tensorOf } from './tensor';

const nodeOf = (op: string): OnnxNode => ({
  op,
  label: op,
  inputs: ['a'],
  outputs: ['b'],
  attributes: { ints: new Map(), floats: new Map(), texts: new Map(), tensors: new Map() },
});
const two = tensorOf('a', [2], Float64Array.of(3, 4));

it.each(['Reshape', 'Gather', 'DequantizeLinear', 'Add', 'Sub', 'Mul', 'Div'])('%s of one constant', (op) => {
  expect(folded(nodeOf(op), [two])).toBeNull();
});

it('works out what one constant is enough for, and what two are', () => {
  expect(folded(nodeOf('Identity'), [two])).toBe(two);
  expect(Array.from(folded(nodeOf('Mul'), [two, two])?.numbers() ?? [])).toEqual([9, 16]);
});
