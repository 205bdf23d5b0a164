// Downloads of a browser that puts them into a folder without asking.
import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../src/testing/until';
import type { DownloadedFile } from './browser';

/** What browsers call a file that is not whole yet. */
const UNFINISHED = /\.(part|wkdownload)$/;

/** Whether any program still has the file open, as Linux tells; WebKit writes under the last name from the beginning. */
async function isOpen(path: string): Promise<boolean> {
  const programs = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const program of programs) {
    const folder = `/proc/${program}/fd`;
    const links = (await readdir(folder).catch(() => [])).map((link) => readlink(join(folder, link)));
    for (const target of await Promise.allSettled(links))
      if (target.status === 'fulfilled' && target.value === path) return true;
  }
  return false;
}

/** Waits for the one file that `begin` brings into the folder, and takes it out. */
export async function downloadInto(folder: string, begin: () => Promise<void>): Promise<DownloadedFile> {
  await begin();
  let name = '';
  await until('the whole downloaded file', async () => {
    const names = await readdir(folder);
    [name = ''] = names;
    if (name === '' || names.some((one) => UNFINISHED.test(one))) return false;
    const { size } = await stat(join(folder, name)).catch(() => ({ size: 0 }));
    return size > 0 && !(await isOpen(join(folder, name)));
  });
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  await rm(join(folder, name));
  return { name, bytes };
}
