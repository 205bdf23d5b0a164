// After each file of the unit tests: what the next file of the same thread would otherwise find changed.
import { afterAll, vi } from 'vitest';
import { disposeSimdBackend } from '../engine/simd/register';
import './equalBytes';

afterAll(() => {
  disposeSimdBackend();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
