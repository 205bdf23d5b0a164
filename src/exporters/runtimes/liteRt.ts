// Runs .tflite files with Google's own runtime, LiteRT.js: the independent reader that every exported .tflite is proved
// by. Loaded when first needed; how its files are found differs between the page and the tests.
// https://www.npmjs.com/package/@litertjs/core
import type { LiteRt } from '@litertjs/core';
import { GanvasError, toWireError } from '../../core/errors';

/** The runtime refuses the file, or cannot be loaded. */
export class LiteRtError extends GanvasError {}

/** Puts the runtime's start-up function in place: `ModuleFactory`, and `Module` that says where its wasm is. */
export type LiteRtBoot = () => Promise<{ readonly ModuleFactory: unknown; readonly Module: object }>;

/** A model that is ready to run. Dispose it. */
export interface LiteRtModel {
  /** One example of float32 input; the output as float32. */
  run(input: Float32Array): Promise<Float32Array>;
  dispose(): void;
}

let loading: Promise<LiteRt> | null = null;

/** The runtime's loader asks for scripts by their global names; what it leaves behind is put back. */
async function withGlobals<T>(globals: Record<string, unknown>, task: () => Promise<T>): Promise<T> {
  const before = Object.keys(globals).map(
    (key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)] as const,
  );
  for (const [key, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, key, { value, configurable: true, writable: true });
  }
  try {
    return await task();
  } finally {
    for (const [key, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, key, descriptor);
      else Reflect.deleteProperty(globalThis, key);
    }
  }
}

async function start(boot: LiteRtBoot): Promise<LiteRt> {
  const { loadLiteRt } = await import('@litertjs/core');
  const { ModuleFactory, Module } = await boot();
  const globals = { ModuleFactory, Module, importScripts: () => undefined, self: globalThis };
  return withGlobals(globals, () => loadLiteRt('litert.js'));
}

/** Loads the runtime once. @throws LiteRtError when its files cannot be loaded; asking again tries again */
export async function loadLiteRuntime(boot: LiteRtBoot): Promise<LiteRt> {
  loading ??= start(boot);
  try {
    return await loading;
  } catch (error) {
    loading = null;
    throw new LiteRtError(
      `The runtime that checks .tflite files did not start: ${toWireError(error).message}`,
      'Reload the page and try again; without it no .tflite is handed out.',
    );
  }
}

/**
 * Opens a model with float32 input and output.
 * @throws LiteRtError with the runtime's words when it does not take the file
 */
export async function openLiteModel(runtime: LiteRt, bytes: Uint8Array): Promise<LiteRtModel> {
  const { Tensor } = await import('@litertjs/core');
  try {
    const model = await runtime.loadAndCompile(bytes, { accelerator: 'wasm', cpuOptions: { numThreads: 1 } });
    const shape = model.getInputDetails()[0].shape;
    return {
      async run(values) {
        const input = new Tensor(values, [...shape]);
        const [output] = await model.run(input);
        const result = Float32Array.from(output.toTypedArray());
        output.delete();
        input.delete();
        return result;
      },
      dispose: () => model.delete(),
    };
  } catch (error) {
    throw new LiteRtError(
      `LiteRT refuses the file: ${toWireError(error).message}`,
      'Choose another format, and report this with the model that you chose.',
    );
  }
}
