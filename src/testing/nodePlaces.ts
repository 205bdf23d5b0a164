// Where the files lie that the page fetches and the worker under Node reads: in a checkout. The packed command has its own
// places (scripts/package/nodePlaces.ts), which its build puts where these are.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModuleName } from '../engine/simd/module';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A built compute module. */
export const kernelPlace = (name: ModuleName): string =>
  join(repository, 'src/engine/simd/wasm', `${name}.wasm`);

/** A file of the evaluators and encoders, by its plain name. */
export const modelPlace = (name: string): string => join(repository, 'public/models', name);

/** The two files of LiteRT.js: its loader, a classic script, and its wasm. */
export const liteRtPlace = (ending: 'js' | 'wasm'): string =>
  join(repository, 'node_modules/@litertjs/core/wasm', `litert_wasm_compat_internal.${ending}`);
