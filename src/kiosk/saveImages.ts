// Saves what the tiles show as result_im_1.png to result_im_10.png, as the published application does: to the board's
// folder where the board allows it, else as downloads.
import { KIOSK_PATHS, resultFileName } from '../core/kioskManifest';
import { words } from './words';

export interface SaveTarget {
  /** Whether the board takes them; otherwise they are downloaded. */
  readonly toBoard: boolean;
  readonly root: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly download: (name: string, png: Uint8Array<ArrayBuffer>) => void | Promise<void>;
}

/** Browsers drop downloads that follow each other at once. */
export const BETWEEN_DOWNLOADS_MS = 120;

async function putAll(
  pngs: readonly Uint8Array<ArrayBuffer>[],
  { root, fetch }: SaveTarget,
): Promise<boolean> {
  for (const [i, png] of pngs.entries()) {
    const url = `${root}${KIOSK_PATHS.results}${resultFileName(i + 1)}`;
    const headers = { 'Content-Type': 'image/png' };
    try {
      if (!(await fetch(url, { method: 'PUT', body: png, headers })).ok) return false;
    } catch {
      return false;
    }
  }
  return true;
}

/** @returns what happened, for a person */
export async function saveImages(
  pngs: readonly Uint8Array<ArrayBuffer>[],
  target: SaveTarget,
): Promise<string> {
  if (pngs.length === 0) return words('nothingToSave');
  if (target.toBoard && (await putAll(pngs, target))) return words('savedOnBoard');
  for (const [i, png] of pngs.entries()) await target.download(resultFileName(i + 1), png);
  return words('saved');
}
