// The folder in which a run leaves for PyTorch: train.py, run.json, weights and history as .npz, images, README.md. Reads a
// snapshot; knows neither where runs are kept nor how networks are described.
import { strToU8, zipSync, type Zippable } from 'fflate';
import { runFacts } from '../../checkpoints/format';
import { historyColumns } from '../../checkpoints/historyColumns';
import type { RunSnapshot } from '../../checkpoints/snapshot';
import { resolveNetwork, type NetworkSpec } from '../../core/network';
import type { ClassUse, ContinueFolder, LossEntry } from '../../protocol';
import { float32Npy, npyHeader } from '../formats/npy';
import { continueCommands } from './commands';
import { readmeText } from './readme';
import { trainScript } from './script';

/** Images as one array of bytes or of numbers from -1 to 1, [n, ...shape], and their labels [n]. */
export interface RunImages {
  readonly shape: readonly [number, number, number];
  readonly count: number;
  readonly values: Uint8Array | Float32Array;
  readonly labels: Uint8Array | null;
}

export interface TorchRun {
  readonly snapshot: RunSnapshot;
  readonly loss: LossEntry;
  readonly generator: NetworkSpec;
  readonly discriminator: NetworkSpec;
  /** Null when averaging is off. */
  readonly average: NetworkSpec | null;
  /** What the networks know of classes; null for models without. */
  readonly classes: (ClassUse & { readonly count: number }) | null;
  readonly latentSize: number;
  /** The class of each sample of the timeline. */
  readonly gridClasses: readonly number[];
  readonly imageShape: readonly [number, number, number];
  /** Null where they stay behind. */
  readonly images: RunImages | null;
}

type Files = Readonly<Record<string, Uint8Array>>;

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

const weightsOf = (spec: NetworkSpec | null): readonly (readonly [name: string, learns: boolean])[] =>
  spec
    ? resolveNetwork(spec).flatMap(({ name, weights }) =>
        weights.map(({ role, trainable }) => [`${name}/${role}`, trainable] as const),
      )
    : [];

function descriptionOf(run: TorchRun): object {
  const { snapshot, generator, discriminator, average } = run;
  const { config, ...facts } = runFacts(snapshot);
  return {
    format: 'ganvas-continue',
    version: 1,
    run: facts,
    config,
    classes: run.classes,
    latentSize: run.latentSize,
    imageShape: run.imageShape,
    gridClasses: run.gridClasses,
    tensors: snapshot.tensors.map(({ name }) => name),
    history: historyColumns(snapshot.history),
    timeline: snapshot.timeline.map(({ step }) => step),
    weights: {
      generator: weightsOf(generator),
      discriminator: weightsOf(discriminator),
      average: weightsOf(average),
    },
    networks: { generator, discriminator, average },
  };
}

function arraysOf({ snapshot, images }: TorchRun): Files {
  const { tensors, history, timeline } = snapshot;
  const columns: Record<string, readonly number[]> = Object.fromEntries(
    historyColumns(history).map((id) => [
      id,
      history.map((point) =>
        id === 'step' ? point.step : id === 'seconds' ? point.seconds : (point.values[id] ?? NaN),
      ),
    ]),
  );
  const weights = tensors.map(({ name, shape, values }) => [name, float32Npy(values, shape)] as const);
  const frames = timeline.map(({ step, images: { count, height, width, channels, pixels } }) => [
    `step-${step}`,
    bytesNpy(pixels, [count, height, width, channels]),
  ]);
  const shape = images ? [images.count, ...images.shape] : [];
  return {
    'weights.npz': npz(Object.fromEntries(weights)),
    'history.npz': npz(Object.fromEntries(Object.entries(columns).map(([id, c]) => [id, float64Npy(c)]))),
    'timeline.npz': npz(Object.fromEntries(frames)),
    ...(images && {
      'images.npy':
        images.values instanceof Uint8Array
          ? bytesNpy(images.values, shape)
          : float32Npy(images.values, shape),
    }),
    ...(images?.labels && { 'labels.npy': bytesNpy(images.labels, [images.count]) }),
  };
}

/**
 * The folder as one zip, with what lies in it and the commands that start it.
 * @param fileName of the zip
 * @throws UnsupportedModelError for a loss that has no form in PyTorch here
 */
export function torchRunFolder(run: TorchRun, fileName: string): ContinueFolder {
  const { generator, discriminator, average, snapshot, loss } = run;
  const { steps, batch } = snapshot.config;
  const folder = fileName.replace(/\.zip$/, '');
  // A run that has reached its goal goes as far again.
  const goal = steps > snapshot.step ? steps : 2 * snapshot.step;
  const commands = continueCommands({ steps: goal, batch, folder });
  const networks = average ? [generator, discriminator, average] : [generator, discriminator];
  const { name, step } = snapshot;
  const readme = readmeText({ name, step, withImages: run.images !== null, commands });
  const files: Files = {
    'README.md': strToU8(readme),
    'train.py': strToU8(trainScript(networks, loss)),
    'run.json': strToU8(JSON.stringify(descriptionOf(run), null, 1)),
    ...arraysOf(run),
  };
  const inFolder = Object.entries(files).map(([part, bytes]) => [`${folder}/${part}`, bytes] as const);
  const packed = zipSync(Object.fromEntries(inFolder), { level: 6, mtime: FIXED_TIME });
  return {
    file: { fileName, mimeType: 'application/zip', bytes: packed },
    parts: Object.entries(files).map(([part, bytes]) => ({ name: part, sizeBytes: bytes.length })),
    commands,
  };
}
