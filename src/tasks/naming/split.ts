// Which labelled images a network learns to name, and which are held back to say how well it does. Pure.
import type { ImageBatch } from '../../core/history';
import type { LoadedDataset } from '../../datasets/define';
import { UnlabelledDataError } from '../../training/classes';
import { mixedOrder } from '../../training/measuring/evaluatedImages';

/** Where no test images come with the data set, this share of it is kept apart. */
const APART = 0.2;

/** Images to learn from, and images to be tested with. */
export interface Split {
  readonly classNames: readonly string[];
  readonly testImages: ImageBatch;
  /** Class of each test image. */
  readonly labels: Uint8Array;
  /** Images to learn from. */
  readonly size: number;
  /** The images of these numbers among them, with their labels. */
  readonly read: (chosen: Uint32Array) => ReturnType<LoadedDataset['read']>;
}

export interface SplitOptions {
  /** Test images that are named and shown. */
  readonly most: number;
  /** Whether images that lie in folders of held-back ones are those to be tested with. */
  readonly heedsFolders: boolean;
}

interface Chosen {
  readonly tested: Uint32Array;
  /** Null for all images of the data set. */
  readonly learnt: Uint32Array | null;
}

function choose(training: LoadedDataset, test: LoadedDataset | null, options: SplitOptions): Chosen {
  const { most, heedsFolders } = options;
  if (test) return { tested: mixedOrder(test.size).subarray(0, most), learnt: null };
  const order = mixedOrder(training.size);
  const { apart } = training;
  if (heedsFolders && apart) {
    const held = new Set(apart);
    return {
      tested: order.filter((i) => held.has(i)).subarray(0, most),
      learnt: order.filter((i) => !held.has(i)),
    };
  }
  const kept = Math.min(most, Math.ceil(APART * training.size));
  return { tested: order.subarray(0, kept), learnt: order.subarray(kept) };
}

/** @throws UnlabelledDataError for images without labels */
export function splitImages(
  training: LoadedDataset,
  test: LoadedDataset | null,
  options: SplitOptions,
): Split {
  const { classNames, shape } = training;
  if (!classNames || classNames.length < 2) {
    throw new UnlabelledDataError(
      'These images carry no labels, so there is nothing to learn to name.',
      'Choose a labelled data set; of a folder of images, the names of its folders are the labels.',
    );
  }
  const { tested, learnt } = choose(training, test, options);
  const { pixels, labels } = (test ?? training).read(tested);
  return {
    classNames,
    testImages: { count: tested.length, height: shape[0], width: shape[1], channels: shape[2], pixels },
    labels: labels ?? new Uint8Array(tested.length),
    size: learnt?.length ?? training.size,
    read: (chosen) => training.read(learnt ? chosen.map((i) => learnt[i]) : chosen),
  };
}
