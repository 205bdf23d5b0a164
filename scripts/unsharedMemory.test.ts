import { expect, it } from 'vitest';
import { unsharedMemory } from './unsharedMemory';

const text = (name: string): number[] => [name.length, ...new TextEncoder().encode(name)];
/** A module that imports a function of type 0, then a memory of one page, at most 200. */
const importing = (limits: readonly number[]): Uint8Array<ArrayBuffer> => {
  const imports = [2, ...text('env'), ...text('call'), 0, 0, ...text('env'), ...text('memory'), 2, ...limits];
  const types = [1, 0x60, 0, 0];
  return new Uint8Array([
    0,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    1,
    types.length,
    ...types,
    2,
    imports.length,
    ...imports,
  ]);
};
const shared = importing([3, 1, 0xc8, 1]);
const call = (): void => undefined;

it('makes a module that takes a memory that is not shared, and no other', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 200 });
  const sharedMemory = new WebAssembly.Memory({ initial: 1, maximum: 200, shared: true });
  const open = (bytes: Uint8Array<ArrayBuffer>, given: WebAssembly.Memory): WebAssembly.Instance =>
    new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { call, memory: given } });
  expect(() => open(shared, memory)).toThrow(WebAssembly.LinkError);
  expect(open(unsharedMemory(shared), memory)).toBeInstanceOf(WebAssembly.Instance);
  expect(() => open(unsharedMemory(shared), sharedMemory)).toThrow(WebAssembly.LinkError);
  expect(open(shared, sharedMemory)).toBeInstanceOf(WebAssembly.Instance); // the one it was made from is as it was
});

it('refuses a module whose memory is not shared, or that imports none', () => {
  expect(() => unsharedMemory(importing([1, 1, 0xc8, 1]))).toThrow('is not shared');
  expect(() => unsharedMemory(shared.subarray(0, 8))).toThrow('imports no memory');
});
