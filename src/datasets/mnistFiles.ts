// Getting the files of an MNIST-like data set: from the device, else from the server of the page, else from public
// mirrors; each one unpacked, checked by SHA-256 and kept. What the files mean is idxDataset.ts.
import { AbortedError } from '../core/errors';
import type { LoadContext } from './define';
import type { DeviceStore } from './deviceStore';
import { download } from './download';
import { DatasetFileError, DatasetUnavailableError, reasonOf, throwIfAborted } from './errors';
import type { SourceAttempt } from './errors';
import { gunzip, isGzip } from './gzip';
import { describeStart, startsLikeIdx, type Bytes } from './idx';
import { sha256Hex } from './sha256';

/** A published file: its name, what it must hold, and its checksum. */
export interface CanonicalFile {
  /** For example `train-images-idx3-ubyte.gz`. */
  readonly name: string;
  readonly dims: readonly number[];
  /** Size as published, packed; only for the progress bar. */
  readonly packedBytes: number;
  /** SHA-256 of the unpacked file. */
  readonly sha256: string;
}

export interface SplitFiles {
  readonly images: CanonicalFile;
  readonly labels: CanonicalFile;
}

/** An MNIST-like data set as it was published. */
export interface IdxSource {
  readonly id: string;
  readonly label: string;
  /** Addresses (ending in a slash) whose servers allow pages of other origins to read them. */
  readonly mirrors: readonly string[];
  readonly train: SplitFiles;
  readonly test: SplitFiles;
  readonly classNames: readonly string[];
}

/** What file getting needs from around it; tests give their own. */
export interface FileEnvironment {
  readonly fetch: typeof fetch;
  readonly store: DeviceStore;
  /** Address of the app (ending in a slash), or null where there is no server. */
  readonly appBase: string | null;
  readonly stallTimeoutMs: number;
}

export const unpackedBytes = ({ dims }: CanonicalFile): number =>
  4 + 4 * dims.length + dims.reduce((product, side) => product * side, 1);

export const storeKey = (source: IdxSource, file: CanonicalFile): string => `${source.id}/${file.name}`;

/** Why unpacked bytes are not the published file, or null when they are. */
export async function mismatch(bytes: Bytes, file: CanonicalFile): Promise<string | null> {
  const expected = unpackedBytes(file);
  if (bytes.length !== expected) {
    return `${file.name} holds ${bytes.length} bytes unpacked, expected ${expected}`;
  }
  const sum = await sha256Hex(bytes);
  return sum === file.sha256 ? null : `${file.name} has SHA-256 ${sum}, expected ${file.sha256}`;
}

/** Moves one bar from 0 to 1 over several files; it never goes back, also when a source fails half-way. */
function createByteProgress(context: LoadContext, totalBytes: number) {
  let highest = 0;
  let before = 0;
  return {
    received: (what: string, bytes: number, ofBytes: number, packedBytes: number): void => {
      const share = (before + Math.min(1, bytes / ofBytes) * packedBytes) / totalBytes;
      highest = Math.max(highest, Math.min(1, share));
      const mb = (n: number): string => (n / 1e6).toFixed(1);
      context.progress(`${what}: ${mb(bytes)} of ${mb(ofBytes)} MB`, highest);
    },
    fileDone: (file: CanonicalFile): void => {
      before += file.packedBytes;
    },
  };
}

type ByteProgress = ReturnType<typeof createByteProgress>;

async function readKept(
  source: IdxSource,
  file: CanonicalFile,
  context: LoadContext,
  { store }: FileEnvironment,
): Promise<Bytes | null> {
  const kept = await store.get(storeKey(source, file));
  if (!kept) return null;
  const bytes = new Uint8Array(await kept.arrayBuffer());
  const problem = await mismatch(bytes, file);
  if (problem === null) return bytes;
  await store.remove(storeKey(source, file));
  context.progress(`The copy on this device is damaged (${problem}); getting it again`, null);
  return null;
}

async function fetchFrom(
  url: string,
  file: CanonicalFile,
  signal: AbortSignal,
  progress: (received: number, total: number) => void,
  environment: FileEnvironment,
): Promise<Bytes> {
  const expected = unpackedBytes(file);
  const raw = await download(url, {
    fetch: environment.fetch,
    signal,
    stallTimeoutMs: environment.stallTimeoutMs,
    limitBytes: expected + 4096,
    // A server may announce gzip as transport packing; then the unpacked file comes out of the network.
    onBytes: (received, start) => progress(received, isGzip(start) ? file.packedBytes : expected),
    refuseStart: (start) =>
      isGzip(start) || startsLikeIdx(start)
        ? null
        : `expected gzip (1F 8B) or IDX (00 00 08), came ${describeStart(start)}`,
  });
  const bytes = isGzip(raw) ? await gunzip(raw, file.name, expected) : raw;
  const problem = await mismatch(bytes, file);
  if (problem !== null) throw new DatasetFileError(`${problem}.`, 'Try another source.');
  return bytes;
}

async function fetchFile(
  source: IdxSource,
  file: CanonicalFile,
  context: LoadContext,
  bar: ByteProgress,
  environment: FileEnvironment,
): Promise<Bytes> {
  const { appBase } = environment;
  const places = [
    ...(appBase === null ? [] : [{ name: 'this server', base: `${appBase}datasets/${source.id}/` }]),
    ...source.mirrors.map((base) => ({ name: new URL(base).host, base })),
  ];
  const attempts: SourceAttempt[] = [];
  for (const { name, base } of places) {
    try {
      const what = `${source.label}, ${file.name} from ${name}`;
      context.progress(what, null);
      return await fetchFrom(
        base + file.name,
        file,
        context.signal,
        (received, total) => bar.received(what, received, total, file.packedBytes),
        environment,
      );
    } catch (error) {
      if (error instanceof AbortedError || context.signal.aborted)
        throw new AbortedError('Loading the images');
      attempts.push({ source: name, reason: reasonOf(error) });
    }
  }
  throw new DatasetUnavailableError(
    `${source.label} could not be loaded: no source gave ${file.name}.`,
    'Choose the synthetic digits, which need no download, or give the files ' +
      `${source.train.images.name} and ${source.train.labels.name} by the picker or drag and drop.`,
    attempts,
  );
}

/**
 * The unpacked bytes of published files, in the order asked for; from the device where they are kept and intact.
 * @throws DatasetUnavailableError listing every source tried and its failure; AbortedError
 */
export async function obtainFiles(
  source: IdxSource,
  files: readonly CanonicalFile[],
  context: LoadContext,
  environment: FileEnvironment,
): Promise<readonly Bytes[]> {
  const kept: (Bytes | null)[] = [];
  for (const file of files) {
    throwIfAborted(context.signal, 'Loading the images');
    kept.push(await readKept(source, file, context, environment));
  }
  const missing = files.filter((_, i) => kept[i] === null);
  const bar = createByteProgress(
    context,
    missing.reduce((sum, file) => sum + file.packedBytes, 0),
  );
  const all: Bytes[] = [];
  for (const [i, file] of files.entries()) {
    let bytes = kept[i];
    if (!bytes) {
      bytes = await fetchFile(source, file, context, bar, environment);
      bar.fileDone(file);
      const result = await environment.store.put(storeKey(source, file), new Blob([bytes]));
      if (result.where === 'session') {
        context.progress(`${file.name} is kept until the page is closed only: ${result.reason}`, null);
      }
    }
    all.push(bytes);
  }
  return all;
}
