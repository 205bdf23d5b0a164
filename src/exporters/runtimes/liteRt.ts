// Runs .tflite files with Google's own runtime, LiteRT.js: the independent reader that every exported .tflite is proved
// by. Loaded when first needed; how its files are found differs between the page and the tests.
// https://www.npmjs.com/package/@litertjs/core
import type { LiteRt } from '@litertjs/core';
import { GanvasError, toWireError } from '../../core/errors';

/** The runtime refuses the file, or cannot be loaded. */
export class LiteRtError extends GanvasError {}

/** Puts the runtime's start-up function in place: `ModuleFactory`, and `Module` that says where its wasm is. */
export type LiteRtBoot = () => Promise<{ readonly ModuleFactory: unknown; readonly Module: object }>;

/** A model that is ready to run, with numbers of one type. Dispose it. */
export interface LiteRtModel<Numbers> {
  /** One example's input to its output. */
  run(input: Numbers): Promise<Numbers>;
  dispose(): void;
}

const refusal = (error: unknown): LiteRtError =>
  new LiteRtError(
    `LiteRT refuses the file: ${toWireError(error).message}`,
    'Choose another format, and report this with the model that you chose.',
  );

/** The loader expects a page or a worker; Node has no `self`. */
const selfWhereMissing = 'self' in globalThis ? {} : { self: globalThis };

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
  const globals = {
    ...{ ModuleFactory, Module, importScripts: () => undefined, ...selfWhereMissing },
    // It looks for a graphics card that nobody asked for, and warns when there is none.
    console: { ...console, warn: console.debug },
  };
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
export async function openLiteModel(runtime: LiteRt, bytes: Uint8Array): Promise<LiteRtModel<Float32Array>> {
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
    throw refusal(error);
  }
}

/**
 * Opens a model with int8 input and output, which the runtime's own tensors do not offer: through its lower level.
 * @throws LiteRtError with the runtime's words when it does not take the file
 */
export async function openInt8LiteModel(
  runtime: LiteRt,
  bytes: Uint8Array,
  outputSize: number,
): Promise<LiteRtModel<Int8Array>> {
  const wasm = runtime.liteRtWasm;
  const environment = runtime.getDefaultEnvironment();
  const at = wasm._malloc(bytes.length);
  wasm.HEAPU8.set(bytes, at);
  try {
    const model = wasm.loadModel(environment.liteRtEnvironment, at, bytes.length);
    const cpu = { environment, accelerator: 'wasm', cpuOptions: { numThreads: 1 } } as const;
    const options = { ...cpu, gpuOptions: {}, webNNOptions: {} };
    const compiled = await wasm.compileModel(environment.liteRtEnvironment, model, options);
    return {
      async run(values) {
        const input = wasm.LiteRtTensorBuffer.createManaged(
          environment.liteRtEnvironment,
          wasm.LiteRtTensorBufferType.HOST_MEMORY,
          model.getInputTensorType(0, 0),
          values.length,
        );
        const to = input.lock(wasm.LiteRtTensorBufferLockMode.WRITE);
        new Int8Array(wasm.HEAPU8.buffer).set(values, to);
        input.unlock();
        const [output] = await compiled.run(0, [input]);
        const from = output.lock(wasm.LiteRtTensorBufferLockMode.READ);
        const result = Int8Array.from(new Int8Array(wasm.HEAPU8.buffer, from, outputSize));
        output.unlock();
        output.delete();
        input.delete();
        return result;
      },
      dispose() {
        compiled.delete();
        model.delete();
        wasm._free(at);
      },
    };
  } catch (error) {
    wasm._free(at);
    throw refusal(error);
  }
}
