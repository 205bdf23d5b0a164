// The open run's generator as a model for a board: exported, with the manifest that the kiosk page reads.
import type { Client } from '../../client/client';
import { GanvasError } from '../../core/errors';
import type { KioskManifest } from '../../core/kioskManifest';
import type { ExportedModel } from '../../protocol';
import type { BoardModel } from './boardBundle';

/** The generator cannot be shown by a kiosk. */
export class BoardModelError extends GanvasError {}

export interface BoardModelJob {
  readonly client: Client;
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

/**
 * What the kiosk is told of an exported model.
 * @throws BoardModelError for a model that is not one file, or whose input is not noise and a class
 */
export function manifestOf(
  exported: ExportedModel,
  runName: string,
  classNames: readonly string[] | null,
): KioskManifest {
  const { file, fileSha256, input, drawn } = exported;
  if (!file || !fileSha256) {
    throw new BoardModelError('This export has no single file.', 'Choose a TensorFlow Lite format.');
  }
  if (!input) {
    throw new BoardModelError(
      'This model consists of several generators that share one input; the kiosk shows one.',
      'Train a model with one generator.',
    );
  }
  if (!drawn) {
    throw new BoardModelError(
      'This network names pictures, and a kiosk shows what a network draws.',
      'Take its .tflite file or its C source to the board instead.',
    );
  }
  const named =
    classNames?.length === input.classes && classNames.every((name) => name.length <= LONGEST_CLASS_NAME);
  return {
    version: 1,
    name: runName.slice(0, LONGEST_NAME) || 'generator',
    // The name changes with the content, so that nobody reads one model with the other's manifest.
    file: `${file.fileName.replace(/\.tflite$/, '').slice(0, LONGEST_FILE_NAME)}-${fileSha256.slice(0, 8)}.tflite`,
    format: 'tflite',
    bytes: file.bytes.length,
    sha256: fileSha256,
    latent: input.latent,
    classes: input.classes,
    image: [drawn.height, drawn.width, drawn.channels],
    range: [-1, 1],
    ...(named && input.classes > 0 && { classNames }),
  };
}

/** @throws BoardModelError, and what the worker refuses */
export async function exportForBoard(job: BoardModelJob): Promise<BoardModel> {
  const write = (exporter: string, variant: string): Promise<ExportedModel> =>
    job.client.request(
      'model/export',
      { exporter, variant, calibration: 'min-max' },
      { signal: job.signal, onProgress: job.onProgress },
    );
  const exported = await write('tflite', job.variant);
  const manifest = manifestOf(exported, job.runName, job.classNames);
  const native = job.withNative ? (await write('native', 'int8')).file : null;
  return { manifest, bytes: exported.file?.bytes ?? new Uint8Array(), native: native?.bytes ?? null };
}
