// Loads a compute module: picks the build, makes its memory, starts the helpers, and runs kernels by name with
// failures named. Knows nothing of tensors.
import { hasRelaxedSimd } from '../../core/simdSupport';
import { numberNow, type StepNumber } from '../stepNumber';
import { EngineHelperLostError, EngineModuleError, EngineTrapError } from './errors';
import { Heap } from './heap';
import type { HelperHandle, SpawnHelper } from './helper';
import type { KernelLog } from './kernelLog';
import { ARGS, DONE, HEAP_BASE, LOST, QUIT, THREADS, TIMEOUT_MS, WAKE } from './layout';

export type ModuleName = 'relaxed-threads' | 'relaxed-single' | 'plain-threads' | 'plain-single';

export interface LoadOptions {
  /** Threads wanted, the caller's included; more than 1 needs shared memory and `spawnHelper`. */
  readonly threads: number;
  /** Relaxed SIMD: when the machine takes it (default), always, or never. */
  readonly relaxed?: 'auto' | 'on' | 'off';
  readonly readBytes: (name: ModuleName) => Promise<BufferSource>;
  readonly spawnHelper?: SpawnHelper;
  /** How long the owner waits for a silent helper before it gives up. Default 20 s. */
  readonly helperTimeoutMs?: number;
  /** How long helpers may take to start. Default 60 s: a browser that never starts them must not keep the page waiting. */
  readonly helperStartMs?: number;
}

export interface SimdModule {
  readonly exports: WebAssembly.Exports;
  readonly memory: WebAssembly.Memory;
  readonly heap: Heap;
  /** That take part, the caller's included. */
  readonly threads: number;
  readonly build: ModuleName;
  /** What the memory can grow to, in bytes. */
  readonly maximumBytes: number;
  /** Address of the block for kernel arguments (ARGS_BYTES), free between calls. */
  readonly args: number;
  /** Told of everything that happens in the memory while a step is recorded. */
  log: KernelLog | null;
  /**
   * Runs an exported kernel; addresses and counts as numbers, functions for what differs from step to step.
   * @throws EngineTrapError, EngineHelperLostError
   */
  run(kernel: string, ...args: readonly StepNumber[]): number;
  /** `count` integers for the host to write and the next kernel call to read; valid until the next malloc. */
  tableI32(pointer: number, count: number): Int32Array;
  /** The same for floats. */
  tableF32(pointer: number, count: number): Float32Array;
  /** Scratch for one kernel call, at least this long, contents undefined; every call may get the same address. */
  scratch(bytes: number): number;
  /** Where scratch lies now; another address once a call needed more. */
  readonly scratchPointer: number;
  /** Lets so many threads take part from now on, at most those that were loaded; the others rest. Not while a kernel runs. */
  useThreads(count: number): void;
  /** Ends the helpers that rest, for good: each job wakes them, to no end. */
  endResting(): void;
  /** Ends the helpers. The memory goes with the last reference. */
  dispose(): void;
}

const PAGE_BYTES = 65536;
/** The most pages to ask for; browsers that cannot reserve so much address space get less. */
const MAXIMUM_PAGES = [65536, 32768, 16384, 8192];
/**
 * What helper threads run. Threads that share a module share what it was compiled to, which saves time; but WebKit, which takes the plain
 * kernels, ends the whole page where one thread waits for a kernel's first code while another has run that code so often that better code
 * took its place (the assertion of `jitCompileSIMDFunction` in 2.50.6). There each thread compiles for itself.
 */
const codeForHelpers = (
  simd: 'relaxed' | 'plain',
  module: WebAssembly.Module,
  bytes: BufferSource,
): WebAssembly.Module | BufferSource => (simd === 'relaxed' ? module : bytes);

/**
 * Loads the compute module and its threads.
 * @throws EngineModuleError when the module does not fit, or its helpers do not start
 */
