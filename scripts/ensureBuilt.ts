// Builds what is missing or older than its sources: the WASM kernels, then the page in dist/.
// It compares modification times only; `npm run build` builds in any case.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, runTool } from './runTool';

const KERNEL_SOURCES = ['kernels', 'scripts/buildKernels.ts'];
const KERNEL_OUTPUT = 'src/engine/simd/wasm';
const PAGE_SOURCES = [
  'src',
  'public',
  'kernels',
  'kiosk',
  'board',
  'vite',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
];
const PAGE_OUTPUT = 'dist/index.html';

/** Modification times in ms of a file, or of all files below a folder whose name passes `keep`. */
function modifiedMs(path: string, keep: (file: string) => boolean = () => true): number[] {
  const full = join(repositoryRoot, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [statSync(full).mtimeMs];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && keep(entry.name))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
}

/** Whether every output exists and none is older than the newest source. */
export const isCurrent = (sourcesMs: readonly number[], outputsMs: readonly number[]): boolean =>
  outputsMs.length > 0 && Math.min(...outputsMs) >= Math.max(0, ...sourcesMs);

const isNoTest = (file: string): boolean => !/\.test\.ts$/.test(file);

async function build(what: string, script: string): Promise<void> {
  console.error(`Building ${what} ...`);
  // A test's own NODE_ENV would make a page that is neither small nor kept on the device.
  const status = await runTool(`npm run --silent ${script}`, { NODE_ENV: 'production' });
  if (status !== 0) throw new Error(`Building ${what} failed (npm run ${script}, exit status ${status}).`);
}

/** Compiles the WASM kernels when they are absent or older than kernels/. @throws Error when the build fails */
export async function ensureKernels(): Promise<void> {
  const outputs = modifiedMs(KERNEL_OUTPUT, (file) => file.endsWith('.wasm'));
  if (
    isCurrent(
      KERNEL_SOURCES.flatMap((path) => modifiedMs(path)),
      outputs,
    )
  )
    return;
  await build('the WASM kernels', 'build:kernels');
}

/** Builds kernels and page when dist/ is absent or older than the sources. @throws Error when a build fails */
export async function ensurePage(): Promise<void> {
  await ensureKernels();
  const sources = PAGE_SOURCES.flatMap((path) => modifiedMs(path, isNoTest));
  if (isCurrent(sources, modifiedMs(PAGE_OUTPUT))) return;
  await build('the page', 'build:page');
}
