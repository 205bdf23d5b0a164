// What a server of the built page answers to a path: files of the page's own list and nothing else, so that no path leads out
// of it. Pure; server.ts sends it.
import { extname } from 'node:path';
import type { ListedFile } from '../../src/core/pageFiles';

export type PageAnswer =
  | {
      readonly kind: 'file' | 'same';
      readonly file: ListedFile;
      readonly gzip: boolean;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing' };

/** What a request says of what it takes. */
export interface Wishes {
  readonly acceptEncoding?: string;
  readonly ifNoneMatch?: string;
}

const OTHER = 'application/octet-stream';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};
/** Smaller bodies hardly shrink. */
const LEAST_PACKED_BYTES = 1024;

export const typeOf = (path: string): string => TYPES[extname(path)] ?? OTHER;

const shrinks = ({ path, bytes }: ListedFile): boolean =>
  bytes >= LEAST_PACKED_BYTES && ![OTHER, 'image/png'].includes(typeOf(path));

/** Whether a header `Accept-Encoding` takes gzip. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
export const takesGzip = (header = ''): boolean =>
  header.split(',').some((part) => {
    const [coding, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    return coding === 'gzip' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

const isKnown = (tag: string, header = ''): boolean =>
  header.split(',').some((known) => ['*', tag].includes(known.trim().replace(/^W\//, '')));

/** The path that a request's target names, decoded, without its query; null when it cannot be decoded. */
export function pathOf(target: string): string | null {
  try {
    return decodeURIComponent(target.split('?')[0]);
  } catch {
    return null;
  }
}

/** Files by the path that asks for them. */
export const filesByPath = (files: readonly ListedFile[]): ReadonlyMap<string, ListedFile> =>
  new Map(files.map((file) => [`/${file.path}`, file]));

/** @param path decoded */
export function answerTo(
  files: ReadonlyMap<string, ListedFile>,
  path: string,
  { acceptEncoding, ifNoneMatch }: Wishes,
): PageAnswer {
  const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
  if (!file) {
    // Relative, so that it holds below the path of another server, too.
    if (files.has(`${path}/index.html`)) return { kind: 'moved', to: `${path.split('/').at(-1)}/` };
    return { kind: 'missing' };
  }
  const gzip = shrinks(file) && takesGzip(acceptEncoding);
  const tag = `"${file.sha256.slice(0, 32)}${gzip ? '-gzip' : ''}"`;
  const headers = {
    'Content-Type': typeOf(file.path),
    // Names of assets change with what is in them; every other file is asked for anew.
    'Cache-Control': file.path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
    Vary: 'Accept-Encoding',
    ...(gzip && { 'Content-Encoding': 'gzip' }),
  };
  return { kind: isKnown(tag, ifNoneMatch) ? 'same' : 'file', file, gzip, headers };
}
