// The folder in which a run leaves for PyTorch: train.py, run.json, weights and history as .npz, images, README.md. Reads a
// snapshot; knows neither where runs are kept nor how networks are described.
import { strToU8, zipSync, type Zippable } from 'fflate';
import { runFacts } from '../../checkpoints/format';
import { historyColumns } from '../../checkpoints/historyColumns';
import type { RunSnapshot } from '../../checkpoints/snapshot';
import { sharesBatch, type ContinuingTask } from '../../core/continuingTasks';
import { resolveNetwork, volume, type NetworkSpec } from '../../core/network';
import type { ContinueCommand, ContinueFolder, LossEntry } from '../../protocol';
import { float32Npy, npyHeader } from '../formats/npy';
import { continueCommands } from './commands';
import type { ScriptGraph } from './graphLayers';
import { readmeText } from './readme';
import { trainScript } from './script';

/** Images as one array of bytes or of numbers from -1 to 1, [n, ...shape], and their labels [n]. */
export interface RunImages {
  readonly shape: readonly [number, number, number];
  readonly count: number;
  readonly values: Uint8Array | Float32Array;
  readonly labels: Uint8Array | null;
}

/** What an evaluator makes of real images, row after row: features, and shares of the classes where it knows any. */
export interface RealFigures {
  readonly features: Float32Array;
  readonly shares: Float32Array;
}

export interface TorchMeasures {
  /** For people. */
  readonly label: string;
  readonly classNames: readonly string[];
  /** To features (`judge`), and from them to logits (`judgeHead`), where there are classes. */
  readonly networks: Readonly<Record<string, NetworkSpec>>;
  /** `judge/conv2d_1/kernel` */
  readonly tensors: RunSnapshot['tensors'];
  readonly featureSize: number;
  readonly real: RealFigures;
  /** Of images that the former are not among. */
  readonly apart: RealFigures;
}

/** Pictures of one shape, [n, ...shape], as bytes or as numbers from -1 to 1. */
export interface ShownPictures {
  readonly shape: readonly [number, number, number];
  readonly values: Uint8Array | Float32Array;
}

export interface TorchRun {
  readonly snapshot: RunSnapshot;
  readonly task: ContinuingTask;
  /** By which scores are judged; null for a task without scores. */
  readonly loss: LossEntry | null;
  /** By the first part of their weights' names. */
  readonly networks: Readonly<Record<string, NetworkSpec>>;
  /** Folded networks that learn in the place of networks, by the first part of their weights' names. */
  readonly graphs?: Readonly<Record<string, ScriptGraph>>;
  /** What the task's part of the script reads in run.json beside. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Of a task that makes a smaller run out of another: the steps that it takes. */
  readonly makes?: { readonly steps: number };
  /** False where it learns from noise alone. */
  readonly needsImages: boolean;
  /** Whether it learns from labels, too. */
  readonly needsLabels: boolean;
  readonly imageShape: readonly [number, number, number];
  /** What measures its samples on the way; null where nothing does. */
  readonly measures: TorchMeasures | null;
  /** Pictures that the timeline is always made of, by name. */
  readonly shown: Readonly<Record<string, ShownPictures>>;
  /** Tensors that the script reads and no run file holds. */
  readonly constants?: RunSnapshot['tensors'];
  /** Null where they stay behind. */
  readonly images: RunImages | null;
}

export type Files = Readonly<Record<string, Uint8Array>>;

const FIXED_TIME = new Date(1980, 0, 1);

const bytesNpy = (values: Uint8Array, shape: readonly number[]): Uint8Array => {
  const header = npyHeader('|u1', shape);
  const bytes = new Uint8Array(header.length + values.length);
  bytes.set(header);
  bytes.set(values, header.length);
  return bytes;
};

function float64Npy(values: readonly number[]): Uint8Array {
  const header = npyHeader('<f8', [values.length]);
  const bytes = new Uint8Array(header.length + values.length * Float64Array.BYTES_PER_ELEMENT);
  bytes.set(header);
  bytes.set(new Uint8Array(Float64Array.from(values).buffer), header.length);
  return bytes;
}

/** NumPy's archive of named arrays. */
const npz = (arrays: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(arrays).map(([name, bytes]) => [`${name}.npy`, [bytes, { level: 0 }]] as const),
    ) satisfies Zippable,
    { mtime: FIXED_TIME },
  );

const weightsOf = (spec: NetworkSpec): readonly (readonly [name: string, learns: boolean])[] =>
  resolveNetwork(spec).flatMap(({ name, weights }) =>
    weights.map(({ role, trainable }) => [`${name}/${role}`, trainable] as const),
  );

const picturesNpy = ({ values, shape }: ShownPictures): Uint8Array => {
  const whole = [values.length / volume(shape), ...shape];
  return values instanceof Uint8Array ? bytesNpy(values, whole) : float32Npy(values, whole);
};

function descriptionOf(run: TorchRun, imagesAt: string): object {
  const { snapshot, measures, graphs = {} } = run;
  const networks = { ...run.networks, ...measures?.networks };
  const { config, ...facts } = runFacts(snapshot);
  return {
    format: 'ganvas-continue',
    version: 1,
    run: facts,
    config,
    ...run.facts,
    imageShape: run.imageShape,
    needsLabels: run.needsLabels,
    needsImages: run.needsImages,
    // The setting that says how many steps it takes.
    stepsAt: run.makes ? 'task.steps' : 'steps',
    imagesAt,
    evaluator: measures && { label: measures.label, classNames: measures.classNames },
    tensors: snapshot.tensors.map(({ name }) => name),
    history: historyColumns(snapshot.history),
    timeline: snapshot.timeline.map(({ step }) => step),
    weights: Object.fromEntries([
      ...Object.entries(networks).map(([id, spec]) => [id, weightsOf(spec)]),
      ...Object.entries(graphs).map(([id, { weights }]) => [id, weights]),
    ]),
    networks: {
      ...networks,
      ...Object.fromEntries(
        Object.entries(graphs).map(([id, { inputs, nodes, outputs }]) => [id, { inputs, nodes, outputs }]),
      ),
    },
  };
}

