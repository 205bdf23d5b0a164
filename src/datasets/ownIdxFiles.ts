// The person's own IDX files for an MNIST-like data set. A published file is recognised by its checksum and kept as
// such; any other valid file of 28x28 images or of labels is the person's data and is kept beside it.
import { InvalidValueError } from '../core/errors';
import type { NamedFile } from '../protocol';
import type { DeviceStore, Kept } from './deviceStore';
import { DatasetFileError } from './errors';
import { gunzip, isGzip } from './gzip';
import { parseIdx, type Bytes, type IdxArray } from './idx';
import { mismatch, storeKey, unpackedBytes, type CanonicalFile, type IdxSource } from './mnistFiles';

export type Split = 'train' | 'test';
export type Role = 'images' | 'labels';

const LIMIT_BYTES = 512 * 1024 * 1024;
/** As a word of its own: "latest" names no test. */
const TEST_NAME = /(^|[^a-z])(t10k|test(ing)?)([^a-z]|$)/i;
const ownKey = (source: IdxSource, split: Split, role: Role): string => `${source.id}/own/${split}-${role}`;

async function unpack({ name, file }: NamedFile): Promise<Bytes> {
  if (file.size > LIMIT_BYTES) {
    throw new DatasetFileError(
      `${name} has ${file.size} bytes; at most ${LIMIT_BYTES} are read.`,
      'Give a smaller file.',
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return isGzip(bytes) ? gunzip(bytes, name, LIMIT_BYTES) : bytes;
}

function roleOf({ dims, data }: IdxArray, name: string, source: IdxSource): Role {
  const [height, width] = source.train.images.dims.slice(1);
  if (dims.length === 3 && dims[0] > 0 && dims[1] === height && dims[2] === width) return 'images';
  if (dims.length !== 1 || dims[0] === 0) {
    throw new DatasetFileError(
      `${name} holds ${dims.join(' x ')} values; expected images of n x ${height} x ${width} or n labels.`,
      'Give IDX files of the right size, or use your own images as a folder or zip.',
    );
  }
  const highest = data.reduce((max, label) => Math.max(max, label), 0);
  if (highest >= source.classNames.length) {
    throw new DatasetFileError(
      `${name} holds the label ${highest}; expected labels from 0 to ${source.classNames.length - 1}.`,
      'Give the images alone: they train without labels too.',
    );
  }
  return 'labels';
}

async function recognise(
  bytes: Bytes,
  source: IdxSource,
): Promise<{ split: Split; role: Role; file: CanonicalFile } | null> {
  for (const split of ['train', 'test'] as const) {
    for (const role of ['images', 'labels'] as const) {
      const file = source[split][role];
      if (bytes.length === unpackedBytes(file) && (await mismatch(bytes, file)) === null) {
        return { split, role, file };
      }
    }
  }
  return null;
}

async function takeFile(
  given: NamedFile,
  source: IdxSource,
  store: DeviceStore,
): Promise<{ sentence: string; kept: Kept }> {
  const bytes = await unpack(given);
  const array = parseIdx(bytes, given.name);
  const role = roleOf(array, given.name, source);
  const count = array.dims[0].toLocaleString('en');
  const known = await recognise(bytes, source);
  if (known) {
    const kept = await store.put(storeKey(source, known.file), new Blob([bytes]));
    await store.remove(ownKey(source, known.split, known.role));
    return { sentence: `${given.name}: the published ${count} ${known.split} ${known.role}, checked.`, kept };
  }
  const split = TEST_NAME.test(given.name) ? 'test' : 'train';
  const kept = await store.put(ownKey(source, split, role), new Blob([bytes]));
  return {
    sentence:
      `${given.name}: ${count} ${split} ${role} of your own (not the published ${source.label} file); ` +
      'they are used in its place while "Files" is set to automatic.',
    kept,
  };
}

/**
 * Checks and keeps the files.
 * @returns a sentence for each file
 * @throws DatasetFileError for the first file that is not what it should be; files before it are kept
 */
export async function takeOwnFiles(
  files: readonly NamedFile[],
  source: IdxSource,
  store: DeviceStore,
  progress: (what: string, fraction: number | null) => void,
): Promise<string> {
  if (files.length === 0) {
    throw new InvalidValueError(
      'No file was given.',
      `Choose ${source.train.images.name} or a file like it.`,
    );
  }
  const sentences: string[] = [];
  let session: string | null = null;
  for (const [i, given] of files.entries()) {
    progress(`Checking ${given.name}`, i / files.length);
    const { sentence, kept } = await takeFile(given, source, store);
    sentences.push(sentence);
    if (kept.where === 'session') session = kept.reason;
  }
  progress('Files checked', 1);
  if (session !== null) sentences.push(`They are kept until the page is closed only: ${session}.`);
  return sentences.join(' ');
}

/** A file that the person gave in place of a published one, or null. */
export async function readOwnFile(
  source: IdxSource,
  split: Split,
  role: Role,
  store: DeviceStore,
): Promise<IdxArray | null> {
  const kept = await store.get(ownKey(source, split, role));
  if (!kept) return null;
  const name = `Your file of ${split} ${role}`;
  return parseIdx(new Uint8Array(await kept.arrayBuffer()), name);
}
