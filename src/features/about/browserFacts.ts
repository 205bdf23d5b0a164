// What this browser gives the page: memory for threads, vectors, a graphics device, a place to keep runs. Looked at once, as
// the page will find it; which of it a run takes is said by the status bar.
import { hasRelaxedSimd, hasSimd } from '../../core/simdSupport';

export interface BrowserFacts {
  readonly threads: 'shared' | 'alone' | 'framed' | 'host';
  readonly simd: 'relaxed' | 'plain' | 'none';
  readonly graphics: 'webgpu' | 'webgl' | 'none';
  readonly storage: 'files' | 'database' | 'none';
}

/** What is looked at of a window. */
export interface Surroundings {
  readonly isolated: boolean;
  readonly sharesMemory: boolean;
  readonly framed: boolean;
  readonly hasDatabase: boolean;
  /** Whether it offers WebGPU. Asking for a card would fill the console of browsers that have none. */
  readonly offersWebGpu: boolean;
  readonly webgl: () => unknown;
  /** Rejects where there are no files. */
  readonly folder: () => Promise<unknown>;
}

const arrives = (attempt: () => Promise<unknown>): Promise<boolean> =>
  attempt().then(
    (found) => found !== null && found !== undefined,
    () => false,
  );

export const surroundings = (): Surroundings => ({
  isolated: window.crossOriginIsolated === true,
  sharesMemory: typeof SharedArrayBuffer !== 'undefined',
  framed: window.top !== window,
  hasDatabase: typeof indexedDB !== 'undefined',
  offersWebGpu: 'gpu' in navigator,
  webgl: () => document.createElement('canvas').getContext('webgl2'),
  folder: async () => navigator.storage.getDirectory(),
});

function threadsOf({ isolated, sharesMemory, framed }: Surroundings): BrowserFacts['threads'] {
  if (isolated) return sharesMemory ? 'shared' : 'alone';
  return framed ? 'framed' : 'host';
}

/** Never rejects. */
export async function lookAtBrowser(around: Surroundings): Promise<BrowserFacts> {
  const folder = await arrives(around.folder);
  return {
    threads: threadsOf(around),
    simd: hasRelaxedSimd() ? 'relaxed' : hasSimd() ? 'plain' : 'none',
    graphics: around.offersWebGpu ? 'webgpu' : around.webgl() ? 'webgl' : 'none',
    storage: folder ? 'files' : around.hasDatabase ? 'database' : 'none',
  };
}