/** Images and their labels as files. */
export const imageFiles = (images: RunImages): Files => ({
  'images.npy': picturesNpy(images),
  ...(images.labels && { 'labels.npy': bytesNpy(images.labels, [images.count]) }),
});

function referenceNpz({ tensors, featureSize, classNames, real, apart }: TorchMeasures): Uint8Array {
  const rows = (values: Float32Array, width: number): Uint8Array =>
    float32Npy(values, [values.length / width, width]);
  const figures = Object.entries({ real, apart }).flatMap(([name, { features, shares }]) => [
    [name, rows(features, featureSize)] as const,
    ...(classNames.length > 0 ? [[`${name}Shares`, rows(shares, classNames.length)] as const] : []),
  ]);
  const weights = tensors.map(({ name, shape, values }) => [name, float32Npy(values, shape)] as const);
  return npz(Object.fromEntries([...weights, ...figures]));
}

function arraysOf({ snapshot, images, shown, measures, constants }: TorchRun): Files {
  const { tensors, history, timeline } = snapshot;
  const columns: Record<string, readonly number[]> = Object.fromEntries(
    historyColumns(history).map((id) => [
      id,
      history.map((point) =>
        id === 'step' ? point.step : id === 'seconds' ? point.seconds : (point.values[id] ?? NaN),
      ),
    ]),
  );
  const named = (some: RunSnapshot['tensors']): Uint8Array =>
    npz(Object.fromEntries(some.map(({ name, shape, values }) => [name, float32Npy(values, shape)])));
  const frames = timeline.map(({ step, images: { count, height, width, channels, pixels } }) => [
    `step-${step}`,
    bytesNpy(pixels, [count, height, width, channels]),
  ]);
  const pictures = Object.entries(shown).map(([name, some]) => [name, picturesNpy(some)] as const);
  return {
    'weights.npz': named(tensors),
    ...(constants && { 'constants.npz': named(constants) }),
    'history.npz': npz(Object.fromEntries(Object.entries(columns).map(([id, c]) => [id, float64Npy(c)]))),
    'timeline.npz': npz(Object.fromEntries(frames)),
    ...(pictures.length > 0 && { 'shown.npz': npz(Object.fromEntries(pictures)) }),
    ...(measures && { 'reference.npz': referenceNpz(measures) }),
    ...(images && imageFiles(images)),
  };
}

/** Where a run's folder will lie. */
export interface FolderPlace {
  /** Name of the zip, without the ending. */
  readonly zip: string;
  readonly folder: string;
  /** Where its images lie, seen from it, and whether they were left out there. */
  readonly images: { readonly at: string; readonly along: boolean };
}

/**
 * What lies in the folder, and the commands that start it.
 * @throws UnsupportedModelError for a loss that has no form in PyTorch here
 */
export function torchRunFiles(run: TorchRun, { zip, folder, images }: FolderPlace) {
  const { task, snapshot, loss, measures } = run;
  const networks = Object.values({ ...run.networks, ...run.graphs, ...measures?.networks });
  const { name, step, config } = snapshot;
  // A run that has reached its goal goes as far again.
  const wanted = run.makes?.steps ?? config.steps;
  const goal = wanted > step ? wanted : 2 * step;
  const commands = continueCommands({
    ...{ steps: goal, batch: config.batch, zip, folder },
    sharing: sharesBatch(task),
  });
  const kept = !run.needsImages ? 'needless' : images.along ? 'along' : 'behind';
  const files: Files = {
    'README.md': strToU8(readmeText({ task, name, step, images: kept, imagesAt: images.at, commands })),
    'train.py': strToU8(trainScript(task, networks, loss, measures !== null)),
    'run.json': strToU8(JSON.stringify(descriptionOf(run, images.at), null, 1)),
    ...arraysOf(run),
  };
  return { files, commands };
}

/** Trained weights, which hardly become smaller however long one tries; of runs that have not begun their memory is all zeros. */
const isHard = (part: string, hasBegun: boolean): boolean => hasBegun && /weights\.npz$/.test(part);

/**
 * Files of one folder as a zip.
 * @param hasBegun whether its runs have taken steps
 */
export function packedFolder(
  files: Files,
  commands: readonly ContinueCommand[],
  fileName: string,
  hasBegun: boolean,
): ContinueFolder {
  const folder = fileName.replace(/\.zip$/, '');
  const inFolder: Zippable = {};
  for (const [part, bytes] of Object.entries(files))
    inFolder[`${folder}/${part}`] = [bytes, { level: isHard(part, hasBegun) ? 0 : 1 }];
  const packed = zipSync(inFolder, { mtime: FIXED_TIME });
  return {
    file: { fileName, mimeType: 'application/zip', bytes: packed },
    parts: Object.entries(files).map(([part, bytes]) => ({ name: part, sizeBytes: bytes.length })),
    commands,
  };
}

/**
 * The folder as one zip, with what lies in it and the commands that start it.
 * @param fileName of the zip
 * @throws UnsupportedModelError for a loss that has no form in PyTorch here
 */
export function torchRunFolder(run: TorchRun, fileName: string): ContinueFolder {
  const folder = fileName.replace(/\.zip$/, '');
  const { files, commands } = torchRunFiles(run, {
    ...{ zip: folder, folder },
    images: { at: '.', along: run.images !== null },
  });
  return packedFolder(files, commands, fileName, run.snapshot.step > 0);
}
