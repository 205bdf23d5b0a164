// LiteRT.js in Node: its classic script runs in this context with `require` at hand, its wasm comes from the package.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { runInThisContext } from 'node:vm';
import type { LiteRt } from '@litertjs/core';
import { loadLiteRuntime, type LiteRtBoot } from '../exporters/runtimes/liteRt';
import { liteRtPlace } from './nodePlaces';

const require = createRequire(import.meta.url);

export const bootLiteRtInNode: LiteRtBoot = async () => {
  const script = await readFile(liteRtPlace('js'), 'utf8');
  const wasmBinary = await readFile(liteRtPlace('wasm'));
  // What Node gives to CommonJS files, and the script counts on.
  const wrapped: (require: NodeJS.Require, __dirname: string) => unknown = runInThisContext(
    `(function (require, __dirname) {${script}\nreturn ModuleFactory;})`,
  );
  const ModuleFactory = wrapped(require, dirname(liteRtPlace('js')));
  return { ModuleFactory, Module: { wasmBinary, print: () => undefined, printErr: () => undefined } };
};

export const loadTestLiteRt = (): Promise<LiteRt> => loadLiteRuntime(bootLiteRtInNode);
