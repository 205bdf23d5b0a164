// A student of one style as whoever measures it or makes it smaller sees it: its loss on held-back pictures, whoever paints them.
import { tensor, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { ImageBatch } from '../../core/history';
import type { LoadedDataset } from '../../datasets/define';
import { batchIndices, toSignedUnit } from '../../datasets/sampling';
import type { Network } from '../../engine/network';
import { asImageBatch } from '../../training/imageBatch';
import { termsOfUpdate, type Draw, type Translators } from '../../training/translators';
import { styleStudentFacts as facts } from '../styleStudentFacts';
import { drawnBatch } from '../translation/pictures';

/** Apart from the pictures of the grid and those that files are proved on. */
const HELD_BACK = 2;

export interface HeldBackStudent {
  readonly network: Network;
  readonly seed: number;
  /** As the settings have it now. */
  readonly batch: () => number;
  /** What it learns from. */
  readonly pictures: LoadedDataset;
  /** Pictures that training does not see. */
  readonly shown: LoadedDataset;
  /** Each term of pictures that were made of others. */
  readonly terms: (given: Tensor, made: Tensor) => Readonly<Record<string, Scalar>>;
  /** Its grid, where `paint` makes the pictures. */
  readonly rows: (paint: Draw) => Promise<ImageBatch>;
}

export const studentTranslators = ({
  network,
  seed,
  batch: batchNow,
  pictures,
  shown,
  terms,
  rows,
}: HeldBackStudent): Translators => ({
  networks: [{ id: 'generator', label: facts.networks[0].label, network }],
  terms: termsOfUpdate(facts, 'generator'),
  get batch() {
    return batchNow();
  },
  lesson(step, stream) {
    const given = drawnBatch(pictures, batchNow(), seed, step, stream);
    return { given: [given], held: [given] };
  },
  heldBack(draws, part) {
    const batch = batchNow();
    const chosen = batchIndices(seed, 0, HELD_BACK + part, batch, shown.size);
    const given = tensor(toSignedUnit(shown.read(chosen).pixels), [batch, ...shown.shape]);
    return terms(given, draws.generator(given));
  },
  made: 2,
  moment: (draws) => rows(draws.generator),
  shown: (_, given, made) => {
    const [height, width] = shown.shape;
    return { given: asImageBatch(given, shown.shape), made: asImageBatch(made, [height, width, 3]) };
  },
});
