import { expect, it } from 'vitest';
import { arithmeticChange, arithmeticOf } from './arithmetic';

const relaxed = { backend: 'wasm', kernels: 'relaxed' } as const;
const plain = { backend: 'wasm', kernels: 'plain' } as const;
const graphics = { backend: 'webgpu', kernels: null } as const;

it('names the arithmetic of each backend, of the CPU engine with its kernels', () => {
  expect([relaxed, plain, graphics].map(arithmeticOf)).toEqual(['wasm-relaxed', 'wasm-plain', 'webgpu']);
});

it('says so where a run repeats on another, and only there', () => {
  expect(arithmeticChange('wasm-relaxed', relaxed)).toBeNull();
  expect(arithmeticChange('something new', relaxed)).toBeNull();
  expect(arithmeticChange('wasm-relaxed', plain)).toMatch(/relaxed SIMD and repeats here on .*plain SIMD/);
  expect(arithmeticChange('webgpu', plain)).toMatch(/WebGPU and repeats here on/);
});
