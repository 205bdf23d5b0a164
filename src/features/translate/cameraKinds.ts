// Pictures that a person takes with the camera, kind by kind, until they are handed over as files in folders. Pure.
import type { ImageBatch } from '../../core/history';
import { words } from './words';

export interface CameraKind {
  readonly name: string;
  readonly pictures: readonly ImageBatch[];
}

/** Of one kind: enough to learn from, and little to keep in memory. */
export const MOST_PICTURES = 300;
/** Frames that follow each other at once show the same. */
export const PICTURE_EVERY_MS = 120;

export const withKind = (kinds: readonly CameraKind[], name: string): readonly CameraKind[] => [
  ...kinds,
  { name, pictures: [] },
];

export const withPicture = (
  kinds: readonly CameraKind[],
  at: number,
  picture: ImageBatch,
): readonly CameraKind[] =>
  kinds.map((kind, i) =>
    i === at && kind.pictures.length < MOST_PICTURES
      ? { ...kind, pictures: [...kind.pictures, picture] }
      : kind,
  );

/** What is still missing before they can be learnt, a sentence; null where nothing is. */
export function whatIsMissing(kinds: readonly CameraKind[]): string | null {
  const filled = kinds.filter(({ pictures }) => pictures.length > 0);
  if (filled.length < 2) return words('kinds.two');
  const few = filled.find(({ pictures }) => pictures.length < 5);
  if (few) return words('kinds.few', { name: few.name });
  const folders = filled.map(({ name }) => folderOf(name).toLowerCase());
  const twice = folders.find((folder, i) => folders.indexOf(folder) !== i);
  return twice === undefined ? null : words('kinds.twice', { name: twice });
}

/** A name as a folder is called: what a path takes for something else becomes a space. */
export const folderOf = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/[\u0000-\u001f]+/g, ' ')
    .trim() || 'unnamed';

/** Where each picture goes: `cup/007.png`. */
export const pathsOf = (
  kinds: readonly CameraKind[],
): readonly { readonly path: string; readonly picture: ImageBatch }[] =>
  kinds.flatMap(({ name, pictures }) =>
    pictures.map((picture, i) => ({
      path: `${folderOf(name)}/${String(i + 1).padStart(3, '0')}.png`,
      picture,
    })),
  );
