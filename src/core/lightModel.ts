// Which light model suits the pictures of the chosen data: the form takes the one for colour where pictures become coloured, and
// the one for digits where they become grey, as long as nobody has touched it. What links and saved runs say stays as it is.
import { DEFAULT_TASK, type ConfigVocabulary, type RunConfig } from './runConfig';

/** What the channels of pictures say. */
export type PictureColours = 'grey' | 'colour';

/** What must be known of data sets and models; the catalogue's entries say it. */
export interface LightModelVocabulary {
  readonly datasets: readonly { readonly id: string; readonly shape: readonly [number, number, number] }[];
  readonly models: readonly (ConfigVocabulary['models'][number] & { readonly lightFor?: PictureColours })[];
}

/** What the pictures of the chosen data set are; null for points. */
export function coloursOf(
  { dataset, datasetParams }: RunConfig,
  { datasets }: Pick<LightModelVocabulary, 'datasets'>,
): PictureColours | null {
  const channels = datasets.find(({ id }) => id === dataset)?.shape[2];
  if (channels === 1 || (channels === 3 && datasetParams.channels === 'grey')) return 'grey';
  return channels === 3 ? 'colour' : null;
}

/**
 * The light model for these pictures, where another one is chosen that stands as it is offered: none of its parameters was changed,
 * and nothing that it recommends but how long to train.
 * @param changed plain names of the settings that differ from what is recommended
 * @returns its id; null where the chosen one suits, is no light model, or was touched
 */
export function suitedLightModel(
  config: RunConfig,
  changed: readonly string[],
  vocabulary: LightModelVocabulary,
): string | null {
  const { model: chosen, task } = config;
  const entry = vocabulary.models.find(({ id }) => id === chosen);
  const colours = coloursOf(config, vocabulary);
  if (task !== DEFAULT_TASK || !colours || !entry?.lightFor || entry.lightFor === colours) return null;
  const touched = changed.some(
    (name) => name.startsWith('model.') || (name !== 'steps' && name in entry.recommended),
  );
  return touched ? null : (vocabulary.models.find(({ lightFor }) => lightFor === colours)?.id ?? null);
}

/**
 * The model to change to when other data are chosen: one light model goes for another only if it suited the data before, so
 * that who has chosen otherwise keeps it.
 */
export const lightModelAfter = (
  before: RunConfig,
  after: RunConfig,
  changed: readonly string[],
  vocabulary: LightModelVocabulary,
): string | null => {
  const suited = vocabulary.models.find(({ id }) => id === before.model)?.lightFor;
  return suited !== undefined && suited === coloursOf(before, vocabulary)
    ? suitedLightModel(after, changed, vocabulary)
    : null;
};
