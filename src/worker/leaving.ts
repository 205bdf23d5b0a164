// What leaves by Export: a generator that draws from noise, or a network that translates or names pictures, whose picture is a
// list of numbers where noise would be. Reads weights and runs them; writes no file.
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import { chain, inputShape, volume } from '../core/network';
import { appendLayer } from '../core/networkEdits';
import { pictureInput } from '../core/pictureInput';
import { Network } from '../engine/network';
import { normalNumbers, type ModelExportJob } from '../exporters/defineModel';
import { calibrate, type Calibration, type RangeRule } from '../graph/calibration';
import { inParts } from '../graph/engineRunner';
import type { ExportGraph } from '../graph/graph';
import { readWeights } from '../graph/networkWeights';
import type { LeavingPicture } from '../protocol';
import { tasks } from '../tasks';
import { CLASSIFIER } from '../tasks/retrain/networks';
import type { RetrainTrainer } from '../tasks/retrain/trainer';
import { inputRows, rangesOf, trainedGenerator } from '../training/generatorGraph';
import type { RunSession } from '../training/session';
import { fixedLatents } from '../training/streams';
import type { TaskTrainer } from '../training/taskTrainer';
import type { Trainer } from '../training/trainer';
import { trainedTranslator, translatorRanges } from '../training/translatorGraph';
import { byId, everyModel } from './catalogue';

export interface Leaving extends Pick<ModelExportJob, 'generator' | 'discriminator' | 'generators'> {
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

/** @param classNames of the data set; null where it has none */
export async function leavingGan(
  session: RunSession<Trainer>,
  classNames: readonly string[] | null,
  count: number,
): Promise<Leaving> {
  const { trainer, config } = session;
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
    picture: shape && { shape },
    inputLayout: classes?.inputLayout(latentSize, classNames) ?? normalNumbers(latentSize),
    rows: inputRows(trainer, noise),
    expected,
    ranges: (graph, rule) =>
      rangesOf(trainer, graph, rule, session.identity.compression ?? null, session.step),
    model: { label, paper },
  };
}

/** @throws InvalidValueError when the run has no such network that takes pictures */
export async function leavingTranslator(
  session: RunSession,
  asked: string | undefined,
  count: number,
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
  const network = [...own, ...trainer.networks].find((held) => held.id === id)?.network;
  if (id === undefined || !takers.includes(id) || !(network instanceof Network) || !trainer.picturesFor) {
    throw new InvalidValueError(
      `The open run has no network ${id ?? ''} that takes pictures.`,
      takers.length > 0 ? `It has ${takers.join(', ')}.` : 'Open a run of a generator for this.',
    );
  }
  const shape = inputShape(network.spec);
  const pixels = volume(shape);
  const rows = trainer.picturesFor(id, count);
  const made = tidy(() => network.apply(tensor(rows, [count, ...shape]), { kind: 'inference' }));
  const expected = Float32Array.from(await made.data());
  made.dispose();
  const label = [...own, ...task.networks].find((one) => one.id === id)?.label ?? id;
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
      translatorRanges(trainer, id, graph, rule, session.identity.compression ?? null, session.step),
    model: { label: `${task.label}: ${label}`, paper: task.paper ?? '' },
  };
}

/** Held-back pictures that the files of a classifier are proved on, at most. */
const NAMED_PICTURES = 256;
/** Pictures that ranges are watched on: it learns from them. */
const WATCHED_PICTURES = 64;

export async function leavingClassifier(session: RunSession<RetrainTrainer>): Promise<Leaving> {
  const { trainer, config } = session;
  const { classifier, split } = trainer;
  const { spec, weights } = await trainedTranslator(classifier);
  const shape = inputShape(classifier.spec);
  const pixels = volume(shape);
  const count = Math.min(NAMED_PICTURES, split.testImages.count);
  const { label, paper = '' } = byId(tasks, config.task);
  const names = split.classNames;
  return {
    generator: { spec: appendLayer(spec, { kind: 'softmax' }), weights },
    discriminator: { spec: chain('discriminator', [1], []), weights: new Map() },
    input: { latent: pixels, classes: 0, names },
    generators: 1,
    picture: { shape: [shape[0], shape[1], shape[2]] },
    inputLayout: `${pixels} values of a picture of ${shape.join(' x ')}, row after row, channels last, from -1 to 1`,
    rows: trainer.picturesFor(CLASSIFIER, count),
    expected: await trainer.nameTested(count),
    labels: split.labels.subarray(0, count),
    ranges: (graph, rule) =>
      calibrate(graph, trainer.learntPictures(WATCHED_PICTURES), WATCHED_PICTURES, rule, inParts),
    model: { label, paper },
  };
}
