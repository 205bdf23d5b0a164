// The ways in which a kiosk can draw, behind one interface: this project's kernels, plain loops where a browser has no
// SIMD, and LiteRT.js, which is loaded only to compare.
import { inputShape } from '../graph/edges';
import { volume } from '../graph/graph';
import { GanvasError } from '../core/errors';
import { announcedHelpers, readKernelBytes } from '../engine/simd/assets';
import { hasRelaxedSimd, hasSimd } from '../core/simdSupport';
import type { OnThread } from '../core/threadPatience';
import type { KioskRuntimeId } from '../protocol/kiosk';
import type { ReadModel } from '../readers/tflite/model';
import { openSimd, plainLoops, reasonOf, type Painter } from './painter';

/** The browser lacks what the runtime needs. */
export class RuntimeMissingError extends GanvasError {}

/** More threads than this wait for each other more than they draw; images are small. */
const MOST_THREADS = 4;

/** Threads that the browser lets a page have. */
export const usableThreads = (): number =>
  globalThis.crossOriginIsolated ? Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency)) : 1;

const withKernels = (
  model: ReadModel,
  threads: number,
  relaxed: 'auto' | 'off',
  limit: string | null,
  onThread?: OnThread,
): Promise<Painter> =>
  openSimd(
    model,
    { threads, relaxed, readBytes: readKernelBytes, spawnHelper: announcedHelpers(onThread) },
    limit,
  );

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
export async function openRuntime(
  id: KioskRuntimeId,
  bytes: Uint8Array,
  model: ReadModel,
  onThread?: OnThread,
): Promise<Painter> {
  if (id === 'javascript') return plainLoops(model, null);
  if (id === 'litert') return openLiteRt(bytes, model);
  if (!hasSimd())
    throw new RuntimeMissingError('This browser has no WebAssembly SIMD.', 'Use a newer browser.');
  if (id === 'plain') return withKernels(model, 1, 'off', null);
  if (!hasRelaxedSimd()) {
    throw new RuntimeMissingError('This browser has no relaxed SIMD.', 'Use a newer browser.');
  }
  if (id === 'relaxed') return withKernels(model, 1, 'auto', null);
  const threads = usableThreads();
  if (threads < 2) {
    throw new RuntimeMissingError('This page may use one thread.', 'Serve it with the isolation headers.');
  }
  return withKernels(model, threads, 'auto', null, onThread);
}

/** Opens the quickest runtime that starts: threads, one thread, plain loops. */
export async function openBest(model: ReadModel, onThread?: OnThread): Promise<Painter> {
  if (!hasSimd()) return plainLoops(model, 'no WebAssembly SIMD');
  const threads = usableThreads();
  let why = globalThis.crossOriginIsolated ? null : 'one thread: the page is not isolated';
  if (threads > 1) {
    try {
      return await withKernels(model, threads, 'auto', null, onThread);
    } catch (error) {
      why = reasonOf(error);
    }
  }
  try {
    return await withKernels(model, 1, 'auto', why);
  } catch (error) {
    return plainLoops(model, reasonOf(error));
  }
}
