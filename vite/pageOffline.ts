// Finishes the playground's service worker: lists the files that may be kept, says which of them every version needs, and
// writes both, with a version made of their contents, into the worker.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { KeptFile } from '../src/core/keptPage';
import { filesBelow } from './fileList';

const WORKER = 'sw.js';
const PAGE = 'index.html';
/** Boards and the kiosk have ways of their own. */
const NOT_OFFERED = /^(board|kiosk)\/|^sw\.js$|\.map$/;
/** Fetched when first used: runtimes that are only compared with, readers of rare formats, style transfer, the kiosk's. */
const LATER = /litert|hdf5|encoder|kiosk(Door|\.worker)?-|licences/i;
const LARGEST_CORE_BYTES = 2_000_000;
const CORE = /^(index\.html|icon\.svg|ganvas\.webmanifest|assets\/.*\.(js|css|wasm)|models\/.*)$/;

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A file as the worker's list has it; null for what is not kept. */
export function keptFile(path: string, content: string | Uint8Array): KeptFile | null {
  if (NOT_OFFERED.test(path)) return null;
  const bytes = Buffer.byteLength(content);
  const core = CORE.test(path) && !LATER.test(path) && bytes <= LARGEST_CORE_BYTES;
  return { path, bytes, core, sha256: path === PAGE || path.startsWith('assets/') ? null : sha256(content) };
}

/** @param root folder of the project */
export function pageOffline(root: string): Plugin {
  return {
    name: 'page-offline',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') return;
      const contents = new Map<string, string | Uint8Array>();
      for (const file of Object.values(bundle))
        contents.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
      const folder = join(root, 'public');
      for (const path of await filesBelow(folder)) contents.set(path, await readFile(join(folder, path)));
      const names = [...contents.keys()].filter((name) => name !== WORKER).sort();
      const files = names.flatMap((name) => keptFile(name, contents.get(name) ?? '') ?? []);
      const version = createHash('sha256').update(worker.code);
      for (const { path } of files) version.update(`\0${path}\0`).update(contents.get(path) ?? '');
      const script = /assets\/page-[\w-]+\.js/.exec(String(contents.get(PAGE)))?.[0];
      if (script === undefined) this.error('The page names no script of its own.');
      // A classic script: what the bundler imports for its own sake has no part in it.
      worker.code = worker.code
        .replace(/^import\s*"[^"]*rolldown-runtime[^"]*";/, '')
        .replaceAll('PAGE_VERSION', JSON.stringify(version.digest('hex').slice(0, 16)))
        .replaceAll('PAGE_SCRIPT', JSON.stringify(script))
        .replaceAll('PAGE_FILES', () => JSON.stringify(files));
    },
  };
}
