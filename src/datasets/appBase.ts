// The address under which the app is served, seen from the worker: files of data sets lie beside the page.

/**
 * Where the app lives, ending in a slash; null outside of a page or worker.
 * A build with a relative base puts the worker's script into `assets/`, one folder below the page.
 * @param base Vite's base: absolute (`/` in development, `/gan/`) or relative (`./`)
 */
export function resolveAppBase(scriptUrl: string, base: string): string | null {
  if (!/^https?:/.test(scriptUrl)) return null;
  if (base.startsWith('/') || /^https?:/.test(base)) return new URL(base, scriptUrl).href;
  return new URL('.', scriptUrl).href.replace(/assets\/$/, '');
}

/** Where this app lives. */
export function appBaseUrl(): string | null {
  if (typeof location === 'undefined') return null;
  return resolveAppBase(location.href, import.meta.env.BASE_URL);
}
