// What the discriminator and a classifier say of any pictures, such as a person drew. Reads only.
import { add, mean, mul, sigmoid, sub, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { ImageBatch } from '../../core/history';
import { batchIndices, toSignedUnit } from '../../datasets/sampling';
import type { LoadedDataset } from '../../datasets/define';
import type { Evaluator } from '../../metrics/evaluator/evaluator';
import type { PictureVerdicts } from '../../protocol';
import { drawnLatents } from '../streams';
import type { Trainer } from '../trainer';

/** Of `batchIndices`, which has one for each step: one that no run reaches. */
const SHOWN_STEP = 0x7fffffff;
/** Real images and fakes whose mean scores a border is found between. */
const BORDER_IMAGES = 128;

/** Half way between the mean scores of real images and of fakes, for losses whose scores mean something by differences alone. */
function borderBetween(trainer: Trainer, dataset: LoadedDataset): Tensor {
  const count = Math.min(BORDER_IMAGES, dataset.size);
  const indices = batchIndices(trainer.config.seed, SHOWN_STEP, 0, count, dataset.size);
  const { pixels, labels } = dataset.read(indices);
  const real = tensor(toSignedUnit(pixels), [count, ...dataset.shape]);
  const classes = trainer.classes?.areLabels && labels ? Uint8Array.from(labels) : undefined;
  const fake = trainer.generate(drawnLatents(1, 0, count, trainer.latentSize));
  return mul(add(mean(trainer.scores(real, classes)), mean(trainer.scores(fake))), 0.5);
}

interface Judged {
  readonly realness: Float32Array;
  readonly judgedAs: readonly number[] | null;
}

/** Of each picture, under the class that it is most real as, where the verdict depends on one. */
async function judgeRealness(trainer: Trainer, dataset: LoadedDataset, pictures: Tensor): Promise<Judged> {
  const [count] = pictures.shape;
  const { classes, loss } = trainer;
  const border = loss.comparesScores ? tidy(() => borderBetween(trainer, dataset)) : null;
  const under = async (imageClass: number): Promise<Float32Array> => {
    const given = tidy(() => {
      const scores = trainer.scores(pictures, new Uint8Array(count).fill(imageClass));
      return sigmoid(sub(scores, border ?? loss.boundary ?? 0));
    });
    const found = Float32Array.from(await given.data());
    given.dispose();
    return found;
  };
  try {
    if (!classes?.scoreDependsOnClass) return { realness: await under(0), judgedAs: null };
    const realness = new Float32Array(count);
    const judgedAs = new Array<number>(count).fill(0);
    for (let imageClass = 0; imageClass < classes.count; imageClass++)
      (await under(imageClass)).forEach((value, i) => {
        if (imageClass > 0 && value <= realness[i]) return;
        realness[i] = value;
        judgedAs[i] = imageClass;
      });
    return { realness, judgedAs };
  } finally {
    border?.dispose();
  }
}

/** @param images in the shape of the generator's pictures */
export async function judgePictures(
  trainer: Trainer,
  dataset: LoadedDataset,
  evaluator: Evaluator,
  { count, height, width, channels, pixels }: ImageBatch,
): Promise<PictureVerdicts> {
  const pictures = tensor(toSignedUnit(pixels), [count, height, width, channels]);
  try {
    const judged = trainer.hasDiscriminator
      ? await judgeRealness(trainer, dataset, pictures)
      : { realness: new Float32Array(), judgedAs: null };
    const { probabilities } = await evaluator.evaluate(pictures);
    const { label, classNames } = evaluator;
    return { ...judged, judge: label, classNames, shares: probabilities };
  } finally {
    pictures.dispose();
  }
}
