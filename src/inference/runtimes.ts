// The ways in which a kiosk can draw, behind one interface: this project's kernels, plain loops where a browser has no
// SIMD, and LiteRT.js, which is loaded only to compare.
import { inputShape } from '../graph/edges';
import { runFloatGraph } from '../graph/floatReference';
import { volume } from '../graph/graph';
import { GanvasError } from '../core/errors';
import { readKernelBytes, spawnHelperWorker } from '../engine/simd/assets';
import { hasRelaxedSimd, loadSimdModule, type SimdModule } from '../engine/simd/module';
import type { KioskRuntimeId, RuntimeFacts } from '../protocol/kiosk';
import { GraphRunner } from './graphRunner';
import type { ReadModel } from '../readers/tflite/model';

/** A model that is ready to draw. Dispose it. */
export interface Painter {
  readonly facts: RuntimeFacts;
  readonly memoryBytes: number;
  /** @returns [rows * output] */
  paint(inputs: Float32Array, rows: number): Float32Array | Promise<Float32Array>;
  dispose(): void;
}

/** The browser lacks what the runtime needs. */
export class RuntimeMissingError extends GanvasError {}

/** More threads than this wait for each other more than they draw; images are small. */
const MOST_THREADS = 4;

/** A module of one function on vectors: validates only where SIMD works. */
const SIMD_PROBE = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  10,
  1,
  8,
  0,
  65,
  0,
  253,
  15,
  253,
  98,
  11,
);

const hasSimd = (): boolean => typeof WebAssembly === 'object' && WebAssembly.validate(SIMD_PROBE);

/** Threads that the browser lets a page have. */
export const usableThreads = (): number =>
  globalThis.crossOriginIsolated ? Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency)) : 1;

function simdPainter(module: SimdModule, model: ReadModel, limit: string | null): Painter {
  const runner = new GraphRunner(module, model.graph);
  const simd = module.build.startsWith('relaxed') ? 'relaxed SIMD' : 'SIMD';
  return {
    facts: { label: `WebAssembly ${simd}`, threads: module.threads, limit },
    get memoryBytes() {
      return module.memory.buffer.byteLength;
    },
    paint: (inputs, rows) => runner.run(inputs, rows),
    dispose() {
      runner.dispose();
      module.dispose();
    },
  };
}

async function openSimd(model: ReadModel, threads: number, relaxed: 'auto' | 'off', limit: string | null) {
  const module = await loadSimdModule({
    threads,
    relaxed,
    readBytes: readKernelBytes,
    spawnHelper: spawnHelperWorker,
  });
  try {
    return simdPainter(module, model, limit);
  } catch (error) {
    module.dispose();
    throw error;
  }
}

const plainLoops = ({ graph }: ReadModel, limit: string | null): Painter => ({
  facts: { label: 'JavaScript', threads: 1, limit },
  memoryBytes: 0,
  paint: (inputs, rows) => runFloatGraph(graph, inputs, rows),
  dispose: () => undefined,
});

/** Google's runtime; takes files with float32 input and output. */
async function openLiteRt(bytes: Uint8Array, { graph }: ReadModel): Promise<Painter> {
  const [{ loadLiteRuntime, openLiteModel }, { bootLiteRtInPage }] = await Promise.all([
    import('../exporters/runtimes/liteRt'),
    import('../exporters/runtimes/liteRtPage'),
  ]);
  const lite = await openLiteModel(await loadLiteRuntime(bootLiteRtInPage), bytes);
  const size = volume(inputShape(graph));
  return {
    facts: { label: 'LiteRT.js (XNNPACK)', threads: 1, limit: null },
    memoryBytes: 0,
    async paint(inputs, rows) {
      const images: number[] = [];
      for (let row = 0; row < rows; row++) {
        images.push(...(await lite.run(inputs.slice(row * size, (row + 1) * size))));
      }
      return Float32Array.from(images);
    },
    dispose: () => lite.dispose(),
  };
}

/** Opens a certain runtime. @throws RuntimeMissingError, EngineModuleError, LiteRtError */
export async function openRuntime(id: KioskRuntimeId, bytes: Uint8Array, model: ReadModel): Promise<Painter> {
  if (id === 'javascript') return plainLoops(model, null);
  if (id === 'litert') return openLiteRt(bytes, model);
  if (!hasSimd())
    throw new RuntimeMissingError('This browser has no WebAssembly SIMD.', 'Use a newer browser.');
  if (id === 'plain') return openSimd(model, 1, 'off', null);
  if (!hasRelaxedSimd()) {
    throw new RuntimeMissingError('This browser has no relaxed SIMD.', 'Use a newer browser.');
  }
  if (id === 'relaxed') return openSimd(model, 1, 'auto', null);
  const threads = usableThreads();
  if (threads < 2) {
    throw new RuntimeMissingError('This page may use one thread.', 'Serve it with the isolation headers.');
  }
  return openSimd(model, threads, 'auto', null);
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens the quickest runtime that starts: threads, one thread, plain loops. */
export async function openBest(model: ReadModel): Promise<Painter> {
  if (!hasSimd()) return plainLoops(model, 'no WebAssembly SIMD');
  const threads = usableThreads();
  let why = globalThis.crossOriginIsolated ? null : 'one thread: the page is not isolated';
  if (threads > 1) {
    try {
      return await openSimd(model, threads, 'auto', null);
    } catch (error) {
      why = reasonOf(error);
    }
  }
  try {
    return await openSimd(model, 1, 'auto', why);
  } catch (error) {
    return plainLoops(model, reasonOf(error));
  }
}
