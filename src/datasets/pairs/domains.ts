// Data sets made of others: a part of one, one drawn otherwise, and two domains as one. Nothing is copied before it is read.
import { InvalidValueError } from '../../core/errors';
import type { DomainPair, LoadedDataset } from '../define';

/** Images that are asked for at a time where only their labels are looked at. */
const AT_ONCE = 1024;

/** The images of these numbers, in this order. */
export const partOf = (dataset: LoadedDataset, chosen: ArrayLike<number>): LoadedDataset => {
  const { shape, classNames, read } = dataset;
  return {
    ...{ shape, classNames, size: chosen.length },
    read: (indices) => read(Int32Array.from(indices, (i) => checked(chosen, i))),
  };
};

function checked(chosen: ArrayLike<number>, index: number): number {
  if (Number.isInteger(index) && index >= 0 && index < chosen.length) return chosen[index];
  throw new InvalidValueError(
    `Image ${index} was asked for; the domain has ${chosen.length} images.`,
    `Ask for a whole number from 0 to ${chosen.length - 1}.`,
  );
}

/** The images `from` to `to - 1`. */
export const rangeOf = (dataset: LoadedDataset, from: number, to: number): LoadedDataset =>
  partOf(
    dataset,
    Int32Array.from({ length: to - from }, (_, i) => from + i),
  );

/** Makes another picture of the same size of one, in place; `index` is its number in the data set. */
export type Redraw = (pixels: Uint8Array, index: number) => void;

/** Every image of a data set drawn otherwise when it is read; the labels stay. */
export function redrawn(dataset: LoadedDataset, redraw: Redraw): LoadedDataset {
  const { shape, size, classNames } = dataset;
  const volume = shape[0] * shape[1] * shape[2];
  return {
    ...{ shape, size, classNames },
    read(indices) {
      const { pixels, labels } = dataset.read(indices);
      for (let i = 0; i < indices.length; i++)
        redraw(pixels.subarray(i * volume, (i + 1) * volume), indices[i]);
      return { pixels, labels };
    },
  };
}

/** Two domains as one data set whose classes are the domains: first all of A, then all of B. */
export function asOneSet(pair: DomainPair): LoadedDataset {
  const { a, b } = pair;
  const { shape } = a.images;
  const first = a.images.size;
  const volume = shape[0] * shape[1] * shape[2];
  return {
    shape,
    size: first + b.images.size,
    classNames: [a.name, b.name],
    pair,
    read(indices) {
      const pixels = new Uint8Array(indices.length * volume);
      const labels = Uint8Array.from(indices, (index) => (index < first ? 0 : 1));
      for (const [which, { images }] of [a, b].entries()) {
        const places = [...labels.keys()].filter((i) => labels[i] === which);
        const found = images.read(places.map((i) => indices[i] - which * first));
        places.forEach((place, i) =>
          pixels.set(found.pixels.subarray(i * volume, (i + 1) * volume), place * volume),
        );
      }
      return { pixels, labels };
    },
  };
}

/** Numbers of the images of a class. */
function imagesOfClass(dataset: LoadedDataset, wanted: number): Int32Array {
  const found: number[] = [];
  for (let start = 0; start < dataset.size; start += AT_ONCE) {
    const count = Math.min(AT_ONCE, dataset.size - start);
    const { labels } = dataset.read(Int32Array.from({ length: count }, (_, i) => start + i));
    labels?.forEach((label, i) => {
      if (label === wanted) found.push(start + i);
    });
  }
  return Int32Array.from(found);
}

/**
 * Two classes of a labelled data set as two domains.
 * @throws InvalidValueError for images without labels, a class that there is not, one without images, and twice the same
 */
export function classesAsDomains(dataset: LoadedDataset, classA: number, classB: number): DomainPair {
  const { classNames } = dataset;
  if (!classNames || classNames.length < 2) {
    throw new InvalidValueError(
      'These images are of one kind, and two are needed.',
      'Choose a data set of two domains or one with classes; of a folder of images, its folders are the classes.',
    );
  }
  const known = classNames.map((name, i) => `${i} (${name})`).join(', ');
  if (classA === classB) {
    throw new InvalidValueError(
      `Both domains are the class ${classA} (${classNames[classA] ?? 'unknown'}).`,
      `Choose two of ${known}.`,
    );
  }
  const domain = (wanted: number) => {
    const name = classNames[wanted];
    if (name === undefined) {
      throw new InvalidValueError(`There is no class ${wanted}.`, `The classes are ${known}.`);
    }
    const chosen = imagesOfClass(dataset, wanted);
    if (chosen.length > 0) return { name, images: partOf(dataset, chosen) };
    throw new InvalidValueError(
      `None of the ${dataset.size} images is of class ${wanted} (${name}).`,
      `Choose two of ${known}, or use more of the images.`,
    );
  };
  return { a: domain(classA), b: domain(classB), aligned: false };
}
