import { expect, it } from 'vitest';
import { parsedQuery } from './parsedQuery';

it.each([
  ['', {}],
  ['?', {}],
  ['?seed=1&batch=32', { seed: '1', batch: '32' }],
  ['seed=1&seed=2&seed', { seed: ['1', '2', null] }],
  ['note=both+%26%20more&%zz=%', { note: 'both & more', '%zz': '%' }],
  ['=&&a==', { '': '', a: '=' }],
  ['constructor=1&toString=a&toString=b', { constructor: '1', toString: ['a', 'b'] }],
])('reads %j', (search, query) => {
  expect(Object.entries(parsedQuery(search))).toEqual(Object.entries(query));
});

it('leaves what every object has alone', () => {
  const query = parsedQuery('__proto__=1&hasOwnProperty=2');
  expect(Object.keys(query)).toEqual(['__proto__', 'hasOwnProperty']);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});
