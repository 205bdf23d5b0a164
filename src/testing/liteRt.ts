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

export const bootLiteRtInNode: LiteRtBoot = async () => {
  const script = await readFile(asset('litert_wasm_compat_internal.js'), 'utf8');
  const wasmBinary = await readFile(asset('litert_wasm_compat_internal.wasm'));
  // What Node gives to CommonJS files, and the script counts on.
  const wrapped: (require: NodeJS.Require, __dirname: string) => unknown = runInThisContext(
    `(function (require, __dirname) {${script}\nreturn ModuleFactory;})`,
  );
  const ModuleFactory = wrapped(require, dirname(asset('')));
  return { ModuleFactory, Module: { wasmBinary, print: () => undefined, printErr: () => undefined } };
};

export const loadTestLiteRt = (): Promise<LiteRt> => loadLiteRuntime(bootLiteRtInNode);
