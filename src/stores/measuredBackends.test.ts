import { expect, it } from 'vitest';
import type { EngineReport } from '../protocol';
import { MeasuredBackends } from './measuredBackends';

function memoryStore() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

const report = (stepTimes: EngineReport['stepTimes']): EngineReport => ({
  backend: 'wasm',
  description: 'WebAssembly SIMD on 2 threads',
  why: '',
  threads: 2,
  crossOriginIsolated: true,
  kernels: null,
  notes: [],
  sharedMemory: true,
  skipped: [],
  stepTimes,
});
const times = [
  { backend: 'wasm', milliseconds: 10 },
  { backend: 'webgl', milliseconds: 23 },
] as const;

it('remembers by model, for this device only', () => {
  const store = memoryStore();
  const here = new MeasuredBackends(store, () => 'here');
  here.remember('light', report(times));
  expect(here.recall('light')).toEqual({ description: 'WebAssembly SIMD on 2 threads', stepTimes: times });
  expect(here.recall('reference')).toBeUndefined();
  expect(new MeasuredBackends(store, () => 'another browser').recall('light')).toBeUndefined();
  here.remember('reference', report(times));
  expect(here.recall('light')).toBeDefined();
  here.forget();
  expect(here.recall('light')).toBeUndefined();
});

it('keeps nothing where nothing was compared, and takes nothing that is no measurement', () => {
  const store = memoryStore();
  const measured = new MeasuredBackends(store, () => 'here');
  measured.remember('light', report([]));
  expect(store.values.size).toBe(0);
  for (const text of ['no JSON', '7', '{"device":"here","models":{"light":{"description":3}}}']) {
    store.setItem('ganvas-backends', text);
    expect(measured.recall('light')).toBeUndefined();
  }
});

it('goes on without a store, or with one that is full', () => {
  const full = {
    ...memoryStore(),
    setItem: () => {
      throw new Error('full');
    },
  };
  for (const store of [null, full]) {
    const measured = new MeasuredBackends(store, () => 'here');
    measured.remember('light', report(times));
    expect(measured.recall('light')).toBeUndefined();
  }
});
