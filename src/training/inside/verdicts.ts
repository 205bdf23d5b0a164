// What the discriminator thinks: of many real images and fakes, and which pixels of one picture move it. Reads only.
import {
  add,
  engine,
  mean,
  mul,
  sigmoid,
  sub,
  sum,
  tensor,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { ImageBatch } from '../../core/history';
import { batchIndices, toSignedUnit } from '../../datasets/sampling';
import type { LoadedDataset } from '../../datasets/define';
import type { Confidence, Saliency } from '../../protocol';
import { drawnLatents } from '../streams';
import type { Trainer } from '../trainer';
import { pictureTensor } from './layerMaps';

/** Of `batchIndices`, which has one for each step: one that no run reaches. */
const SHOWN_STEP = 0x7fffffff;

/** Verdicts on `count` real images, the same at every moment, and on as many fakes of the seed that Use begins with. */
export async function confidence(
  trainer: Trainer,
  dataset: LoadedDataset,
  count: number,
): Promise<Confidence> {
  const { seed } = trainer.config;
  const indices = batchIndices(seed, SHOWN_STEP, 0, count, dataset.size);
  const { labels } = dataset.read(indices);
  const values = dataset.readValues?.(indices) ?? toSignedUnit(dataset.read(indices).pixels);
  const compares = trainer.loss.comparesScores === true;
  const [real, fake] = tidy(() => {
    const images = tensor(values, [count, ...dataset.shape]);
    const classes = trainer.classes?.areLabels && labels ? Uint8Array.from(labels) : undefined;
    const drawn = trainer.generate(drawnLatents(1, 0, count, trainer.latentSize));
    if (!compares) return [trainer.realness(images, classes), trainer.realness(drawn)];
    const [onReal, onFake] = [trainer.scores(images, classes), trainer.scores(drawn)];
    const border = mul(add(mean(onReal), mean(onFake)), 0.5);
    return [sigmoid(sub(onReal, border)), sigmoid(sub(onFake, border))];
  });
  const read = async (verdicts: Tensor): Promise<Float32Array> => {
    const found = Float32Array.from(await verdicts.data());
    verdicts.dispose();
    return found;
  };
  return { real: await read(real), fake: await read(fake), compares };
}

/** Simonyan et al. 2014 (https://arxiv.org/abs/1312.6034): the slope of the score by the picture. */
export async function saliency(trainer: Trainer, picture: ImageBatch, imageClass: number): Promise<Saliency> {
  const classes = Uint8Array.of(imageClass);
  const [slopes, realness] = tidy(() => {
    const image = pictureTensor(trainer, picture);
    const { value, grads } = engine().gradients(() => sum<Scalar>(trainer.scores(image, classes)), [image]);
    value.dispose();
    return [grads[0], trainer.realness(image, classes)];
  });
  const found = { realness: (await realness.data())[0], slopes: Float32Array.from(await slopes.data()) };
  slopes.dispose();
  realness.dispose();
  return found;
}
