import { expect, it } from 'vitest';
import { readRunConfig } from '../../core/runConfig';
import { catalogue } from '../../worker/catalogue';
import { describeImport, importGroups } from './importing';

const named = (...names: string[]) => names.map((name) => ({ name }));

it('gives a model of several files as one, and every other file by itself', () => {
  const groups = importGroups(named('a.zip', 'weights.bin', 'model.json', 'group1-shard1of2', 'b.h5'));
  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([
    ['model.json', 'weights.bin', 'group1-shard1of2'],
    ['a.zip'],
    ['b.h5'],
  ]);
  expect(importGroups(named('a.zip'))).toEqual([named('a.zip')]);
  expect(importGroups(named('a.onnx', 'b.onnx'))).toEqual([named('a.onnx'), named('b.onnx')]);
  expect(importGroups(named('a.onnx.data', 'a.onnx'))).toEqual([named('a.onnx', 'a.onnx.data')]);
});

it('says what was found', () => {
  const summary = {
    id: 'x',
    name: 'mine',
    parent: null,
    note: '',
    starred: false,
    compression: [],
    step: 1200,
    seconds: 0,
    createdAt: 0,
    savedAt: 0,
    sizeBytes: 1,
    thumbnail: null,
  };
  const run = readRunConfig({}, catalogue);
  expect(describeImport({ ...summary, config: run })).toBe('mine, step 1,200.');
  const model = readRunConfig(
    { model: 'imported', dataset: 'unknown-data', 'dataset.height': 28, 'dataset.width': 32 },
    catalogue,
  );
  expect(describeImport({ ...summary, config: model })).toContain('grey images of 28 x 32');
});
