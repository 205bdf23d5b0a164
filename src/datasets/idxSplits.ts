// The splits of an MNIST-like data set, from the files that were published, or a person's own in their place.
import { InvalidValueError } from '../core/errors';
import { numberParam } from '../core/paramSpec';
import type { ProvidedFiles } from '../protocol';
import { appBaseUrl } from './appBase';
import { arrayDataset } from './arrayDataset';
import type { LoadContext, LoadedDataset, ProvidedPaths } from './define';
import { deviceStore } from './deviceStore';
import { DatasetFileError } from './errors';
import { parseIdx, type IdxArray } from './idx';
import { obtainFiles, type FileEnvironment, type IdxSource } from './mnistFiles';
import { readOwnFile, takeOwnFiles, type Role, type Split } from './ownIdxFiles';

const STALL_TIMEOUT_MS = 20_000;

const defaultEnvironment = (): FileEnvironment => ({
  fetch: (input, init) => fetch(input, init),
  store: deviceStore(),
  appBase: appBaseUrl(),
  stallTimeoutMs: STALL_TIMEOUT_MS,
});

/** Numbers of the images that take part: those of one class, or all, the first `limit` of them. */
function choose(labels: Uint8Array | null, classes: string, count: number, limit: number): Uint32Array {
  if (classes === 'all') return Uint32Array.from({ length: Math.min(count, limit) }, (_, i) => i);
  if (!labels) {
    throw new InvalidValueError(
      `Class ${classes} was chosen, but these images carry no labels.`,
      'Choose all classes, or give the file of labels too.',
    );
  }
  const chosen: number[] = [];
  for (let i = 0; i < count && chosen.length < limit; i++) {
    if (labels[i] === Number(classes)) chosen.push(i);
  }
  if (chosen.length > 0) return Uint32Array.from(chosen);
  throw new InvalidValueError(
    `None of the ${count} images is of class ${classes}.`,
    'Choose all classes or another class.',
  );
}

async function readSplit(
  source: IdxSource,
  split: Split,
  context: LoadContext,
  environment: FileEnvironment,
): Promise<{ images: IdxArray; labels: IdxArray | null }> {
  const own = (role: Role): Promise<IdxArray | null> =>
    context.params.files === 'published'
      ? Promise.resolve(null)
      : readOwnFile(source, split, role, environment.store);
  const ownImages = await own('images');
  const ownLabels = await own('labels');
  const wanted = [
    ...(ownImages ? [] : ['images' as const]),
    ...(ownImages || ownLabels ? [] : ['labels' as const]),
  ];
  const files = wanted.map((role) => source[split][role]);
  const bytes = await obtainFiles(source, files, context, environment);
  const published = new Map(wanted.map((role, i) => [role, parseIdx(bytes[i], files[i].name)]));
  const images = ownImages ?? published.get('images');
  const labels = ownLabels ?? published.get('labels') ?? null;
  if (!images) throw new TypeError(`No images of ${source.id} were read`);
  if (labels && labels.dims[0] !== images.dims[0]) {
    throw new DatasetFileError(
      `There are ${images.dims[0]} images and ${labels.dims[0]} labels; expected as many labels as images.`,
      'Give the images and the labels that belong together, or set "Files" to published.',
    );
  }
  return { images, labels };
}

/**
 * One split, of `train` the images that the parameters choose.
 * @throws InvalidValueError where none is of the chosen class, DatasetFileError, DatasetUnavailableError
 */
export async function loadSplit(
  source: IdxSource,
  split: Split,
  context: LoadContext,
  environment = defaultEnvironment(),
): Promise<LoadedDataset> {
  const { images, labels } = await readSplit(source, split, context, environment);
  const [count, height, width] = images.dims;
  const labelData = labels?.data ?? null;
  const limit = split === 'train' ? numberParam(context.params, 'size') : Infinity;
  return arrayDataset({
    shape: [height, width, 1],
    pixels: images.data,
    labels: labelData,
    classNames: labelData ? source.classNames : null,
    chosen: choose(labelData, String(context.params.classes), count, limit),
  });
}

/** Keeps a person's own files in the place of the published ones. */
export async function provideSplits(
  { files, unopened }: ProvidedPaths,
  source: IdxSource,
  { progress }: LoadContext,
  { store } = defaultEnvironment(),
): Promise<ProvidedFiles> {
  return {
    message: await takeOwnFiles(files, source, store, progress),
    leftOut: unopened.map((path) => ({ path, reason: 'no IDX file by its name' })),
  };
}
