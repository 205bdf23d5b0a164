// The class of an image is the folder that it lies in.

/** Labels are kept as one byte each. */
export const MOST_CLASSES = 256;

export interface Classes {
  /** Class of each path, or null when the folders make no classes. */
  readonly labels: Uint8Array | null;
  readonly classNames: readonly string[] | null;
  /** In which the images lie. */
  readonly folders: number;
}

/** Folders of classes that lie in one of these are held back, where others lie beside it. */
const HELD_BACK: ReadonlySet<string> = new Set(['val', 'valid', 'validation', 'test', 'testing']);

/** Numbers of the paths that lie in a folder of held-back images: `flowers/val/daisy/1.jpg`. */
export const heldBackOf = (paths: readonly string[]): readonly number[] =>
  paths.flatMap((path, i) => (HELD_BACK.has(path.split('/').at(-3)?.toLowerCase() ?? '') ? [i] : []));

/** One folder alone, or more than `MOST_CLASSES`, make no classes. */
export function classesOf(paths: readonly string[]): Classes {
  const folders = paths.map((path) => path.split('/').at(-2) ?? '');
  const names = [...new Set(folders)].sort();
  if (names.length < 2 || names.length > MOST_CLASSES)
    return { labels: null, classNames: null, folders: names.length };
  const numbers = new Map(names.map((name, i) => [name, i]));
  const labels = Uint8Array.from(folders, (folder) => numbers.get(folder) ?? 0);
  return {
    labels,
    classNames: names.map((name) => (name === '' ? 'no folder' : name)),
    folders: names.length,
  };
}
