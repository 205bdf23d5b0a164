// Folders of pictures as bytes, decoded by a browser: the middle square of each, resized. Node has no decoder of its own.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, launchOptions } from './findBrowser';

export interface DecodedFolder {
  /** Names of the folders, sorted. */
  readonly classNames: readonly string[];
  /** RGB, image after image. */
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

const AT_ONCE = 64;

/** In the page: RGB bytes of pictures, each as text in base 64. */
async function decodeInPage({
  files,
  side,
}: {
  readonly files: readonly string[];
  readonly side: number;
}): Promise<string> {
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('no canvas');
  pen.imageSmoothingQuality = 'high';
  let text = '';
  for (const file of files) {
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const crop = Math.min(bitmap.width, bitmap.height);
    const [left, top] = [(bitmap.width - crop) / 2, (bitmap.height - crop) / 2];
    pen.drawImage(bitmap, left, top, crop, crop, 0, 0, side, side);
    bitmap.close();
    const { data } = pen.getImageData(0, 0, side, side);
    for (let i = 0; i < data.length; i++) if (i % 4 !== 3) text += String.fromCharCode(data[i]);
  }
  return btoa(text);
}

/** The pictures of several folders, each with a folder a class. @throws when a file is no picture */
export async function decodeFolder(
  folders: readonly string[],
  side: number,
): Promise<readonly DecodedFolder[]> {
  const { executablePath } = await findBrowser();
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const page = await browser.newPage();
    const decoded: DecodedFolder[] = [];
    for (const folder of folders) {
      const found = await readdir(folder, { withFileTypes: true });
      const classNames = found
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort();
      const paths: { path: string; label: number }[] = [];
      for (const [label, name] of classNames.entries())
        for (const file of (await readdir(join(folder, name))).sort())
          paths.push({ path: join(folder, name, file), label });
      const parts: Buffer[] = [];
      for (let start = 0; start < paths.length; start += AT_ONCE) {
        const some = paths.slice(start, start + AT_ONCE);
        const files = await Promise.all(
          some.map(async ({ path }) => (await readFile(path)).toString('base64')),
        );
        parts.push(Buffer.from(await page.evaluate(decodeInPage, { files, side }), 'base64'));
      }
      decoded.push({
        ...{ classNames, pixels: new Uint8Array(Buffer.concat(parts)) },
        labels: Uint8Array.from(paths, ({ label }) => label),
      });
    }
    return decoded;
  } finally {
    await browser.close();
  }
}
