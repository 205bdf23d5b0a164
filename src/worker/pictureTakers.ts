// Networks of a run that take pictures: those that its task says so of, and a generator from a file whose input is one. And what
// they make of pictures that a person gives.
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import type { GridLayout } from '../core/gridLayout';
import type { ImageBatch } from '../core/history';
import { inputShape } from '../core/network';
import { freeSides, pictureInput } from '../core/pictureInput';
import type { PictureShape } from '../core/pictureFit';
import { inHalves } from '../engine/halfProducts';
import { Network } from '../engine/network';
import type { Engine } from '../engine/openEngine';
import type { LoadedDataset } from '../datasets/define';
import { toSignedUnit } from '../datasets/sampling';
import type { PayloadOf, PictureTaker } from '../protocol';
import { tasks } from '../tasks';
import { isRetrained } from '../tasks/retrain/isRetrained';
import { CLASSIFIER } from '../tasks/retrain/networks';
import { sizedNetwork } from '../tasks/translation/sizedNetwork';
import { toImageBatch } from '../training/imageBatch';
import type { RunSession } from '../training/session';
import type { PictureNetwork, TaskTrainer } from '../training/taskTrainer';
import { Trainer } from '../training/trainer';
import { byId } from './catalogue';
import { checkPictureSides } from './pictureSides';

/** Numbers of pictures that are translated at once. */
const MOST_VALUES = 2 ** 24;

/** What a network turns into what, as its grid has it: `Digits to Inverted outlines`. */
function wayOf({ columns }: GridLayout): string | null {
  const [given, made] = columns;
  return made?.startsWith('made ') ? `${given} to ${made.slice('made '.length)}` : null;
}

/** Networks of a task that take pictures: those that leave, or of several styles one for each. */
function takersOf(trainer: TaskTrainer, taskId: string): readonly PictureNetwork[] {
  const own = trainer.pictureNetworks ?? [];
  if (own.length > 0) return own;
  const task = byId(tasks, taskId);
  return task.exports.flatMap(({ network: id, inputs, names }, i) => {
    const network = trainer.networks.find((held) => held.id === id)?.network;
    if (!inputs.includes('image') || names || !(network instanceof Network)) return [];
    const way = trainer.grids?.length === task.exports.length ? wayOf(trainer.grids[i]) : null;
    return [{ id, network, label: way ?? task.networks.find((one) => one.id === id)?.label ?? id }];
  });
}

/** @param shape of the pictures that the run learns from */
export function pictureTakers(
  { trainer, config }: RunSession,
  [height, width, channels]: LoadedDataset['shape'],
): readonly PictureTaker[] {
  if (trainer instanceof Trainer) {
    const { spec } = trainer.generator;
    const shape = pictureInput(spec);
    return shape ? [{ network: 'generator', label: 'Generator', shape, free: freeSides(spec) }] : [];
  }
  const given: TaskTrainer = trainer;
  if (!given.translate) return [];
  return takersOf(given, config.task).map(({ id, label, network }) => ({
    ...{ network: id, label, shape: [height, width, channels] as const },
    free: freeSides(network.spec),
  }));
}

/** What takes pictures and leaves: also a network that gives them names. */
export function leavingTakers(session: RunSession, shape: LoadedDataset['shape']): readonly PictureTaker[] {
  const { trainer } = session;
  if (!isRetrained(trainer)) return pictureTakers(session, shape);
  const { spec } = trainer.classifier;
  return [{ network: CLASSIFIER, label: 'Classifier', shape, free: freeSides(spec) }];
}

/** The network that `pictureTakers` calls so. */
function takingNetwork({ trainer, config }: RunSession, network: string): Network {
  if (trainer instanceof Trainer) return trainer.average ?? trainer.generator;
  const found = takersOf(trainer, config.task).find(({ id }) => id === network);
  if (found) return found.network;
  throw new TypeError(`${network} takes no pictures`);
}

/** Pictures [count * h * w * c] through a generator that has a picture where noise would be. */
async function throughGenerator(trainer: Trainer, images: ImageBatch): Promise<ImageBatch> {
  const network = sizedNetwork(trainer.average ?? trainer.generator, images.height, images.width);
  const shape = inputShape(network.spec);
  const made = tidy(() =>
    inHalves(() =>
      network.apply(tensor(toSignedUnit(images.pixels), [images.count, ...shape]), { kind: 'inference' }),
    ),
  );
  const batch = await toImageBatch(made);
  made.dispose();
  return batch;
}

/** @throws InvalidValueError for none, too many, and those that the network does not take */
export function checkPictures(images: ImageBatch, [height, width, channels]: PictureShape): void {
  const { count, pixels } = images;
  const isWhole = pixels.length === count * height * width * channels;
  const fits = images.height === height && images.width === width && images.channels === channels;
  if (isWhole && fits && count >= 1 && pixels.length <= MOST_VALUES) return;
  throw new InvalidValueError(
    `${count} pictures of ${images.height} x ${images.width} x ${images.channels} with ${pixels.length} bytes were given.`,
    `Give at least one of ${height} x ${width} x ${channels}, and at most ${MOST_VALUES} bytes.`,
  );
}

/** @throws InvalidValueError when the run has no such network, or the pictures are none that it takes */
export async function translatePictures(
  session: RunSession,
  dataset: LoadedDataset,
  { network, images }: PayloadOf<'samples/translate'>,
  engine: Engine,
): Promise<ImageBatch> {
  const { trainer } = session;
  const takers = pictureTakers(session, dataset.shape);
  const taker = takers.find((one) => one.network === network);
  if (!taker) {
    throw new InvalidValueError(
      `The open run has no network ${network} that takes pictures.`,
      takers.length > 0
        ? `It has ${takers.map((one) => one.network).join(', ')}.`
        : 'Open a run that translates.',
    );
  }
  checkPictures(images, [images.height, images.width, taker.shape[2]]);
  const { spec } = takingNetwork(session, network);
  checkPictureSides(taker.label, spec, images, engine);
  const isOwn = images.height === taker.shape[0] && images.width === taker.shape[1];
  const make = (some: ImageBatch): Promise<ImageBatch> => {
    if (trainer instanceof Trainer) return throughGenerator(trainer, some);
    const given: TaskTrainer = trainer;
    if (given.translate) return given.translate(network, some);
    throw new TypeError(`${network} takes pictures, and its task translates none`);
  };
  return isOwn ? make(images) : oneByOne(images, make);
}

/** Large pictures one after the other: memory holds what one of them takes. */
async function oneByOne(
  images: ImageBatch,
  make: (one: ImageBatch) => Promise<ImageBatch>,
): Promise<ImageBatch> {
  const size = images.pixels.length / images.count;
  const made: ImageBatch[] = [];
  for (let i = 0; i < images.count; i++)
    made.push(await make({ ...images, count: 1, pixels: images.pixels.slice(i * size, (i + 1) * size) }));
  const pixels = new Uint8Array(made.reduce((sum, one) => sum + one.pixels.length, 0));
  made.forEach((one, i) => pixels.set(one.pixels, i * one.pixels.length));
  return { ...made[0], count: images.count, pixels };
}
