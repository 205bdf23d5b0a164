// Lists the built page in `files.json`: every file with its size and SHA-256, for a service worker that keeps the page
// offline and for the board bundle. It also copies the files that a board needs (board/) into the page, so that a
// bundle can be made wherever the page is served. Not a manifest of imports: it knows files, not modules.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { FILE_LIST, type FileList, type ListedFile } from '../src/core/pageFiles';

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Paths of all files below a folder, sorted, relative, with forward slashes. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** The list of a folder that holds a built page. */
export async function listFiles(folder: string): Promise<FileList> {
  const root = resolve(folder);
  const paths = (await filesBelow(root)).filter((path) => path !== FILE_LIST);
  const files = await Promise.all(
    paths.map(async (path): Promise<ListedFile> => {
      const content = await readFile(join(root, path));
      return { path, bytes: content.length, sha256: sha256(content) };
    }),
  );
  return { version: 1, build: sha256(JSON.stringify(files)), files };
}

/** Whether a file of board/ belongs on a board: not what tests it here. */
export const belongsOnBoard = (path: string): boolean => !/\.ts$|(^|\/)(build|tests)\//.test(path);

/** @param boardFolder its files appear in the built page under board/ */
export function fileList(boardFolder: string): Plugin {
  return {
    name: 'file-list',
    apply: 'build',
    async generateBundle() {
      const root = resolve(boardFolder);
      for (const path of (await filesBelow(root)).filter(belongsOnBoard)) {
        const source = await readFile(join(root, path));
        this.emitFile({ type: 'asset', fileName: `board/${path}`, source });
      }
    },
    async writeBundle({ dir }) {
      if (!dir) return;
      await writeFile(join(dir, FILE_LIST), JSON.stringify(await listFiles(dir), null, 1));
    },
  };
}
