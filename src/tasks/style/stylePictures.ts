// Where a student's style pictures come from: drawn ones, or the second kind of a data set that has two. No tensors.
import { numberParam, type ChoiceParam, type ParamValues } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import { datasets } from '../../datasets';
import type { LoadedDataset } from '../../datasets/define';
import { toSignedUnit } from '../../datasets/sampling';
import { readyStyles } from '../../datasets/style/drawnStyles';
import type { ImageShape } from '../../models/define';
import { TaskDataError } from '../define';

/** Side that drawn styles are painted at: strokes are as wide as the feature network sees well. */
const READY_SIDE = 128;

export interface StylePictures {
  readonly size: readonly [height: number, width: number];
  /** [styles * h * w * 3] from -1 to 1. */
  readonly values: Float32Array;
}

export const STYLE_SOURCE: ChoiceParam = {
  id: 'style',
  kind: 'choice',
  label: 'Style',
  group: 'Data',
  default: readyStyles[0].id,
  choices: readyStyles.map(({ id, label }) => ({ value: id, label })),
  help: 'The style picture; of data of two kinds, such as “My content and style”, the second kind is the style.',
};

type Settings = Pick<RunConfig, 'dataset' | 'taskParams'>;

/** Whether the data set says itself what the style is. */
const hasStyles = ({ dataset }: Pick<RunConfig, 'dataset'>): boolean =>
  datasets.find(({ id }) => id === dataset)?.pairs !== undefined;

export const countOf = (params: ParamValues): number => numberParam(params, 'styles');

/** Drawn styles from the chosen one on. */
function readyOf({ style, styles }: ParamValues) {
  const first = Math.max(
    0,
    readyStyles.findIndex(({ id }) => id === style),
  );
  return Array.from({ length: Number(styles) }, (_, i) => readyStyles[(first + i) % readyStyles.length]);
}

/** What the styles are called, in the order of their numbers. */
export const styleNames = (config: Settings): readonly string[] =>
  hasStyles(config)
    ? Array.from({ length: countOf(config.taskParams) }, (_, i) =>
        countOf(config.taskParams) === 1 ? 'Style' : `Style ${i + 1}`,
      )
    : readyOf(config.taskParams).map(({ label }) => label);

/** @param shape of the data set's pictures */
export const styleSize = (config: Settings, shape: ImageShape): StylePictures['size'] =>
  hasStyles(config) ? [shape[0], shape[1]] : [READY_SIDE, READY_SIDE];

/** Grey pictures with the same number in all three channels; others as they are. */
export function inColour(pixels: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return pixels;
  return Uint8Array.from({ length: 3 * pixels.length }, (_, i) => pixels[Math.floor(i / 3)]);
}

/** The pictures that are painted, of whatever data set. */
export const contentOf = (dataset: LoadedDataset): LoadedDataset => dataset.pair?.a.images ?? dataset;

/** @throws TaskDataError for more styles than there are pictures of style */
export function stylePictures({ pair, shape }: LoadedDataset, config: Settings): StylePictures {
  const count = countOf(config.taskParams);
  const known = pair ? pair.b.images.size : readyStyles.length;
  if (count > known) {
    throw new TaskDataError(
      `${count} styles are asked for, and there ${known === 1 ? 'is 1 picture' : `are ${known} pictures`} of style.`,
      `Set Styles to ${known} or less, or give more style pictures.`,
    );
  }
  const pixels = pair
    ? inColour(pair.b.images.read(Int32Array.from({ length: count }, (_, i) => i)).pixels, shape[2])
    : Uint8Array.from(readyOf(config.taskParams).flatMap(({ paint }) => [...paint(READY_SIDE)]));
  return { size: styleSize(config, shape), values: toSignedUnit(pixels) };
}
