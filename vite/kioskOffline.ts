// Finishes the kiosk's service worker: finds the files that the kiosk page needs by following the names of built files
// from its HTML on, and writes them, with a version made of their contents, into the worker.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PAGE = 'kiosk/index.html';
const WORKER = 'kiosk/sw.js';
/** Files of public/ that the page names. */
const PUBLIC_FILES = ['icon.svg', 'kiosk/kiosk.webmanifest'];
/** The runtime that is only measured against stays on the server: it would fill a small board. */
const NOT_KEPT = /litert|liteRt/;

export interface BuiltFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Names of the files that are reached from `start`, `start` itself included. */
export function reachedFiles(files: ReadonlyMap<string, string | Uint8Array>, start: string): string[] {
  const found = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const content = files.get(name);
    if (found.has(name) || content === undefined) continue;
    found.add(name);
    if (typeof content !== 'string' || NOT_KEPT.test(name)) continue;
    for (const other of files.keys()) {
      const file = other.slice(other.lastIndexOf('/') + 1);
      if (!other.endsWith('.html') && !NOT_KEPT.test(other) && content.includes(file)) open.push(other);
    }
  }
  return [...found].sort();
}

export function versionOf(files: readonly BuiltFile[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of files) hash.update(`${name}\0`).update(content).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** As the worker, which stands beside the page, names a file. */
export const fromKiosk = (name: string): string =>
  name === PAGE ? './' : name.startsWith('kiosk/') ? `./${name.slice('kiosk/'.length)}` : `../${name}`;

/** @param root folder of the project */
export function kioskOffline(root: string): Plugin {
  return {
    name: 'kiosk-offline',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') return;
      const built = Object.values(bundle).filter((file) => file.fileName !== WORKER);
      const files = new Map(
        built.map((file) => {
          const content = file.type === 'chunk' ? file.code : file.source;
          const isText = /\.(js|css|html)$/.test(file.fileName);
          return [file.fileName, isText ? content.toString() : content] as const;
        }),
      );
      const names = reachedFiles(files, PAGE);
      const contents: BuiltFile[] = names.map((name) => ({ name, content: files.get(name) ?? '' }));
      for (const name of PUBLIC_FILES) {
        contents.push({ name, content: await readFile(join(root, 'public', name)) });
      }
      const list = contents
        .map(({ name }) => fromKiosk(name))
        .sort((a, b) => (a === './' ? -1 : b === './' ? 1 : 0));
      // A classic script: what the bundler imports for its own sake has no part in it.
      worker.code = worker.code
        .replace(/^import\s*"[^"]*rolldown-runtime[^"]*";/, '')
        .replaceAll('KIOSK_VERSION', JSON.stringify(versionOf(contents)))
        .replaceAll('KIOSK_FILES', JSON.stringify(list));
    },
  };
}
