import { afterEach, describe, expect, it } from 'vitest';
import { hasRelaxedSimd } from '../../core/simdSupport';
import { loadTestModule, readKernelFile, spawnNodeHelper } from '../../testing/simdModule';
import { EngineHelperLostError, EngineModuleError, EngineTrapError } from './errors';
import type { HelperHandle } from './helper';
import { loadSimdModule, type SimdModule } from './module';

const open: SimdModule[] = [];
const load = async (...args: Parameters<typeof loadTestModule>) => {
  const module = await loadTestModule(...args);
  open.push(module);
  return module;
};
afterEach(() => {
  for (const module of open.splice(0)) module.dispose();
});

describe('loadSimdModule', () => {
  it('knows relaxed SIMD and picks the build', async () => {
    expect(hasRelaxedSimd()).toBe(true);
    expect((await load({ relaxed: 'off' })).build).toBe('plain-single');
    expect((await load({ threads: 2 })).build).toBe('relaxed-threads');
  });

  it.each([1, 2, 3, 8])('runs every task exactly once on %i threads', async (threads) => {
    const module = await load({ threads });
    const count = 70001;
    const out = module.heap.malloc(count * 4);
    module.heap.i32(out, count).fill(0);
    for (let round = 0; round < 3; round++) module.run('poolCount', out, count);
    for (let round = 0; round < 2000; round++) module.run('poolCount', out, 1 + (round % 17));
    const values = module.heap.i32(out, count);
    expect(values[count - 1]).toBe(3 * count);
    const late = values.findIndex((value, i) => i >= 17 && value !== 3 * (i + 1));
    expect(late).toBe(-1);
    expect(values[0]).toBe(2003);
  });

  it('runs every task exactly once while threads are sent to rest and called again', async () => {
    const module = await load({ threads: 4 });
    const count = 50;
    const out = module.heap.malloc(count * 4);
    module.heap.i32(out, count).fill(0);
    for (let round = 0; round < 4000; round++) {
      module.useThreads(1 + ((round * 7) % 4));
      module.run('poolCount', out, count);
    }
    expect([...module.heap.i32(out, count)]).toEqual(Array.from({ length: count }, (_, i) => 4000 * (i + 1)));
    module.useThreads(9);
    expect(module.threads).toBe(4);
    module.useThreads(2);
    module.endResting();
    module.useThreads(4);
    expect(module.threads).toBe(2);
  });

  it('names the kernel in which the owner traps', async () => {
    const module = await load({});
    expect(() => module.run('poolTrap', 0, 2)).toThrowError(EngineTrapError);
    expect(() => module.run('poolTrap', 0, 2)).toThrowError(/poolTrap/);
    expect(() => module.run('noSuchKernel')).toThrowError(EngineModuleError);
  });

  it('fails with a name when a helper traps', async () => {
    const module = await load({ threads: 2 });
    expect(() => module.run('poolTrapHelper')).toThrowError(EngineHelperLostError);
  });

  it('fails with a name when a helper never starts, and ends it', async () => {
    let ended = false;
    const never = new Promise<never>(() => undefined);
    const spawnHelper = (): HelperHandle => ({ ready: never, gone: never, terminate: () => (ended = true) });
    const loading = loadSimdModule({ threads: 2, readBytes: readKernelFile, spawnHelper, helperStartMs: 10 });
    await expect(loading).rejects.toThrow('A helper thread did not start within 0.01 s.');
    expect(ended).toBe(true);
  });

  it('fails with a name once a helper is gone that had nothing to do', async () => {
    const helpers: HelperHandle[] = [];
    const module = await loadSimdModule({
      threads: 3,
      readBytes: readKernelFile,
      spawnHelper(init) {
        const helper = spawnNodeHelper(init);
        helpers.push(helper);
        return helper;
      },
    });
    open.push(module);
    const out = module.heap.malloc(64);
    module.heap.i32(out, 16).fill(0);
    module.run('poolCount', out, 16);
    helpers[1]?.terminate();
    await helpers[1]?.gone;
    expect(() => module.run('poolCount', out, 16)).toThrowError(EngineHelperLostError);
  });

  it('does not wait forever for a helper that vanished with its task', async () => {
    const module = await load({ threads: 2, helperTimeoutMs: 100 });
    // Four tasks were announced and one never finishes: what the owner sees when a helper disappears.
    expect(() => module.run('poolLose', 4)).toThrowError(EngineHelperLostError);
  });
});
