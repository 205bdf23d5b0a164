// Which of a person's pictures belong to which of two domains, by their paths alone; what fits nowhere is named with the reason.
import type { LeftOut } from '../../protocol';
import { DatasetFileError } from '../errors';

/** Folders that say `train` and `test`, as data sets are often laid out. */
const SPLITS: Readonly<Record<string, Split>> = {
  train: 'train',
  training: 'train',
  test: 'test',
  testing: 'test',
  val: 'test',
  validation: 'test',
};
/** The field's form: `trainA trainB testA testB`. */
const FIELD = /^(train|test|val)(a|b)$/i;

type Split = 'train' | 'test';

/** A picture of a domain. */
export interface Placed<T> {
  readonly image: T;
  readonly split: Split;
  /** Name of its domain. */
  readonly domain: string;
  /** Its path inside its domain. */
  readonly inside: string;
}

export interface Placing<T> {
  /** The first is A. */
  readonly names: readonly [string, string];
  readonly placed: readonly Placed<T>[];
  readonly leftOut: readonly LeftOut[];
}

interface Found<T> {
  readonly image: T;
  readonly folders: readonly string[];
  readonly file: string;
}

const HOW =
  'Give two folders or two zips, one of each kind, or one with the folders trainA, trainB, testA and testB.';

const pathOf = ({ folders, file }: Pick<Found<unknown>, 'folders' | 'file'>): string =>
  [...folders, file].join('/');

/** Without the folders that all lie in. */
function withoutCommon<T>(found: readonly Found<T>[]): readonly Found<T>[] {
  let depth = 0;
  while (found.every(({ folders }) => folders.length > depth && folders[depth] === found[0].folders[depth]))
    depth++;
  return found.map((one) => ({ ...one, folders: one.folders.slice(depth) }));
}

function inFieldForm<T>(found: readonly Found<T>[]): Placing<T> {
  const placed: Placed<T>[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of found) {
    const at = one.folders.findIndex((folder) => FIELD.test(folder));
    const [, split, domain] = FIELD.exec(one.folders[at] ?? '') ?? [];
    if (at < 0) {
      leftOut.push({ path: pathOf(one), reason: 'lies in none of trainA, trainB, testA and testB' });
      continue;
    }
    placed.push({
      image: one.image,
      split: SPLITS[split.toLowerCase()],
      domain: domain.toUpperCase(),
      inside: pathOf({ folders: one.folders.slice(at + 1), file: one.file }),
    });
  }
  return { names: ['A', 'B'], placed, leftOut };
}

/** Splits by the first folder where there is one of `train` and `test` alone. */
function bySplit<T>(found: readonly Found<T>[]): readonly (Found<T> & { readonly split: Split })[] {
  const whole = withoutCommon(found);
  const isSplit = whole.every(({ folders }) => (folders[0] ?? '').toLowerCase() in SPLITS);
  return whole.map((one) =>
    isSplit
      ? { ...one, folders: one.folders.slice(1), split: SPLITS[one.folders[0].toLowerCase()] }
      : { ...one, split: 'train' },
  );
}

/**
 * The two domains of pictures with these paths.
 * @throws DatasetFileError when there are not two kinds, or one of them has no picture to learn from
 */
export function placeInDomains<T extends { readonly path: string }>(images: readonly T[]): Placing<T> {
  const found = images.map((image) => {
    const parts = image.path.split('/');
    return { image, folders: parts.slice(0, -1), file: parts[parts.length - 1] };
  });
  const inField = found.some(({ folders }) => folders.some((folder) => FIELD.test(folder)));
  const placing = inField ? inFieldForm(found) : byFolder(found);
  for (const name of placing.names) {
    if (placing.placed.some(({ split, domain }) => split === 'train' && domain === name)) continue;
    throw new DatasetFileError(
      `Domain ${name} has no picture to learn from; the other one has ${placing.placed.filter(({ split }) => split === 'train').length}.`,
      HOW,
    );
  }
  return placing;
}

function byFolder<T>(found: readonly Found<T>[]): Placing<T> {
  const split = bySplit(found);
  const names = [...new Set(split.map(({ folders }) => folders[0] ?? ''))].sort();
  const [a, b] = names;
  if (names.length !== 2 || a === '') {
    const shown = names.map((name) => (name === '' ? 'none' : name)).slice(0, 5);
    throw new DatasetFileError(
      names.length === 1
        ? `All ${found.length} pictures are of one kind; two are needed.`
        : `The pictures lie in ${names.length} folders (${shown.join(', ')}${names.length > 5 ? ' and more' : ''}); two kinds are needed.`,
      names.length > 2
        ? `${HOW} Of more kinds give the folder as “My images” and choose two of its classes.`
        : HOW,
    );
  }
  const placed = split.map(({ image, split: of, folders, file }) => ({
    ...{ image, split: of, domain: folders[0] },
    inside: pathOf({ folders: folders.slice(1), file }),
  }));
  return { names: [a, b], placed, leftOut: [] };
}

const stem = (path: string): string => path.replace(/\.[^./]+$/, '').toLowerCase();

/**
 * Keeps the pictures that have one of the same name in the other domain, A and B in the same order; the rest is named.
 * @throws DatasetFileError when no two names are equal
 */
export function matchByName<T extends { readonly path: string }>({
  names,
  placed,
  leftOut,
}: Placing<T>): Placing<T> {
  const keyOf = ({ split, inside }: Placed<T>): string => `${split}/${stem(inside)}`;
  const of = (name: string): ReadonlyMap<string, Placed<T>> =>
    new Map(placed.filter(({ domain }) => domain === name).map((one) => [keyOf(one), one]));
  const [a, b] = names.map(of);
  const common = [...a.keys()].filter((key) => b.has(key)).sort();
  if (!common.some((key) => key.startsWith('train/'))) {
    throw new DatasetFileError(
      `No picture of ${names[0]} (${a.size}) has the name of one of ${names[1]} (${b.size}).`,
      'Name the two pictures of a pair alike, or give pictures whose left and right halves are the pair.',
    );
  }
  const pairs = [a, b].flatMap((map) => common.flatMap((key) => map.get(key) ?? []));
  const kept = new Set(pairs);
  const alone = placed.filter((one) => !kept.has(one));
  const reason = ({ domain }: Placed<T>): string =>
    `there is no other picture of this name in ${domain === names[0] ? names[1] : names[0]}`;
  return {
    names,
    placed: pairs,
    leftOut: [...leftOut, ...alone.map((one) => ({ path: one.image.path, reason: reason(one) }))],
  };
}
