// What an image exporter is: one file that turns generated images into a file format. Adding one is a file and a line in
// index.ts. Images come in batches, so a data set of any size is written without being in memory as a whole.
import { InvalidValueError } from '../core/errors';
import type { ImageBatch } from '../core/history';
import type { ImageFileFormat, ProducedFile } from '../protocol';

interface ImageExportJob {
  /** Batches of images of one size, in order, `total` images together. */
  readonly images: AsyncIterable<ImageBatch>;
  readonly total: number;
  /** File name without extension. */
  readonly name: string;
  /** Told after each batch, 0..1. */
  readonly progress: (fraction: number) => void;
}

export interface ImageExporter {
  readonly id: ImageFileFormat;
  readonly label: string;
  /** One sentence: what the file is good for. */
  readonly help: string;
  /** Behind the name, with its dot; formats that depend on the images say so in the file itself. */
  readonly extension: string;
  readonly mimeType: string;
  /** Most images that one file holds. */
  readonly maxImages: number;
  /** @throws InvalidValueError for more than `maxImages`, for none, and for batches that do not fit `total` or each other */
  write(job: ImageExportJob): Promise<ProducedFile>;
}

/** A whole file, and its extension where the images decide it. */
interface SinkFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly extension?: string;
}

/** Where an exporter puts the images of one job; made anew for each. */
interface ImageSink {
  /** The next images; all batches have the size of the first. */
  add(batch: ImageBatch): void | Promise<void>;
  /** The whole file, after all images were added. */
  finish(): SinkFile | Promise<SinkFile>;
}

/** An exporter without the work that all share: checking, progress, and giving way to other work. */
export interface ImageExporterDefinition extends Omit<ImageExporter, 'write'> {
  /** Called with the first batch; `total` images of its size will follow, that batch included. */
  open(first: Omit<ImageBatch, 'pixels' | 'count'>, total: number): ImageSink;
}

/** Longest time without looking at other work, such as a request to stop. */
const SLICE_MS = 30;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function checkTotal({ label, maxImages }: ImageExporterDefinition, total: number): void {
  if (Number.isInteger(total) && total >= 1 && total <= maxImages) return;
  throw new InvalidValueError(
    `${label} with ${total} images is not possible.`,
    `Ask for 1 to ${maxImages} images, or choose another format.`,
  );
}

const sizeOf = (batch: Omit<ImageBatch, 'pixels' | 'count'>): string =>
  `${batch.height} x ${batch.width} x ${batch.channels}`;

function checkBatch(batch: ImageBatch, first: ImageBatch, room: number, total: number): void {
  const bytes = batch.count * batch.height * batch.width * batch.channels;
  const known = batch.channels === 1 || batch.channels === 3;
  if (known && sizeOf(batch) === sizeOf(first) && batch.pixels.length === bytes && batch.count <= room)
    return;
  throw new InvalidValueError(
    `A batch of ${batch.count} images of ${sizeOf(batch)} with ${batch.pixels.length} bytes came` +
      ` where ${room} of ${total} images of ${sizeOf(first)} were due.`,
    'Report this: the image source does not keep to its size.',
  );
}

export function defineImageExporter(definition: ImageExporterDefinition): ImageExporter {
  const { open, ...facts } = definition;
  async function write({ images, total, name, progress }: ImageExportJob): Promise<ProducedFile> {
    checkTotal(definition, total);
    let first: ImageBatch | undefined;
    let sink: ImageSink | undefined;
    let added = 0;
    let lastPause = performance.now();
    for await (const batch of images) {
      first ??= batch;
      checkBatch(batch, first, total - added, total);
      sink ??= open(first, total);
      await sink.add(batch);
      added += batch.count;
      progress(added / total);
      if (performance.now() - lastPause > SLICE_MS) {
        await nextTask();
        lastPause = performance.now();
      }
    }
    if (!sink || added !== total) {
      throw new InvalidValueError(
        `Only ${added} of ${total} images came.`,
        'Report this: the image source ended early.',
      );
    }
    const { bytes, extension = facts.extension } = await sink.finish();
    return { fileName: name + extension, mimeType: facts.mimeType, bytes };
  }
  return { ...facts, write };
}
