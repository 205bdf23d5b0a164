// The zip that sets up a board: the built page, a model with its manifest, and the files of board/ (server configuration,
// systemd units, install.sh, native programs). The page and `npm run board:bundle` make it with this one function.
import { GanvasError } from '../../core/errors';
import { SAFE_FILE_NAME, type KioskManifest } from '../../core/kioskManifest';
import { FILE_LIST, type FileList, type ListedFile } from '../../core/pageFiles';
import { zipArchive, type ArchiveEntry } from './zipArchive';

/** A file of the page is not what the build listed. */
export class PageFileError extends GanvasError {}

export interface BoardModel {
  readonly manifest: KioskManifest;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same generator for the native program, where it can be one. */
  readonly native: Uint8Array<ArrayBuffer> | null;
}

export interface BundleJob {
  readonly list: FileList;
  /** Bytes of a listed file. */
  readonly read: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Null for a board that shows the built-in generator. */
  readonly model: BoardModel | null;
  /** Where pages that may send models to the board are served, as `https://host:port`. */
  readonly origins: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (what: string, fraction: number) => void;
}

const FOLDER = 'ganvas-board';
const BOARD_FILES = 'board/';
const isProgram = (path: string): boolean => path === 'install.sh' || path.startsWith('bin/');
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  // Pages that are served without encryption have no SubtleCrypto; sizes are still compared there.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function checked(job: BundleJob, file: ListedFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await job.read(file.path);
  const digest = await sha256(bytes);
  if (bytes.length === file.bytes && (digest === null || digest === file.sha256)) return bytes;
  throw new PageFileError(
    `${file.path} has ${bytes.length} bytes that are not the ${file.bytes} of this page's build.`,
    'Reload the page, so that all of its files are of one build.',
  );
}

function modelEntries({ manifest, bytes, native }: BoardModel): ArchiveEntry[] {
  if (!SAFE_FILE_NAME.test(manifest.file) || manifest.bytes !== bytes.length) {
    throw new PageFileError(
      `The manifest names ${manifest.file} of ${manifest.bytes} bytes, the model has ${bytes.length}.`,
      'Export the model again.',
    );
  }
  return [
    { path: `model/${manifest.file}`, bytes },
    { path: 'model/kiosk.json', bytes: utf8(`${JSON.stringify(manifest, null, 2)}\n`) },
    ...(native ? [{ path: 'native/model.bin', bytes: native }] : []),
  ];
}

/**
 * The bytes of `ganvas-board.zip`: everything lies in one folder, `sh install.sh` in it sets the board up.
 * @throws PageFileError when a file of the page is of another build; whatever `read` throws
 */
export async function boardBundle(job: BundleJob): Promise<Uint8Array<ArrayBuffer>> {
  const { list, onProgress = () => undefined } = job;
  const total = list.files.reduce((sum, file) => sum + file.bytes, 0);
  const entries: ArchiveEntry[] = [];
  let read = 0;
  for (const file of list.files) {
    job.signal?.throwIfAborted();
    onProgress('Reading the page', read / total / 2);
    const bytes = await checked(job, file);
    const own = file.path.startsWith(BOARD_FILES) ? file.path.slice(BOARD_FILES.length) : null;
    entries.push(
      own === null ? { path: `page/${file.path}`, bytes } : { path: own, bytes, executable: isProgram(own) },
    );
    read += file.bytes;
  }
  entries.push({ path: `page/${FILE_LIST}`, bytes: utf8(JSON.stringify(list, null, 1)) });
  if (job.model) entries.push(...modelEntries(job.model));
  if (job.origins.length > 0)
    entries.push({ path: 'origins.txt', bytes: utf8(`${job.origins.join('\n')}\n`) });
  const inFolder = entries.map((entry) => ({ ...entry, path: `${FOLDER}/${entry.path}` }));
  return zipArchive(inFolder, (i) => {
    job.signal?.throwIfAborted();
    onProgress('Packing', 0.5 + i / entries.length / 2);
  });
}
