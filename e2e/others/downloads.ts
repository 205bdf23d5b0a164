// Downloads of a browser that puts them into a folder without asking.
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../src/testing/until';
import type { DownloadedFile } from './browser';

/** What browsers call a file that is not whole yet. */
const UNFINISHED = /\.(part|wkdownload)$/;

/** Waits for the one file that `begin` brings into the folder, and takes it out. */
export async function downloadInto(folder: string, begin: () => Promise<void>): Promise<DownloadedFile> {
  await begin();
  let found: { readonly name: string; readonly bytes: number } | undefined;
  await until('the whole downloaded file', async () => {
    const names = await readdir(folder);
    const [name] = names;
    if (name === undefined || names.some((one) => UNFINISHED.test(one))) return false;
    const { size } = await stat(join(folder, name)).catch(() => ({ size: 0 }));
    const isWhole = size > 0 && found?.name === name && found.bytes === size;
    found = { name, bytes: size };
    return isWhole;
  });
  const name = found?.name ?? '';
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  await rm(join(folder, name));
  return { name, bytes };
}