export async function loadSimdModule(options: LoadOptions): Promise<SimdModule> {
  const { threads, relaxed = 'auto', readBytes, spawnHelper } = options;
  const { helperTimeoutMs = 20000, helperStartMs = 60000 } = options;
  if (!Number.isInteger(threads) || threads < 1)
    throw new EngineModuleError(`Cannot run on ${threads} threads.`);
  const shared = threads > 1 && spawnHelper !== undefined && typeof SharedArrayBuffer !== 'undefined';
  const simd = relaxed === 'on' || (relaxed === 'auto' && hasRelaxedSimd()) ? 'relaxed' : 'plain';
  const build: ModuleName = `${simd}-${shared ? 'threads' : 'single'}`;
  const bytes = await readBytes(build);
  const module = await WebAssembly.compile(bytes);
  const { memory, maximumBytes } = createMemory(shared);
  const instance = new WebAssembly.Instance(module, { env: { memory } });
  const heap = new Heap(memory, HEAP_BASE);
  const words = () => new Int32Array(memory.buffer, 0, ARGS / 4);
  checkLayout(instance.exports);
  const count = shared ? threads : 1;
  words()[TIMEOUT_MS / 4] = helperTimeoutMs;
  const helpers: HelperHandle[] = [];
  const code = codeForHelpers(simd, module, bytes);
  for (let index = 1; index < count; index++) {
    if (spawnHelper) helpers.push(spawnHelper({ code, memory, index }));
  }
  let ended = false;
  const endHelpers = () => {
    ended = true;
    const control = words();
    Atomics.store(control, QUIT / 4, 1);
    Atomics.add(control, WAKE / 4, 1);
    if (shared) Atomics.notify(control, WAKE / 4);
    for (const helper of helpers) helper.terminate();
  };
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const error = new EngineModuleError(`A helper thread did not start within ${helperStartMs / 1000} s.`);
    late = setTimeout(() => reject(error), helperStartMs);
  });
  try {
    await Promise.race([tooLate, Promise.all(helpers.map((helper) => helper.ready))]);
  } catch (error) {
    endHelpers();
    throw error;
  } finally {
    clearTimeout(late);
  }
  let taking = count;
  /** Helpers from this one on were ended on purpose. */
  let kept = count;
  words()[THREADS / 4] = taking;
  // A helper that dies with a task is missed by the owner, which waits for it; one that dies without would only make
  // everything slower, for good and unsaid.
  for (const [at, helper] of helpers.entries())
    void helper.gone.then(() => !ended && at + 1 < kept && Atomics.store(words(), LOST / 4, 1));

  const kernels = callable(instance.exports);
  let scratch = { pointer: 0, bytes: 0 };
  // A shared buffer keeps its control words in place when it grows; an unshared one has no helpers to lose.
  const control = words();
  const loaded: SimdModule = {
    exports: instance.exports,
    memory,
    heap,
    get threads() {
      return taking;
    },
    build,
    maximumBytes,
    args: ARGS,
    log: null,
    run(name, ...args) {
      const kernel = kernels.get(name);
      if (!kernel) throw new EngineModuleError(`The compute module has no kernel ${name}.`);
      loaded.log?.ran(name, args);
      let result: number;
      try {
        result = kernel(...args.map(numberNow));
      } catch (error) {
        if (shared) Atomics.store(control, LOST / 4, 1);
        throw new EngineTrapError(name, error instanceof Error ? error.message : String(error));
      }
      if (shared && Atomics.load(control, LOST / 4) !== 0) throw new EngineHelperLostError(name);
      return result;
    },
    tableI32(pointer, count) {
      loaded.log?.table(pointer, count * 4);
      return heap.i32(pointer, count);
    },
    tableF32(pointer, count) {
      loaded.log?.table(pointer, count * 4);
      return heap.f32(pointer, count);
    },
    get scratchPointer() {
      return scratch.pointer;
    },
    scratch(bytes) {
      if (bytes > scratch.bytes) {
        if (scratch.bytes > 0) heap.free(scratch.pointer);
        scratch = { pointer: 0, bytes: 0 };
        scratch = { pointer: heap.malloc(bytes), bytes };
      }
      return scratch.pointer;
    },
    useThreads(wanted) {
      taking = Math.max(1, Math.min(kept, wanted));
      Atomics.store(control, THREADS / 4, taking);
    },
    endResting() {
      kept = taking;
      for (const helper of helpers.slice(kept - 1)) helper.terminate();
    },
    dispose() {
      endHelpers();
      if (shared) Atomics.notify(control, DONE / 4);
    },
  };
  return loaded;
}

function createMemory(shared: boolean): { memory: WebAssembly.Memory; maximumBytes: number } {
  let reason = '';
  for (const maximum of MAXIMUM_PAGES) {
    try {
      const memory = new WebAssembly.Memory({ initial: 256, maximum, shared });
      return { memory, maximumBytes: maximum * PAGE_BYTES };
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  throw new EngineModuleError(`No memory for the CPU engine: ${reason}.`);
}

type Kernel = (...args: number[]) => number;

const isKernel = (value: WebAssembly.ExportValue): value is Kernel => typeof value === 'function';

function callable(exports: WebAssembly.Exports): ReadonlyMap<string, Kernel> {
  const kernels = new Map<string, Kernel>();
  for (const [name, value] of Object.entries(exports)) if (isKernel(value)) kernels.set(name, value);
  return kernels;
}

/** The two copies of the memory layout must agree, or kernels would write over each other. */
function checkLayout(exports: WebAssembly.Exports): void {
  for (const [name, expected] of Object.entries({ ARGS, HEAP_BASE })) {
    const value = exports[name];
    if (!(value instanceof WebAssembly.Global) || value.value !== expected) {
      throw new EngineModuleError(`The compute module does not fit this page (${name}).`);
    }
  }
}
