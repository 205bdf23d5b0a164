// Where a student's style pictures come from: drawn ones, or the second kind of a data set that has two. No tensors.
import { volume } from '../../core/network';
import { defaultParams, numberParam, type ChoiceParam, type ParamValues } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import { datasets } from '../../datasets';
import type { LoadedDataset } from '../../datasets/define';
import { toSignedUnit } from '../../datasets/sampling';
import { ownStyles } from '../../datasets/imageFolder';
import { readyStyles } from '../../datasets/style/drawnStyles';
import type { ImageShape } from '../../models/define';
import { TaskDataError } from '../define';

/** Side of style pictures that come with no data set: strokes are as wide as the feature network sees well. */
const READY_SIDE = 128;

export interface StylePictures {
  readonly size: readonly [height: number, width: number];
  /** [styles * h * w * 3] from -1 to 1. */
  readonly values: Float32Array;
}

const OWN = 'own';

export const STYLE_SOURCE: ChoiceParam = {
  id: 'style',
  kind: 'choice',
  label: 'Style',
  group: 'Data',
  default: readyStyles[0].id,
  choices: [
    ...readyStyles.map(({ id, label }) => ({ value: id, label })),
    { value: OWN, label: 'My style pictures', dataset: ownStyles.id },
  ],
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

/** A style for people, and as a network that leaves is asked for. */
export interface StyleName {
  readonly id: string;
  readonly label: string;
}

/** In the order of their numbers. */
export function styleNames(config: Settings): readonly StyleName[] {
  const count = countOf(config.taskParams);
  const isReady = !hasStyles(config) && config.taskParams.style !== OWN;
  const ready = isReady ? readyOf(config.taskParams) : [];
  return Array.from({ length: count }, (_, i) => ({
    id: `style-${i + 1}`,
    label: ready.at(i)?.label ?? (count === 1 ? 'Style' : `Style ${i + 1}`),
  }));
}

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

/** The person's own, as they are kept on the device. @throws DatasetUnavailableError where none are */
const ownPictures = (): Promise<LoadedDataset> =>
  ownStyles.load({
    params: defaultParams(ownStyles.params),
    signal: new AbortController().signal,
    progress: () => undefined,
  });

/** @throws TaskDataError for more styles than there are */
function checkCount(count: number, known: number): void {
  if (count <= known) return;
  throw new TaskDataError(
    known === 1
      ? `${count} styles are asked for, and there is 1 picture of style.`
      : `${count} styles are asked for, and there are ${known} pictures of style.`,
    `Set Styles to ${known} or less, or give more style pictures.`,
  );
}

/** Bytes of the first pictures. @throws TaskDataError for more styles than there are */
function firstOf({ size, shape, read }: LoadedDataset, count: number): Uint8Array {
  checkCount(count, size);
  return inColour(read(Int32Array.from({ length: count }, (_, i) => i)).pixels, shape[2]);
}

/**
 * @param isSaved a saved run keeps its styles itself: grey pictures stand in for files that are gone
 * @throws TaskDataError for more styles than there are, DatasetUnavailableError where own ones are asked for and not there
 */
export async function stylePictures(
  { pair, shape }: LoadedDataset,
  config: Settings,
  isSaved = false,
): Promise<StylePictures> {
  const size = styleSize(config, shape);
  const count = countOf(config.taskParams);
  const taken = async (): Promise<Uint8Array> => {
    if (pair) return firstOf(pair.b.images, count);
    if (config.taskParams.style === OWN) return firstOf(await ownPictures(), count);
    checkCount(count, readyStyles.length);
    return Uint8Array.from(readyOf(config.taskParams).flatMap(({ paint }) => [...paint(READY_SIDE)]));
  };
  try {
    return { size, values: toSignedUnit(await taken()) };
  } catch (error) {
    if (!isSaved) throw error;
    return { size, values: new Float32Array(count * volume([...size, 3])) };
  }
}
