// What leaves by Export: a generator that draws from noise, or a network that translates or names pictures, whose picture is a
// list of numbers where noise would be. Reads weights and runs them; writes no file.
import { softmax, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import { chain, inputShape, volume } from '../core/network';
import { appendLayer } from '../core/networkEdits';
import { resizedPictures } from '../core/pictureFit';
import { pictureInput, withPictureSides } from '../core/pictureInput';
import { Network } from '../engine/network';
import type { Engine } from '../engine/openEngine';
import { normalNumbers, type ModelExportJob } from '../exporters/defineModel';
import { calibrate, type Calibration, type RangeRule } from '../graph/calibration';
import { inParts } from '../graph/engineRunner';
import type { ExportGraph } from '../graph/graph';
import { readWeights } from '../graph/networkWeights';
import type { LeavingPicture, ModelExportRequest, PictureSides } from '../protocol';
import { tasks } from '../tasks';
import { CLASSIFIER } from '../tasks/retrain/networks';
import type { RetrainTrainer } from '../tasks/retrain/trainer';
import { sizedNetwork } from '../tasks/translation/sizedNetwork';
import { inputRows, rangesOf, trainedGenerator } from '../training/generatorGraph';
import type { RunSession } from '../training/session';
import { fixedLatents } from '../training/streams';
import type { TaskTrainer } from '../training/taskTrainer';
import type { Trainer } from '../training/trainer';
import { trainedTranslator, translatorRanges } from '../training/translatorGraph';
import { byId, everyModel } from './catalogue';
import { checkPictureSides } from './pictureSides';

export interface Leaving extends Pick<
  ModelExportJob,
  'generator' | 'discriminator' | 'generators' | 'classNames'
> {
  readonly input: NonNullable<ModelExportJob['input']> | null;
  readonly inputLayout: string;
  readonly picture: LeavingPicture | null;
  /** Inputs to prove the files on, and what the trained network makes of them. */
  readonly rows: Float32Array;
  readonly expected: Float32Array;
  readonly ranges: (graph: ExportGraph, rule: RangeRule) => Promise<Calibration>;
  /** Of a network that names pictures: the right classes of the inputs. */
  readonly labels?: Uint8Array;
  /** What it is, for the card. */
  readonly model: { readonly label: string; readonly paper: string };
}

/** Numbers of the pictures that files in other sides are proved on: as many as come to so many, at least four. */
const MOST_PROVED_VALUES = 2 ** 22;
const FEWEST_PROVED = 4;

/** A network in the sides that are asked for, and pictures in them. */
interface Sized {
  readonly network: Network;
  readonly fitted: (pictures: Float32Array) => Float32Array;
}

/** @throws InvalidValueError, TooLargeSettingsError, see `checkPictureSides` */
function inSides(name: string, network: Network, asked: PictureSides | undefined, engine: Engine): Sized {
  const [height, width, channels] = inputShape(network.spec);
  if (!asked || (asked.height === height && asked.width === width))
    return { network, fitted: (pictures) => pictures };
  checkPictureSides(name, network.spec, asked, engine);
  const limit = Math.max(
    FEWEST_PROVED,
    Math.floor(MOST_PROVED_VALUES / (asked.height * asked.width * channels)),
  );
  return {
    network: sizedNetwork(network, asked.height, asked.width),
    fitted: (pictures) => resizedPictures(pictures, [height, width, channels], asked, limit),
  };
}

/** What a network makes of pictures, a few at a time. @param last what follows, in `tidy` */
async function madeOf(
  network: Network,
  rows: Float32Array,
  atOnce: number,
  last: (made: Tensor) => Tensor = (made) => made,
): Promise<Float32Array> {
  const shape = inputShape(network.spec);
  const size = volume(shape);
  const parts: Float32Array[] = [];
  for (let start = 0; start < rows.length; start += atOnce * size) {
    const some = rows.slice(start, start + atOnce * size);
    const made = tidy(() =>
      last(network.apply(tensor(some, [some.length / size, ...shape]), { kind: 'inference' })),
    );
    parts.push(Float32Array.from(await made.data()));
    made.dispose();
  }
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A generator from a file whose input is a picture, in other sides: proved on noise as ever. */
async function sizedGenerator(
  session: RunSession<Trainer>,
  sides: PictureSides,
  count: number,
): Promise<
  Pick<Leaving, 'generator' | 'input' | 'inputLayout' | 'picture' | 'rows' | 'expected' | 'ranges'>
> {
  const { trainer, config } = session;
  const { spec, weights } = await trainedGenerator(trainer);
  const network = sizedNetwork(trainer.average ?? trainer.generator, sides.height, sides.width);
  const latent = volume(inputShape(network.spec));
  const few = Math.min(count, Math.max(FEWEST_PROVED, Math.floor(MOST_PROVED_VALUES / latent)));
  const rows = fixedLatents(config.seed, few, latent);
  return {
    generator: { spec: withPictureSides(spec, sides.height, sides.width), weights },
    input: { latent, classes: 0 },
    inputLayout: normalNumbers(latent),
    picture: { shape: pictureInput(network.spec) ?? [sides.height, sides.width, 1] },
    rows,
    expected: await madeOf(network, rows, 1),
    ranges: (graph, rule) => calibrate(graph, fixedLatents(config.seed + 1, few, latent), few, rule, inParts),
  };
}

/**
 * @param classNames of the data set; null where it has none
 * @throws InvalidValueError, TooLargeSettingsError for sides, see `checkPictureSides`
 */
export async function leavingGan(
  session: RunSession<Trainer>,
  classNames: readonly string[] | null,
  { sides }: Pick<ModelExportRequest, 'sides'>,
  count: number,
  engine: Engine,
): Promise<Leaving> {
  const { trainer, config } = session;
  if (sides) checkPictureSides('The generator', trainer.generator.spec, sides, engine);
  const { classes, latentSize, discriminator } = trainer;
  const noise = fixedLatents(config.seed, count, latentSize);
  const images = trainer.generate(noise);
  const expected = Float32Array.from(await images.data());
  images.dispose();
  const input = classes && !classes.areLabels ? null : { latent: latentSize, classes: classes?.count ?? 0 };
  const { label, paper } = byId(everyModel, config.model);
  const shape = pictureInput(trainer.generator.spec);
  return {
    generator: await trainedGenerator(trainer),
    discriminator: { spec: discriminator.spec, weights: await readWeights(discriminator) },
    input,
    generators: input ? 1 : classes?.count,
    classNames,
    picture: shape && { shape },
    inputLayout: classes?.inputLayout(latentSize, classNames) ?? normalNumbers(latentSize),
    rows: inputRows(trainer, noise),
    expected,
    ranges: (graph, rule) =>
      rangesOf(trainer, graph, rule, session.identity.compression ?? null, session.step),
    model: { label, paper },
    ...(sides && (await sizedGenerator(session, sides, count))),
  };
}

/**
 * @throws InvalidValueError when the run has no such network that takes pictures, or its layers do not take such sides;
 * TooLargeSettingsError when memory does not hold one in them
 */
export async function leavingTranslator(
  session: RunSession,
  { network: asked, sides }: Pick<ModelExportRequest, 'network' | 'sides'>,
  count: number,
  engine: Engine,
): Promise<Leaving> {
  const trainer: TaskTrainer = session.trainer;
  const { preparation } = trainer;
  const task = byId(tasks, session.config.task);
  const own = trainer.pictureNetworks ?? [];
  const takers =
    own.length > 0
      ? own.map(({ id }) => id)
      : task.exports.filter(({ inputs }) => inputs.includes('image')).map(({ network }) => network);
  const id = asked ?? takers.at(0);
  const held = [...own, ...trainer.networks].find((one) => one.id === id)?.network;
  if (id === undefined || !takers.includes(id) || !(held instanceof Network) || !trainer.picturesFor) {
    throw new InvalidValueError(
      id === undefined
        ? 'The open run has no network that takes pictures.'
        : `The open run has no network ${id} that takes pictures.`,
      takers.length > 0 ? `It has ${takers.join(', ')}.` : 'Open a run of a generator for this.',
    );
  }
  const label = [...own, ...task.networks].find((one) => one.id === id)?.label ?? id;
  const { network, fitted } = inSides(label, held, sides, engine);
  const shape = inputShape(network.spec);
  const pixels = volume(shape);
  const rows = fitted(trainer.picturesFor(id, count));
  const expected = await madeOf(network, rows, network === held ? count : 1);
  return {
    generator: await trainedTranslator(network),
    discriminator: { spec: chain('discriminator', [1], []), weights: new Map() },
    input: { latent: pixels, classes: 0 },
    generators: 1,
    picture: {
      shape: [shape[0], shape[1], preparation?.kind === 'lightness' ? 3 : shape[2]],
      ...(preparation && { preparation }),
    },
    inputLayout: `${pixels} values of a picture of ${shape.join(' x ')}, row after row, channels last, from -1 to 1`,
    rows,
    expected,
    ranges: (graph, rule) =>
      translatorRanges(trainer, id, graph, rule, session.identity.compression ?? null, session.step, fitted),
    model: { label: `${task.label}: ${label}`, paper: task.paper ?? '' },
  };
}

/** Held-back pictures that the files of a classifier are proved on, at most. */
const NAMED_PICTURES = 256;
/** Pictures that ranges are watched on: it learns from them. */
const WATCHED_PICTURES = 64;

/** @throws InvalidValueError, TooLargeSettingsError, as for a translator */
export async function leavingClassifier(
  session: RunSession<RetrainTrainer>,
  { sides }: Pick<ModelExportRequest, 'sides'>,
  engine: Engine,
): Promise<Leaving> {
  const { trainer, config } = session;
  const { split } = trainer;
  const { network: classifier, fitted } = inSides('Classifier', trainer.classifier, sides, engine);
  const { spec, weights } = await trainedTranslator(classifier);
  const shape = inputShape(classifier.spec);
  const pixels = volume(shape);
  const all = Math.min(NAMED_PICTURES, split.testImages.count);
  const rows = fitted(trainer.picturesFor(CLASSIFIER, all));
  const count = rows.length / pixels;
  const { label, paper = '' } = byId(tasks, config.task);
  const names = split.classNames;
  return {
    generator: { spec: appendLayer(spec, { kind: 'softmax' }), weights },
    discriminator: { spec: chain('discriminator', [1], []), weights: new Map() },
    input: { latent: pixels, classes: 0, names },
    generators: 1,
    picture: { shape: [shape[0], shape[1], shape[2]] },
    inputLayout: `${pixels} values of a picture of ${shape.join(' x ')}, row after row, channels last, from -1 to 1`,
    rows,
    expected:
      classifier === trainer.classifier
        ? await trainer.nameTested(count)
        : await madeOf(classifier, rows, 1, (logits) => softmax(logits)),
    labels: split.labels.subarray(0, count),
    ranges(graph, rule) {
      const watched = fitted(trainer.learntPictures(WATCHED_PICTURES));
      return calibrate(graph, watched, watched.length / pixels, rule, inParts);
    },
    model: { label, paper },
  };
}
