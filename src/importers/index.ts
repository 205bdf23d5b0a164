// Opens a model file of any format that is known here, alone, with its parts beside it, or in a zip.
import { readZip, type ZipEntry } from '../archives/zipBytes';
import { GanvasError } from '../core/errors';
import type { ImportedGenerator } from '../core/importedGenerator';
import { inputShape, type NetworkSpec } from '../core/network';
import type { TrainedWeight } from '../graph/graph';
import type { GivenFile, ModelImporter } from './define';
import { DamagedModelError, ForeignModelError, OversizedModelError } from '../readers/errors';
import { asCount, fieldsOrNull, parseFields } from './fields';
import { asGenerator } from './generator';
import { kerasArchiveImporter } from './keras/archiveImporter';
import { kerasH5Importer } from './keras/h5Importer';
import { oneWayError } from './oneWay';
import { tfjsImporter } from './tfjs/importer';
import { tfliteImporter } from './tflite/importer';

export const modelImporters: readonly ModelImporter[] = [
  tfjsImporter,
  kerasH5Importer,
  kerasArchiveImporter,
  tfliteImporter,
];

/** Bytes of all files together. */
export const MOST_BYTES = 2 ** 29;
const MOST_FILES = 256;

export interface OpenedModel {
  readonly imported: ImportedGenerator;
  /** By the engine's names. */
  readonly weights: ReadonlyMap<string, TrainedWeight>;
  /** That stand behind the noise in its input, one number each; 0 where nothing says so. */
  readonly classes: number;
}

const isZip = ({ bytes }: GivenFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Unpacks what could belong to a model; everything else in the zip stays packed. */
function unzip({ name, bytes }: GivenFile): GivenFile[] {
  const entries: readonly ZipEntry[] = readZip(bytes);
  const wanted = entries.filter((entry) =>
    /\.(json|bin|h5|hdf5|keras|tflite)$|-shard|(^|\/)group\d/i.test(entry.name),
  );
  if (wanted.length > MOST_FILES)
    throw new OversizedModelError(`${name} holds ${wanted.length} files; ${MOST_FILES} are the most.`);
  let left = MOST_BYTES;
  return wanted.map((entry) => {
    left -= entry.sizeBytes;
    if (left < 0) throw new OversizedModelError(`${name} unpacks to more than ${MOST_BYTES} bytes.`);
    return { name: entry.name, bytes: entry.read() };
  });
}

/** Of several models (as in what this page exports) the generator. */
function choose(
  files: readonly GivenFile[],
): { readonly file: GivenFile; readonly importer: ModelImporter } | null {
  const readable = files.flatMap((file) => {
    const importer = modelImporters.find((candidate) => candidate.recognizes(file));
    return importer ? [{ file, importer }] : [];
  });
  const others = readable.filter(({ file }) => !/card\.json$/i.test(file.name));
  const models = others.filter(
    ({ importer, file }) => importer !== tfjsImporter || /model[^/]*\.json$/i.test(file.name),
  );
  const few = models.length > 0 ? models : others;
  return few.find(({ file }) => /generator|(^|\/)g(en)?\b/i.test(file.name)) ?? few[0] ?? null;
}

/** What the model card of this page says of the input, where one lies beside the model and fits it. */
function classesOf(given: readonly GivenFile[], network: NetworkSpec): number {
  const card = given.find(({ name }) => /(^|\/)model-card\.json$/i.test(name));
  if (!card) return 0;
  const described = fieldsOrNull(parseFields(card.bytes, card.name).input);
  if (!described) return 0;
  const [latent, classes] = ['latent', 'classes'].map((key) => asCount(described[key], `${key} of the card`));
  return latent > 0 && latent + classes === inputShape(network)[0] ? classes : 0;
}

const begins = ({ name, bytes }: GivenFile): string => {
  const start = Array.from(bytes.subarray(0, 4), (b) => b.toString(16).padStart(2, '0')).join(' ');
  return `${name} (${bytes.length} bytes that begin with ${start || 'nothing'})`;
};

async function open(files: readonly GivenFile[]): Promise<OpenedModel> {
  const given = files.flatMap((file) =>
    isZip(file) && !modelImporters.some((i) => i.recognizes(file)) ? unzip(file) : [file],
  );
  const chosen = choose(given);
  if (!chosen) {
    const names = files.flatMap((file) =>
      isZip(file) ? readZip(file.bytes).map(({ name }) => name) : [file.name],
    );
    throw (
      oneWayError(names) ?? new ForeignModelError(`There is no model in ${files.map(begins).join(', ')}.`)
    );
  }
  const { file, importer } = chosen;
  const read = await importer.read(
    file,
    given.filter((other) => other !== file),
  );
  const { network, weights, notes } = asGenerator(read);
  const imported = { fileName: file.name, format: importer.label, notes, network };
  return { imported, weights, classes: classesOf(given, network) };
}

/**
 * Opens a generator.
 * @param files one model, with the files that belong to it, or a zip of them
 * @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError, and what reading a zip throws;
 *   nothing else
 */
export async function openModel(files: readonly GivenFile[]): Promise<OpenedModel> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes > MOST_BYTES)
    throw new OversizedModelError(`The files have ${bytes} bytes; ${MOST_BYTES} are the most.`);
  try {
    return await open(files);
  } catch (error) {
    if (error instanceof GanvasError) throw error;
    throw new DamagedModelError(error instanceof Error ? error.message : String(error)); // e.g. no memory for its sizes
  }
}
