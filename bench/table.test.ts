import { describe, expect, it } from 'vitest';
import { figure, percent, renderTable, times } from './table';

describe('figure', () => {
  it.each([
    [0.012345, '0.0123'],
    [1.2345, '1.23'],
    [12.345, '12.3'],
    [123.45, '123'],
    [123456, '123,456'],
    [0, '0'],
    [NaN, '–'],
    [null, '–'],
  ])('writes %f as %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });
});

it('writes ratios and shares', () => {
  expect([times(1.528), times(NaN), percent(0.834), percent(Infinity)]).toEqual(['1.53x', '–', '83 %', '–']);
});

it('renders an aligned table whose cells cannot break it', () => {
  const table = {
    title: 'Step',
    columns: ['what', 'ms'],
    rows: [
      ['a|b', '12.5'],
      ['c', '7'],
    ],
    notes: ['Two threads.'],
  };
  expect(renderTable(table).split('\n')).toEqual([
    '### Step',
    '',
    '| what |   ms |',
    '| ---- | ---: |',
    '| a\\|b | 12.5 |',
    '| c    |    7 |',
    '',
    '- Two threads.',
    '',
  ]);
});
