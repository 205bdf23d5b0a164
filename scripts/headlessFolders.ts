// The folders of a headless run, looked at before it trains: what is found out afterwards costs the run.
import { access, constants, mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from './commandLine';
import { type HeadlessOptions } from './headlessOptions';

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Makes the folder for what is written.
 * @returns its absolute path
 * @throws UsageError when it is a file or cannot be written, or when the folder of images is none
 */
export async function prepareFolders({
  out,
  images,
}: Pick<HeadlessOptions, 'out' | 'images'>): Promise<string> {
  if (images !== undefined) {
    const found = await stat(images).catch((error: unknown) => {
      throw new UsageError(`--images is ${images}: ${reasonOf(error)}.`);
    });
    if (!found.isDirectory())
      throw new UsageError(`--images is ${images}, no folder; give the folder of your images.`);
  }
  const folder = resolve(out);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new UsageError(`--out is ${out}, where no folder can be written: ${reasonOf(error)}.`);
  }
  return folder;
}
