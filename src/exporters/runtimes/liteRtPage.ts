// LiteRT.js in the page's worker, from files of the build, never from a CDN. Its loader is a classic script, which a
// module worker cannot run: it is fetched as text and imported as a module of one line more.
import loaderUrl from '@litertjs/core/wasm/litert_wasm_compat_internal.js?url';
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

export const bootLiteRtInPage: LiteRtBoot = async () => {
  const [script, wasm] = await Promise.all([fetched(loaderUrl), fetched(wasmUrl)]);
  const source = `${await script.text()}\nexport default ModuleFactory;`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    const loaded: { readonly default: unknown } = await import(/* @vite-ignore */ url);
    return { ModuleFactory: loaded.default, Module: { wasmBinary: await wasm.arrayBuffer() } };
  } finally {
    URL.revokeObjectURL(url);
  }
};
