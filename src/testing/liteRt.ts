// LiteRT.js in Node: its classic script runs in this context with `require` at hand, its wasm comes from the package.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import type { LiteRt } from '@litertjs/core';
import { loadLiteRuntime, type LiteRtBoot } from '../exporters/runtimes/liteRt';

const require = createRequire(import.meta.url);
const asset = (name: string): string =>
  fileURLToPath(new URL(`../../node_modules/@litertjs/core/wasm/${name}`, import.meta.url));

const boot: LiteRtBoot = async () => {
  const script = await readFile(asset('litert_wasm_compat_internal.js'), 'utf8');
  const wasmBinary = await readFile(asset('litert_wasm_compat_internal.wasm'));
  // What Node gives to CommonJS files, and the script counts on.
  const wrapped: (require: NodeJS.Require, __dirname: string) => unknown = runInThisContext(
    `(function (require, __dirname) {${script}\nreturn ModuleFactory;})`,
  );
  const ModuleFactory = wrapped(require, dirname(asset('')));
  return { ModuleFactory, Module: { wasmBinary, print: () => undefined, printErr: () => undefined } };
};

export const loadTestLiteRt = (): Promise<LiteRt> => loadLiteRuntime(boot);

/** Runs a model with int8 input and output, which the runtime's own tensors do not offer, through its low-level form. */
export async function runInt8Model(
  runtime: LiteRt,
  bytes: Uint8Array,
  inputs: Int8Array,
  rows: number,
  outputSize: number,
): Promise<Int8Array> {
  const wasm = runtime.liteRtWasm;
  const environment = runtime.getDefaultEnvironment();
  const at = wasm._malloc(bytes.length);
  wasm.HEAPU8.set(bytes, at);
  const model = wasm.loadModel(environment.liteRtEnvironment, at, bytes.length);
  const options = {
    environment,
    accelerator: 'wasm',
    cpuOptions: { numThreads: 1 },
    gpuOptions: {},
    webNNOptions: {},
  } as const;
  const compiled = await wasm.compileModel(environment.liteRtEnvironment, model, options);
  const size = inputs.length / rows;
  const result = new Int8Array(rows * outputSize);
  for (let row = 0; row < rows; row++) {
    const buffer = wasm.LiteRtTensorBuffer.createManaged(
      environment.liteRtEnvironment,
      wasm.LiteRtTensorBufferType.HOST_MEMORY,
      model.getInputTensorType(0, 0),
      size,
    );
    const to = buffer.lock(wasm.LiteRtTensorBufferLockMode.WRITE);
    new Int8Array(wasm.HEAPU8.buffer).set(inputs.subarray(row * size, (row + 1) * size), to);
    buffer.unlock();
    const [output] = await compiled.run(0, [buffer]);
    const from = output.lock(wasm.LiteRtTensorBufferLockMode.READ);
    result.set(new Int8Array(wasm.HEAPU8.buffer, from, outputSize), row * outputSize);
    output.unlock();
    output.delete();
    buffer.delete();
  }
  compiled.delete();
  model.delete();
  wasm._free(at);
  return result;
}
