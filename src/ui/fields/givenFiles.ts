// What a person chose or dropped, folders with all that lies in them: looked through by name, opened only where the ending is
// one that is asked for. Reads no content.
import type { NamedFile } from '../../protocol';

export interface GivenFiles {
  /** Named by their paths, with slashes. */
  readonly files: readonly NamedFile[];
  /** Paths of files in folders that were not opened: of another kind, or too many. */
  readonly unopened: readonly string[];
}

interface Found {
  readonly path: string;
  open(): File | Promise<File>;
}

/** Handing a file over costs memory of the browser, whatever its size. */
const MOST_OPENED = 100_000;
const AT_A_TIME = 64;
const TOLD_EVERY = 1000;

/** Files of a picker; of a folder picker with their paths. */
export const foundInList = (list: Iterable<File>): Found[] =>
  Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, open: () => file }));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Browsers give the entries of a folder in portions, the last one empty. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    yield* some;
  }
}

/** Files and folders that were dropped, folder by folder. */
export async function* foundInEntries(entries: readonly FileSystemEntry[]): AsyncGenerator<Found> {
  const waiting = [...entries].reverse();
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const one = entry;
    if (isFile(one)) {
      const open = (): Promise<File> => new Promise((resolve, reject) => one.file(resolve, reject));
      yield { path: one.fullPath.replace(/^\//, ''), open };
    } else if (isFolder(one)) for await (const inner of entriesOf(one)) waiting.push(inner);
  }
}

/** Takes what was dropped out of the event, which is empty once it has been handled. */
export function droppedIn(transfer: DataTransfer | null): AsyncIterable<Found> | Iterable<Found> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  return entries.some(isFolder) ? foundInEntries(entries) : foundInList(transfer?.files ?? []);
}

/**
 * Opens what is asked for; a single file always, since it was chosen by itself.
 * @param accepts endings, in lower case
 * @param told with how many files were seen so far
 * @throws what the browser says of a file that it cannot open, DOMException AbortError when cancelled
 */
export async function openGiven(
  found: AsyncIterable<Found> | Iterable<Found>,
  accepts: readonly string[],
  signal: AbortSignal,
  told: (seen: number) => void,
  most = MOST_OPENED,
): Promise<GivenFiles> {
  const wanted: Found[] = [];
  const unopened: string[] = [];
  let seen = 0;
  for await (const one of found) {
    signal.throwIfAborted();
    const path = one.path.toLowerCase();
    const isAsked = !path.includes('/') || accepts.some((ending) => path.endsWith(ending));
    if (isAsked) wanted.push(one);
    else unopened.push(one.path);
    seen++;
    if (seen % TOLD_EVERY === 0) told(seen);
  }
  const share = Math.min(1, most / wanted.length);
  const isTaken = (_: Found, i: number): boolean => Math.floor((i + 1) * share) > Math.floor(i * share);
  const taken = share < 1 ? wanted.filter(isTaken) : wanted;
  if (share < 1) for (const [i, one] of wanted.entries()) if (!isTaken(one, i)) unopened.push(one.path);
  const files: NamedFile[] = [];
  for (let i = 0; i < taken.length; i += AT_A_TIME) {
    signal.throwIfAborted();
    const some = taken.slice(i, i + AT_A_TIME);
    files.push(
      ...(await Promise.all(some.map(async ({ path, open }) => ({ name: path, file: await open() })))),
    );
  }
  return { files, unopened };
}
