// Builds the bench's own page (workers of the peers, bundled and minified as the product's are) and serves it isolated.
import { join } from 'node:path';
import { build, preview } from 'vite';
import { repositoryRoot } from '../../scripts/runTool';
import { playerScripts } from '../../vite/playerScripts';

/** Headers that threads need. */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Where a page of `serveBenchPage` is built to. */
export const benchPageFolder = (name: string): string => join(repositoryRoot, 'build', `bench-page-${name}`);

/**
 * @param name folder below bench/ that holds the page
 * @returns the address of the page, with a slash at its end, and what ends its server
 */
export async function serveBenchPage(name = 'browser'): Promise<{
  readonly url: string;
  readonly close: () => Promise<void>;
}> {
  const root = join(repositoryRoot, 'bench', name);
  const outDir = benchPageFolder(name);
  const shared = { root, configFile: false, base: './', logLevel: 'error' } as const;
  await build({
    ...shared,
    publicDir: false,
    plugins: [playerScripts(repositoryRoot)],
    worker: { format: 'es', plugins: () => [playerScripts(repositoryRoot)] },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000, assetsInlineLimit: 0 },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: isolation },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The server of the bench page has no address.');
  return { url, close: () => server.close() };
}
