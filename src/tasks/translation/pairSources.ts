// Where pairs come from: a picture that is given, and the one that shall become of it. Of one data set by making its pictures
// coarse or grey, or of a person's own pairs. Numbers from -1 to 1; no tensors.
import { labOf, rgbOf } from '../../core/labColour';
import { coarsened, type Preparation } from '../../core/pictureFit';
import type { RunConfig } from '../../core/runConfig';
import { numberParam } from '../../core/paramSpec';
import { datasets } from '../../datasets';
import type { LoadedDataset } from '../../datasets/define';
import { toSignedUnit } from '../../datasets/sampling';
import type { ImageShape } from '../../models/define';
import { TaskDataError } from '../define';
import { keptColours } from './keptColours';

export type PairMode = 'coarse' | 'colour' | 'pairs';

export interface PairSource {
  readonly given: ImageShape;
  readonly right: ImageShape;
  readonly size: number;
  /** What stands in the columns of a grid: given, made, right. */
  readonly columns: readonly [string, string, string];
  /** Values [count * h * w * c] of both, from -1 to 1. */
  read(indices: ArrayLike<number>): { readonly given: Float32Array; readonly right: Float32Array };
  /** What a network takes of whole pictures of this shape, as bytes [count * h * w * c]. */
  take(pixels: Uint8Array, shape: ImageShape): Float32Array;
  /** The same as data, for who takes pictures elsewhere; absent where they go in as they are. */
  readonly preparation?: Preparation;
  /** Bytes of pictures as they are shown, all with the same channels: the given ones, and what was made of them. */
  shown(given: Float32Array, made: Float32Array): { readonly given: Uint8Array; readonly made: Uint8Array };
  readonly shownChannels: number;
}

/** What is learned, where the settings leave it to the data: own pairs, else colours of coloured pictures, else fine pictures. */
export function modeOf({ taskParams, dataset }: RunConfig, [, , channels]: ImageShape): PairMode {
  const { mode } = taskParams;
  if (mode === 'coarse' || mode === 'colour' || mode === 'pairs') return mode;
  if (mode === undefined) return 'coarse';
  if (datasets.find(({ id }) => id === dataset)?.pairs === 'aligned') return 'pairs';
  return channels === 3 ? 'colour' : 'coarse';
}

/** Shapes of what goes in and comes out of pictures of this shape. */
export function shapesOf(mode: PairMode, shape: ImageShape): Pick<PairSource, 'given' | 'right'> {
  const [height, width] = shape;
  return mode === 'colour'
    ? { given: [height, width, 1], right: [height, width, 2] }
    : { given: shape, right: shape };
}

const bytes = (values: Float32Array): Uint8Array =>
  Uint8Array.from(values, (value) => Math.max(0, Math.min(255, Math.round((value + 1) * 127.5))));

const plainly = {
  shown: (given: Float32Array, made: Float32Array) => ({ given: bytes(given), made: bytes(made) }),
};

const SOURCES: Readonly<Record<PairMode, (dataset: LoadedDataset, config: RunConfig) => PairSource>> = {
  coarse(dataset, { taskParams }) {
    const { shape, size } = dataset;
    const block = numberParam(taskParams, 'block');
    return {
      ...{ given: shape, right: shape, size, shownChannels: shape[2], ...plainly },
      columns: ['coarse', 'made fine', 'original'],
      preparation: { kind: 'coarse', block },
      take: (pixels, given) => coarsened(toSignedUnit(pixels), given, block),
      read(indices) {
        const right = toSignedUnit(dataset.read(indices).pixels);
        return { given: coarsened(right, shape, block), right };
      },
    };
  },
  colour(dataset) {
    const { shape, size } = dataset;
    if (shape[2] !== 3)
      throw new TaskDataError(
        'These pictures are grey: there is no colour to learn.',
        'Choose pictures in colour.',
      );
    const colours = keptColours(dataset);
    return {
      ...{ ...shapesOf('colour', shape), size, shownChannels: 3 },
      columns: ['grey', 'coloured', 'original'],
      preparation: { kind: 'lightness' },
      take: (pixels) => labOf(pixels).lightness,
      read(indices) {
        const { lightness, colour } = colours(indices);
        return { given: lightness, right: colour };
      },
      shown: (lightness, colour) => ({
        given: rgbOf(lightness, new Float32Array(2 * lightness.length)),
        made: rgbOf(lightness, colour),
      }),
    };
  },
  pairs({ pair, shape }, { taskParams }) {
    if (!pair?.aligned) {
      throw new TaskDataError(
        'The pictures of this data set are not in pairs.',
        'Choose “My pairs of pictures”, or learn to make coarse pictures fine or grey ones coloured.',
      );
    }
    const [from, to] = taskParams.direction === 'b-to-a' ? [pair.b, pair.a] : [pair.a, pair.b];
    return {
      ...{ given: shape, right: shape, size: from.images.size, shownChannels: shape[2], ...plainly },
      columns: [from.name, `made ${to.name}`, to.name],
      take: (pixels) => toSignedUnit(pixels),
      read: (indices) => ({
        given: toSignedUnit(from.images.read(indices).pixels),
        right: toSignedUnit(to.images.read(indices).pixels),
      }),
    };
  },
};

const LEAST_SIDE = 4;

/** The pairs of a data set. @throws TaskDataError for points, and for pictures that have no such pairs */
export function pairSource(dataset: LoadedDataset, config: RunConfig): PairSource {
  const [height, width] = dataset.shape;
  if (Math.min(height, width) < LEAST_SIDE || dataset.readValues) {
    throw new TaskDataError(
      `Pictures of ${height} x ${width} cannot be translated.`,
      `Choose images of at least ${LEAST_SIDE} pixels a side.`,
    );
  }
  return SOURCES[modeOf(config, dataset.shape)](dataset, config);
}
