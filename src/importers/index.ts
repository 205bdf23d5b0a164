// Opens a model file of any format that is known here, alone, with its parts beside it, or in a zip.
import { readZip, type ZipEntry } from '../archives/zipBytes';
import { GanvasError } from '../core/errors';
import { fitsInput, type ImportedGenerator, type InputChoice } from '../core/importedGenerator';
import { inputShape, type NetworkSpec } from '../core/network';
import type { TrainedWeight } from '../graph/graph';
import { chooseModel, readableModels } from './chooseModel';
import type { GivenFile, ModelImporter } from './define';
import { DamagedModelError, ForeignModelError, OversizedModelError } from '../readers/errors';
import { asCount, fieldsOrNull, parseFields } from './fields';
import { asGenerator } from './generator';
import { kerasArchiveImporter } from './keras/archiveImporter';
import { kerasH5Importer } from './keras/h5Importer';
import { nativeImporter } from './native/importer';
import { oneWayError } from './oneWay';
import { onnxImporter } from './onnx/importer';
import { pytorchImporter } from './pytorch/importer';
import { tfjsImporter } from './tfjs/importer';
import { tfliteImporter } from './tflite/importer';
import { webPageImporter } from './webPage/importer';

export const modelImporters: readonly ModelImporter[] = [
  tfjsImporter,
  kerasH5Importer,
  kerasArchiveImporter,
  tfliteImporter,
  webPageImporter,
  onnxImporter,
  nativeImporter,
  pytorchImporter,
];

/** Bytes of all files together. */
export const MOST_BYTES = 2 ** 29;
const MOST_FILES = 256;

export interface OpenedModel {
  readonly imported: ImportedGenerator;
  /** By the engine's names. */
  readonly weights: ReadonlyMap<string, TrainedWeight>;
  /** What is chosen beside the noise; null where nothing says so. */
  readonly choice: InputChoice | null;
}

const isZip = ({ bytes }: GivenFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** What could belong to a model, unpacked when it is asked for; everything else in the zip stays packed. */
function unzip({ name, bytes }: GivenFile): GivenFile[] {
  const entries: readonly ZipEntry[] = readZip(bytes);
  const wanted = entries.filter((entry) =>
    /\.(json|bin|h5|hdf5|keras|tflite|onnx|onnx_data|npz|data|weights|html)$|-shard|(^|\/)group\d/i.test(
      entry.name,
    ),
  );
  if (wanted.length > MOST_FILES)
    throw new OversizedModelError(`${name} holds ${wanted.length} files; ${MOST_FILES} are the most.`);
  const unpacked = wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (!(unpacked <= MOST_BYTES))
    throw new OversizedModelError(`${name} unpacks to more than ${MOST_BYTES} bytes.`);
  return wanted.map((entry) => {
    let content: Uint8Array | null = null;
    return {
      name: entry.name,
      sizeBytes: entry.sizeBytes,
      get bytes() {
        return (content ??= entry.read());
      },
    };
  });
}

/** What a card says of an input that several generators share. */
const SHARED_LAYOUT = /^(\d{1,4}) slots of (\d{1,4}) numbers, one for each generator/;

/** What the file itself says of the input, or the model card of this page that lies beside it and fits it. */
function choiceOf(
  given: readonly GivenFile[],
  network: NetworkSpec,
  said: InputChoice | null,
): InputChoice | null {
  const size = inputShape(network)[0];
  if (said && fitsInput(said, size)) return said;
  const card = given.find(({ name }) => /(^|\/)model-card\.json$/i.test(name));
  if (!card) return null;
  const { input, inputLayout } = parseFields(card.bytes, card.name);
  const described = fieldsOrNull(input);
  if (!described) {
    const [, slots, latent] = SHARED_LAYOUT.exec(String(inputLayout)) ?? [];
    const shared = { source: 'generators', count: Number(slots ?? 0) } as const;
    return fitsInput(shared, size) && Number(latent) * shared.count === size ? shared : null;
  }
  const [latent, classes] = ['latent', 'classes'].map((key) => asCount(described[key], `${key} of the card`));
  const isRight = latent > 0 && classes > 0 && latent + classes === size;
  return isRight ? { source: 'labels', count: classes } : null;
}

const begins = ({ name, bytes }: GivenFile): string => {
  const start = Array.from(bytes.subarray(0, 4), (b) => b.toString(16).padStart(2, '0')).join(' ');
  return `${name} (${bytes.length} bytes that begin with ${start || 'nothing'})`;
};

async function open(files: readonly GivenFile[], wanted: string | null): Promise<OpenedModel> {
  const given = files.flatMap((file) =>
    isZip(file) && !modelImporters.some((i) => i.recognizes(file)) ? unzip(file) : [file],
  );
  const chosen = chooseModel(readableModels(given, modelImporters), wanted);
  if (!chosen) {
    const names = files.flatMap((file) =>
      isZip(file) ? [file.name, ...readZip(file.bytes).map(({ name }) => name)] : [file.name],
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
  return { imported, weights, choice: choiceOf(given, network, read.choice ?? null) };
}

/**
 * Opens a generator.
 * @param files one model, with the files that belong to it, or a zip of them
 * @param wanted which of several models, by its file's name
 * @throws ChoiceNeededError where several are found and none is named; ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError, and what reading a zip throws;
 *   nothing else
 */
export async function openModel(
  files: readonly GivenFile[],
  wanted: string | null = null,
): Promise<OpenedModel> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes > MOST_BYTES)
    throw new OversizedModelError(`The files have ${bytes} bytes; ${MOST_BYTES} are the most.`);
  try {
    return await open(files, wanted);
  } catch (error) {
    if (error instanceof GanvasError) throw error;
    if (error instanceof RangeError)
      throw new OversizedModelError('The model asks for more than this page can hold.');
    // A fault that no reader foresaw speaks of the program, not of the file.
    if (error instanceof TypeError) {
      const damaged = new DamagedModelError('its parts do not fit each other');
      damaged.cause = error;
      throw damaged;
    }
    throw new DamagedModelError(error instanceof Error ? error.message : String(error));
  }
}
