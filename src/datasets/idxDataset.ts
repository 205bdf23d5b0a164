// An MNIST-like data set as a definition; its files are loaded and taken by idxSplits.ts, fetched when it is asked for. What is
// particular to one of them (names, mirrors, checksums) is data in mnist.ts and fashionMnist.ts.
import type { ParamSpec } from '../core/paramSpec';
import type { DatasetDefinition } from './define';
import type { FileEnvironment, IdxSource } from './mnistFiles';

/** What only this data set's file says. */
export interface IdxDatasetFacts extends IdxSource {
  readonly help: string;
  readonly source: string;
  readonly licence: string;
}

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

/**
 * Makes the definition of an MNIST-like data set.
 * @param environment where files come from and are kept, if not where the page has them; only tests give their own
 */
export function idxDataset(facts: IdxDatasetFacts, environment?: () => FileEnvironment): DatasetDefinition {
  const { id, label, help, source, licence, train } = facts;
  const files = () => import('./idxSplits');
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
    load: async (context) => (await files()).loadSplit(facts, 'train', context, environment?.()),
    loadTest: async (context) => (await files()).loadSplit(facts, 'test', context, environment?.()),
    provide: async (given, context) => (await files()).provideSplits(given, facts, context, environment?.()),
  };
}
