// The compute module under Node, for tests and benchmarks: bytes from the file system, helpers as worker threads.
import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { HelperHandle, HelperInit } from '../engine/simd/helper';
import { DONE, LOST } from '../engine/simd/layout';
import { loadSimdModule, type ModuleName, type SimdModule } from '../engine/simd/module';
import { kernelPlace } from './nodePlaces';

// Node 20 has relaxed SIMD behind a flag; browsers do not.
setFlagsFromString('--experimental-wasm-relaxed-simd');

/** The helper's life (src/engine/simd/helper.ts) as a script that a Node worker takes without a bundler. */
const HELPER_SCRIPT = `
const { workerData, parentPort } = require('node:worker_threads');
const { code, memory, index } = workerData;
const module = code instanceof WebAssembly.Module ? code : new WebAssembly.Module(code);
const { setThreadIndex, helperLoop } = new WebAssembly.Instance(module, { env: { memory } }).exports;
setThreadIndex(index);
parentPort.postMessage('ready');
try {
  helperLoop();
} catch (error) {
  const words = new Int32Array(memory.buffer);
  Atomics.store(words, ${LOST / 4}, 1);
  Atomics.notify(words, ${DONE / 4});
}
`;

/** Bytes of a built compute module. */
export const readKernelFile = (name: ModuleName): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(kernelPlace(name)).then((bytes) => Uint8Array.from(bytes));

/** Starts a helper as a Node worker thread. */
export function spawnNodeHelper(init: HelperInit): HelperHandle {
  const worker = new Worker(HELPER_SCRIPT, { eval: true, workerData: init });
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => {
      // From here on the owner keeps the process alive, not its helpers.
      worker.unref();
      resolve();
    });
    worker.once('error', reject);
  });
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return { ready, gone, terminate: () => void worker.terminate() };
}

/** Loads the built compute module as the browser would. Dispose it. */
export const loadTestModule = (
  options: { threads?: number; relaxed?: 'on' | 'off'; helperTimeoutMs?: number } = {},
): Promise<SimdModule> =>
  loadSimdModule({
    threads: options.threads ?? 1,
    relaxed: options.relaxed ?? 'on',
    readBytes: readKernelFile,
    spawnHelper: spawnNodeHelper,
    helperTimeoutMs: options.helperTimeoutMs,
  });
