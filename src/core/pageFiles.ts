// The files of the built page, as the build lists them in files.json beside index.html (vite/fileList.ts). The development
// server has no such list.
import { GanvasError } from './errors';

export const FILE_LIST = 'files.json';

export interface ListedFile {
  /** Relative to index.html, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface FileList {
  readonly version: 1;
  /** Names this build: the SHA-256 of the list of files, another one as soon as one byte of the page is another. */
  readonly build: string;
  /** Sorted by path; the list itself is not in it. */
  readonly files: readonly ListedFile[];
}

/** The list of the page's files is missing or no such list. */
export class FileListError extends GanvasError {}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function readFile(value: unknown): ListedFile | null {
  if (!isFields(value)) return null;
  const { path, bytes, sha256 } = value;
  const named =
    typeof path === 'string' && /^[\w.-]+(\/[\w.-]+)*$/.test(path) && !/(^|\/)\.\.?(\/|$)/.test(path);
  if (!named || typeof bytes !== 'number' || typeof sha256 !== 'string') return null;
  return { path, bytes, sha256 };
}

/**
 * Reads parsed JSON; every path stays inside of the page's folder.
 * @throws FileListError
 */
export function readFileList(value: unknown): FileList {
  const fields = isFields(value) ? value : {};
  const entries: readonly unknown[] = Array.isArray(fields.files) ? fields.files : [];
  const files = entries.flatMap((entry) => readFile(entry) ?? []);
  const { build } = fields;
  if (
    fields.version === 1 &&
    typeof build === 'string' &&
    files.length > 0 &&
    files.length === entries.length
  )
    return { version: 1, build, files };
  throw new FileListError(
    `The list of this page's files is not one: ${(JSON.stringify(value) ?? 'nothing').slice(0, 60)}.`,
    'Build the page again with `npm run build`.',
  );
}
