// An MNIST-like data set as a definition: parameters, loading of both splits, the person's own files. What is
// particular to one of them (names, mirrors, checksums) is data in mnist.ts and fashionMnist.ts.
import { InvalidValueError } from '../core/errors';
import { numberParam, type ParamSpec, type ParamValues } from '../core/paramSpec';
import { appBaseUrl } from './appBase';
import { arrayDataset } from './arrayDataset';
import type { DatasetDefinition, LoadContext, LoadedDataset } from './define';
import { deviceStore } from './deviceStore';
import { DatasetFileError } from './errors';
import { parseIdx, type IdxArray } from './idx';
import { obtainFiles, type FileEnvironment, type IdxSource } from './mnistFiles';
import { readOwnFile, takeOwnFiles, type Role, type Split } from './ownIdxFiles';

/** What only this data set's file says. */
export interface IdxDatasetFacts extends IdxSource {
  readonly help: string;
  readonly source: string;
  readonly licence: string;
}

const STALL_TIMEOUT_MS = 20_000;

const defaultEnvironment = (): FileEnvironment => ({
  fetch: (input, init) => fetch(input, init),
  store: deviceStore(),
  appBase: appBaseUrl(),
  stallTimeoutMs: STALL_TIMEOUT_MS,
});

function paramsOf({ train, classNames, label }: IdxSource): readonly ParamSpec[] {
  const count = train.images.dims[0];
  return [
    {
      id: 'size',
      kind: 'integer',
      label: 'Images used',
      min: 16,
      max: count,
      default: count,
      scale: 'log',
      unit: 'images',
      help: 'How many of the training images take part; fewer shows what a small data set does to training.',
    },
    {
      id: 'classes',
      kind: 'choice',
      label: 'Classes',
      default: 'all',
      choices: [
        { value: 'all', label: 'All' },
        ...classNames.map((name, i) => ({ value: String(i), label: name })),
      ],
      help: 'Train on every class, or on the images of one class alone, which is easier.',
    },
    {
      id: 'files',
      kind: 'choice',
      label: 'Files',
      default: 'auto',
      choices: [
        { value: 'auto', label: 'Automatic: my own where I gave some' },
        { value: 'published', label: `Published: ${label} itself` },
      ],
      help: 'Whether your own IDX files, once given, stand in for the published ones.',
    },
  ];
}

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

async function loadSplit(
  source: IdxSource,
  split: Split,
  limit: (params: ParamValues) => number,
  context: LoadContext,
  environment: FileEnvironment,
): Promise<LoadedDataset> {
  const { images, labels } = await readSplit(source, split, context, environment);
  const [count, height, width] = images.dims;
  const labelData = labels?.data ?? null;
  return arrayDataset({
    shape: [height, width, 1],
    pixels: images.data,
    labels: labelData,
    classNames: labelData ? source.classNames : null,
    chosen: choose(labelData, String(context.params.classes), count, limit(context.params)),
  });
}

/**
 * Makes the definition of an MNIST-like data set.
 * @param environment where files come from and are kept; only tests give their own
 */
export function idxDataset(
  facts: IdxDatasetFacts,
  environment: () => FileEnvironment = defaultEnvironment,
): DatasetDefinition {
  const { id, label, help, source, licence, train } = facts;
  return {
    id,
    label,
    help,
    source,
    licence,
    shape: [train.images.dims[1], train.images.dims[2], 1],
    classes: facts.classNames.length,
    origin: 'download',
    accepts: ['.gz', '.idx', '.idx1-ubyte', '.idx3-ubyte', '-idx1-ubyte', '-idx3-ubyte'],
    params: paramsOf(facts),
    load: (context) =>
      loadSplit(facts, 'train', (params) => numberParam(params, 'size'), context, environment()),
    loadTest: (context) => loadSplit(facts, 'test', () => Infinity, context, environment()),
    provide: async ({ files, unopened }, context) => ({
      message: await takeOwnFiles(files, facts, environment().store, context.progress),
      leftOut: unopened.map((path) => ({ path, reason: 'no IDX file by its name' })),
    }),
  };
}
