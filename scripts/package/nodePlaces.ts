// Where the packed command finds what the worker under Node reads: in the built page beside it, whose assets carry hashes in
// their names. Stands for src/testing/nodePlaces.ts in the package, where all scripts lie in one folder beside dist/.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as inCheckout from '../../src/testing/nodePlaces';

/** A file of the package is not where it was packed. */
export class IncompletePackageError extends Error {
  override readonly name = 'IncompletePackageError';
}

const root = fileURLToPath(new URL('..', import.meta.url));
const ASSETS = join(root, 'dist', 'assets');

/** @throws IncompletePackageError */
function asset(stem: string, ending: string): string {
  const found = readdirSync(ASSETS).find((name) => name.startsWith(`${stem}-`) && name.endsWith(ending));
  if (found === undefined)
    throw new IncompletePackageError(`${ASSETS} has no ${stem}-*${ending}: install the package again.`);
  return join(ASSETS, found);
}

export const kernelPlace: typeof inCheckout.kernelPlace = (name) => asset(name, '.wasm');

export const modelPlace: typeof inCheckout.modelPlace = (name) => join(root, 'dist', 'models', name);

export const liteRtPlace: typeof inCheckout.liteRtPlace = (ending) =>
  ending === 'wasm'
    ? asset('litert_wasm_compat_internal', '.wasm')
    : join(root, 'lib', 'litert_wasm_compat_internal.js');
