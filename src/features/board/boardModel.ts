// The open run's network as a model for a board: exported, with the manifest that the kiosk page reads.
import type { Client } from '../../client/client';
import { GanvasError } from '../../core/errors';
import type { KioskManifest } from '../../core/kioskManifest';
import type { ExportedModel, ModelExportRequest } from '../../protocol';
import type { BoardModel } from './boardBundle';

/** The model cannot be shown by a kiosk. */
export class BoardModelError extends GanvasError {}

export interface BoardModelJob {
  readonly client: Client;
  /** Which network of the run leaves, and in which sides. */
  readonly leaving: Pick<ModelExportRequest, 'network' | 'sides'>;
  /** A kind of the TensorFlow Lite exporter. */
  readonly variant: string;
  readonly runName: string;
  readonly classNames: readonly string[] | null;
  /** Also as model.bin, for the native program. */
  readonly withNative: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (what: string, fraction: number | null) => void;
}

const LONGEST_NAME = 80;
/** Without the letters that tell its content and kind; a board's server takes 120 in all. */
const LONGEST_FILE_NAME = 80;
const LONGEST_CLASS_NAME = 40;

type Told = Pick<
  KioskManifest,
  'kind' | 'latent' | 'classes' | 'image' | 'picture' | 'preparation' | 'classNames'
>;

/** Names that a manifest holds: one a class, none too long to be shown. */
const namesFor = (
  names: readonly string[] | null | undefined,
  classes: number,
): Pick<KioskManifest, 'classNames'> =>
  classes > 0 && names?.length === classes
    ? {
        classNames: names.map((name) =>
          name.length > LONGEST_CLASS_NAME ? `${name.slice(0, LONGEST_CLASS_NAME - 1)}…` : name,
        ),
      }
    : {};

/** What of the manifest follows from what the network does. */
function toldOf({ input, drawn, picture }: ExportedModel, classNames: readonly string[] | null): Told {
  if (!input) {
    throw new BoardModelError(
      'This model consists of several generators that share one input; the kiosk shows one.',
      'Train a model with one generator.',
    );
  }
  const { latent, classes, names } = input;
  if (names && picture)
    return {
      ...{ kind: 'classifier', latent, classes: names.length, image: picture.shape },
      ...namesFor(names, names.length),
    };
  if (!drawn) {
    throw new BoardModelError(
      'This network neither draws nor takes pictures, and a kiosk has nothing to show of it.',
      'Take its .tflite file or its C source to the board instead.',
    );
  }
  if (picture) {
    const { shape, preparation } = picture;
    const channels = preparation?.kind === 'lightness' ? 3 : drawn.channels;
    return {
      ...{ kind: 'translator', latent, classes: 0, image: [drawn.height, drawn.width, channels] },
      ...{ picture: shape, ...(preparation && { preparation }) },
    };
  }
  return {
    ...{ latent, classes, image: [drawn.height, drawn.width, drawn.channels] },
    ...namesFor(classNames, classes),
  };
}

/**
 * What the kiosk is told of an exported model.
 * @param classNames of the run's data set; what names pictures brings its own
 * @throws BoardModelError for a model that is not one file, or that a kiosk has nothing to show of
 */
export function manifestOf(
  exported: ExportedModel,
  runName: string,
  classNames: readonly string[] | null,
): KioskManifest {
  const { file, fileSha256 } = exported;
  if (!file || !fileSha256) {
    throw new BoardModelError('This export has no single file.', 'Choose a TensorFlow Lite format.');
  }
  return {
    version: 1,
    name: runName.slice(0, LONGEST_NAME) || 'generator',
    // The name changes with the content, so that nobody reads one model with the other's manifest.
    file: `${file.fileName.replace(/\.tflite$/, '').slice(0, LONGEST_FILE_NAME)}-${fileSha256.slice(0, 8)}.tflite`,
    format: 'tflite',
    bytes: file.bytes.length,
    sha256: fileSha256,
    range: [-1, 1],
    ...toldOf(exported, classNames),
  };
}

/** @throws BoardModelError, and what the worker refuses */
export async function exportForBoard(job: BoardModelJob): Promise<BoardModel> {
  const write = (exporter: string, variant: string): Promise<ExportedModel> =>
    job.client.request(
      'model/export',
      { exporter, variant, calibration: 'min-max', ...job.leaving },
      { signal: job.signal, onProgress: job.onProgress },
    );
  const exported = await write('tflite', job.variant);
  const manifest = manifestOf(exported, job.runName, job.classNames);
  const native = job.withNative ? (await write('native', 'int8')).file : null;
  return { manifest, bytes: exported.file?.bytes ?? new Uint8Array(), native: native?.bytes ?? null };
}
