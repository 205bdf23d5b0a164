// LiteRT.js in the page's worker, from files of the build, never from a CDN. Its loader is a classic script, which a
// module worker cannot run: the build makes a module of it.
import wasmUrl from '@litertjs/core/wasm/litert_wasm_compat_internal.wasm?url';
import { GanvasError } from '../../core/errors';
import type { LiteRtBoot } from './liteRt';

/** A file of the build is missing. */
export class RuntimeFileError extends GanvasError {}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (response.ok) return response;
  throw new RuntimeFileError(
    `${url} did not load (${response.status}).`,
    'Reload the page, or build it again.',
  );
}

/** The runtime writes everything to the error stream; only errors stay one. */
function quietly(line: string): void {
  if (/^(ERROR|FATAL)/.test(line)) console.error(line);
  else console.debug(line);
}

export const bootLiteRtInPage: LiteRtBoot = async () => {
  const [loader, wasm] = await Promise.all([
    import('@litertjs/core/wasm/litert_wasm_compat_internal.js'),
    fetched(wasmUrl),
  ]);
  return {
    ModuleFactory: loader.default,
    Module: { wasmBinary: await wasm.arrayBuffer(), printErr: quietly },
  };
};
