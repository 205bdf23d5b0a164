// Builds the bench's own page (workers of the peers, bundled and minified as the product's are) and serves it isolated.
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { repositoryRoot } from '../../scripts/runTool';
import { playerScripts } from '../../vite/playerScripts';

/** Headers that threads need. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Nothing of the product's own configuration. */
const unconfigured = (checkout: string, name: string): InlineConfig => ({
  root: join(checkout, 'bench', name),
  configFile: false,
  base: './',
  logLevel: 'error',
});

/** Where a page of `serveBenchPage` is built to. */
export const benchPageFolder = (name: string): string => join(repositoryRoot, 'build', `bench-page-${name}`);

/**
 * Builds a page of bench/, of this checkout or another, where what exports take along is built from the checkout's own sources.
 * @param name folder below its bench/ that holds the page
 */
export async function buildBenchPage(checkout: string, name: string, outDir: string): Promise<void> {
  const plugins = () => [playerScripts(checkout)];
  await build({
    ...unconfigured(checkout, name),
    publicDir: false,
    plugins: plugins(),
    worker: { format: 'es', plugins },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000, assetsInlineLimit: 0 },
  });
}

/** How a page that `buildBenchPage` built is served. */
export const benchPreview = (checkout: string, name: string, outDir: string): InlineConfig => ({
  ...unconfigured(checkout, name),
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0, headers: isolation },
});

/**
 * @param name folder below bench/ that holds the page
 * @returns the address of the page, with a slash at its end, and what ends its server
 */
export async function serveBenchPage(name = 'browser'): Promise<{
  readonly url: string;
  readonly close: () => Promise<void>;
}> {
  const outDir = benchPageFolder(name);
  await buildBenchPage(repositoryRoot, name, outDir);
  const server = await preview(benchPreview(repositoryRoot, name, outDir));
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The server of the bench page has no address.');
  return { url, close: () => server.close() };
}
