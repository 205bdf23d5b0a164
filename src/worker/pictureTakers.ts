// Networks of a run that take pictures: those that its task says so of, and a generator from a file whose input is one. And what
// they make of pictures that a person gives.
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import type { GridLayout } from '../core/gridLayout';
import type { ImageBatch } from '../core/history';
import { inputShape, volume } from '../core/network';
import { checkSides, freeSides, pictureInput } from '../core/pictureInput';
import type { PictureShape } from '../core/pictureFit';
import type { LoadedDataset } from '../datasets/define';
import { toSignedUnit } from '../datasets/sampling';
import type { PictureTaker } from '../protocol';
import { tasks } from '../tasks';
import { sizedNetwork } from '../tasks/translation/sizedNetwork';
import { toImageBatch } from '../training/imageBatch';
import type { RunSession } from '../training/session';
import type { TaskTrainer } from '../training/taskTrainer';
import { Trainer } from '../training/trainer';
import { byId } from './catalogue';

/** Numbers of pictures that are translated at once. */
const MOST_VALUES = 2 ** 24;

/** What a network turns into what, as its grid has it: `Digits to Inverted outlines`. */
function wayOf({ columns }: GridLayout): string | null {
  const [given, made] = columns;
  return made?.startsWith('made ') ? `${given} to ${made.slice('made '.length)}` : null;
}

/** @param shape of the pictures that the run learns from */
export function pictureTakers(
  { trainer, config }: RunSession,
  [height, width, channels]: LoadedDataset['shape'],
): readonly PictureTaker[] {
  if (trainer instanceof Trainer) {
    const shape = pictureInput(trainer.generator.spec);
    const free = freeSides(trainer.generator.spec);
    return shape ? [{ network: 'generator', label: 'Generator', shape, free }] : [];
  }
  const given: TaskTrainer = trainer;
  if (!given.translate) return [];
  const task = byId(tasks, config.task);
  return task.exports.flatMap(({ network, inputs }, i) => {
    const spec = given.networks.find(({ id }) => id === network)?.network.spec;
    if (!inputs.includes('image') || !spec) return [];
    const way = given.grids?.length === task.exports.length ? wayOf(given.grids[i]) : null;
    const label = way ?? task.networks.find(({ id }) => id === network)?.label ?? network;
    return [{ network, label, shape: [height, width, channels] as const, free: freeSides(spec) }];
  });
}

/** Pictures [count * h * w * c] through a generator that has a picture where noise would be. */
async function throughGenerator(trainer: Trainer, images: ImageBatch): Promise<ImageBatch> {
  const network = sizedNetwork(trainer.average ?? trainer.generator, images.height, images.width);
  const shape = inputShape(network.spec);
  const made = tidy(() =>
    network.apply(tensor(toSignedUnit(images.pixels), [images.count, ...shape]), { kind: 'inference' }),
  );
  const batch = await toImageBatch(made);
  made.dispose();
  return batch;
}

/** @throws InvalidValueError for none, too many, and those that the network does not take */
function checkPictures(images: ImageBatch, [height, width, channels]: PictureShape): void {
  const { count, pixels } = images;
  const isWhole = pixels.length === count * volume([images.height, images.width, images.channels]);
  if (isWhole && images.channels === channels && count >= 1 && pixels.length <= MOST_VALUES) return;
  throw new InvalidValueError(
    `${count} pictures of ${images.height} x ${images.width} x ${images.channels} with ${pixels.length} bytes were given.`,
    `Give at least one of ${height} x ${width} x ${channels}, as the run learns from, and at most ${MOST_VALUES} bytes.`,
  );
}

/** @throws InvalidValueError when the run has no such network, or the pictures are none that it takes */
export async function translatePictures(
  session: RunSession,
  dataset: LoadedDataset,
  network: string,
  images: ImageBatch,
): Promise<ImageBatch> {
  const trainer: TaskTrainer = session.trainer;
  const takers = pictureTakers(session, dataset.shape);
  const taker = takers.find((one) => one.network === network);
  const spec = trainer.networks.find(({ id }) => id === network)?.network.spec;
  if (!taker || !spec) {
    throw new InvalidValueError(
      `The open run has no network ${network} that takes pictures.`,
      takers.length > 0
        ? `It has ${takers.map((one) => one.network).join(', ')}.`
        : 'Open a run that translates.',
    );
  }
  checkPictures(images, taker.shape);
  checkSides(spec, images.height, images.width);
  if (session.trainer instanceof Trainer) return throughGenerator(session.trainer, images);
  if (trainer.translate) return trainer.translate(network, images);
  throw new TypeError(`${network} takes pictures, and its task translates none`);
}
