import { expect, it } from 'vitest';
import { fakeReport } from '../testing/fakeRuns';
import { engineChange } from './engineChange';

const ready = { status: 'ready', report: fakeReport({ backend: 'wasm', threads: 1 }) } as const;

it('says that a run trained on plain JavaScript goes on with another engine, and how to stay', () => {
  const change = engineChange({ trainedOn: 'cpu', step: 12 }, ready);
  expect(change?.message).toContain('trained on Plain JavaScript (CPU) and goes on with WebAssembly (CPU)');
  expect(change?.hint).toContain('Plain JavaScript (CPU)');
});

it('says nothing where nothing changes, nothing is known, or no step was taken', () => {
  expect(engineChange({ trainedOn: 'wasm', step: 12 }, ready)).toBeNull();
  expect(engineChange({ trainedOn: null, step: 12 }, ready)).toBeNull();
  expect(engineChange({ trainedOn: 'cpu', step: 0 }, ready)).toBeNull();
  expect(engineChange({ trainedOn: 'cpu', step: 12 }, { status: 'opening' })).toBeNull();
});
