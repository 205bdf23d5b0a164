import { describe, expect, it } from 'vitest';
import { DEFAULT_DATASET } from '../core/runConfig';
import { readParam } from '../core/paramSpec';
import { datasets } from '.';

it('offers the data sets in their order, the default first', () => {
  const ids = datasets.map(({ id }) => id);
  expect(ids).toEqual([
    DEFAULT_DATASET,
    'mnist',
    'fashion-mnist',
    'image-folder',
    'drawn-scenes',
    'digits-outlines',
    'thin-thick-digits',
    'digits-turned',
    'image-domains',
    'image-pairs',
    'scene-and-pattern',
    'content-and-style',
    'style-pictures',
    'points-ring',
    'points-grid',
    'points-moons',
    'points-spiral',
    'points-drawn',
  ]);
});

describe.each(datasets)('$id', (dataset) => {
  it('has a permanent id, a sentence of help, a source and a licence', () => {
    expect(dataset.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(datasets.filter(({ id }) => id === dataset.id)).toHaveLength(1);
    expect(dataset.help).toMatch(/^[A-Z].*\.$/);
    expect(dataset.source).not.toBe('');
    expect(dataset.licence).not.toBe('');
    expect(dataset.shape.every((side) => Number.isInteger(side) && side > 0)).toBe(true);
  });

  it('has parameters with unique camelCase names that pass their own defaults', () => {
    const ids = dataset.params.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const param of dataset.params) {
      expect(param.id).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(param.help).toMatch(/^[A-Z].*\.$/);
      expect(readParam(param, param.default)).toEqual({ ok: true, value: param.default });
      expect(readParam(param, String(param.default))).toEqual({ ok: true, value: param.default });
    }
  });

  it('accepts files exactly when it can take them', () => {
    expect(dataset.accepts.length > 0).toBe(dataset.provide !== undefined);
  });
});
