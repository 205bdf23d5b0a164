import { expect, it } from 'vitest';
import { comparison } from './backendNames';

it('compares the fastest backend with the next', () => {
  const times = [
    { backend: 'wasm', milliseconds: 10 },
    { backend: 'webgl', milliseconds: 23 },
    { backend: 'webgpu', milliseconds: 90 },
  ] as const;
  expect(comparison(times)).toBe('CPU engine: 2.3x WebGL here');
  expect(comparison([times[0], { backend: 'webgpu', milliseconds: 10.2 }])).toBe(
    'CPU engine: as fast as WebGPU here',
  );
  expect(comparison(times.slice(0, 1))).toBeNull();
  expect(comparison([])).toBeNull();
});
