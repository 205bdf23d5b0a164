// Which of the files that were given is meant: the generator, where names say which one that is; else the person is asked.
import { ChoiceNeededError } from '../core/errors';
import { OversizedModelError } from '../readers/errors';
import { sizeOf, type GivenFile, type ModelImporter } from './define';
import { MOST_JSON_BYTES } from './fields';

export interface ReadableModel {
  readonly file: GivenFile;
  readonly importer: ModelImporter;
}

const isPart = ({ name }: GivenFile): boolean => /\.bin$|-shard|(^|\/)group\d[^/]*$/i.test(name);
/** Numbers alone, which an ONNX model names: their first byte says nothing of them. */
const isWeights = ({ name }: GivenFile): boolean => /\.(data|onnx_data|weights)$/i.test(name);
const isJson = ({ name }: GivenFile): boolean => /\.json$/i.test(name);

const isParted = (file: GivenFile): boolean => file.sizeBytes !== undefined && isPart(file);

/** Files that an importer knows by their first bytes. A `model.json` goes before other JSON, of which cards are none. */
function recognized(
  files: readonly GivenFile[],
  importers: readonly ModelImporter[],
): readonly ReadableModel[] {
  const readable = files.flatMap((file) => {
    if (isWeights(file)) return [];
    if (isJson(file) && sizeOf(file) > MOST_JSON_BYTES)
      throw new OversizedModelError(
        `${file.name} has ${sizeOf(file)} bytes; ${MOST_JSON_BYTES} are the most.`,
      );
    const importer = importers.find((candidate) => candidate.recognizes(file));
    return importer ? [{ file, importer }] : [];
  });
  const others = readable.filter(({ file }) => !/card\.json$/i.test(file.name));
  const models = others.filter(({ file }) => !isJson(file) || /model[^/]*\.json$/i.test(file.name));
  return models.length > 0 ? models : others;
}

/** Parts out of a zip stay packed, unless there is nothing but them: `model.bin` is one by its name. */
export function readableModels(
  files: readonly GivenFile[],
  importers: readonly ModelImporter[],
): readonly ReadableModel[] {
  const whole = recognized(
    files.filter((file) => !isParted(file)),
    importers,
  );
  return whole.length > 0 ? whole : recognized(files.filter(isParted), importers);
}

/** Networks that lie beside a generator, by a word of their path. */
const BESIDE_GENERATORS =
  /(^|[^a-z])(discriminators?|critics?|combined|adversarial|d|dis|disc|gan|encoder|classifier)(?![a-z])/i;
const mayBeGenerator = ({ file }: ReadableModel): boolean =>
  /generator/i.test(file.name) || !BESIDE_GENERATORS.test(file.name);

/**
 * @param wanted name of the file that the person chose
 * @returns null where there is no model
 * @throws ChoiceNeededError
 */
export function chooseModel(models: readonly ReadableModel[], wanted: string | null): ReadableModel | null {
  const named = models.filter(({ file }) => file.name === wanted);
  if (named.length === 1) return named[0];
  const generators = models.filter(mayBeGenerator);
  const candidates = generators.length > 0 ? generators : models;
  if (candidates.length < 2) return candidates[0] ?? null;
  const names = candidates.map(({ file }) => file.name);
  const choices = [...new Set(names)];
  throw new ChoiceNeededError(
    `${names.length} models were given together: ${names.join(', ')}.`,
    choices.length === names.length
      ? 'Choose which one to open.'
      : 'Give the files of one model alone, or a zip in which each model has a folder of its own.',
    choices.length === names.length ? choices : [],
  );
}
