// Images over time as an animated GIF: each frame is a batch, laid out side by side and enlarged without smoothing.
import { AbortedError, InvalidValueError } from '../core/errors';
import type { ImageBatch } from '../core/history';
import type { ProducedFile } from '../protocol';
import { GifWriter, type GifSize } from './formats/gif';

const GAP = 1;
const PAPER = 255;
/** Of all frames together; what a page compresses in some seconds. */
const MOST_PIXELS = 100e6;
const MOST_SIDE = 4096;
const SLICE_MS = 30;

export interface AnimationJob {
  /** Batches of one size and number, in order. */
  readonly frames: AsyncIterable<ImageBatch> | Iterable<ImageBatch>;
  readonly total: number;
  /** Every pixel becomes a square of so many. */
  readonly scale: number;
  /** How long frame `index` is shown. */
  readonly centiseconds: (index: number) => number;
  readonly name: string;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Layout extends GifSize {
  readonly columns: number;
}

function layoutOf({ count, height, width, channels }: ImageBatch, scale: number): Layout {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const side = (images: number, pixels: number): number => (images * (pixels + GAP) - GAP) * scale;
  return { columns, width: side(columns, width), height: side(rows, height), channels };
}

function checkSize({ width, height, channels }: Layout, total: number): void {
  if (channels !== 1 && channels !== 3) {
    throw new InvalidValueError(
      `The samples have ${channels} numbers a pixel; a GIF shows 1 (grey) or 3 (RGB).`,
      'Points have no picture; save them as a NumPy array.',
    );
  }
  if (width > MOST_SIDE || height > MOST_SIDE || width * height * total > MOST_PIXELS) {
    throw new InvalidValueError(
      `${total} frames of ${width} x ${height} pixels are too many for one GIF.`,
      'Choose fewer frames, fewer pictures a frame, or a smaller size.',
    );
  }
}

/** One frame as it is shown. */
function drawFrame(
  batch: ImageBatch,
  { columns, width, height, channels }: Layout,
  scale: number,
): Uint8Array {
  const pixels = new Uint8Array(width * height * channels).fill(PAPER);
  for (let i = 0; i < batch.count; i++) {
    const top = Math.floor(i / columns) * (batch.height + GAP) * scale;
    const left = (i % columns) * (batch.width + GAP) * scale;
    for (let y = 0; y < batch.height * scale; y++) {
      const from = (i * batch.height + Math.floor(y / scale)) * batch.width;
      for (let x = 0; x < batch.width * scale; x++) {
        const to = ((top + y) * width + left + x) * channels;
        const source = (from + Math.floor(x / scale)) * channels;
        for (let c = 0; c < channels; c++) pixels[to + c] = batch.pixels[source + c];
      }
    }
  }
  return pixels;
}

/** @throws InvalidValueError for what no GIF can show, AbortedError */
export async function writeAnimation(job: AnimationJob): Promise<ProducedFile> {
  const { total, scale, signal, progress } = job;
  let layout: Layout | undefined;
  let writer: GifWriter | undefined;
  let index = 0;
  let restedAt = performance.now();
  for await (const batch of job.frames) {
    if (signal.aborted) throw new AbortedError('The animation');
    if (!layout) {
      layout = layoutOf(batch, scale);
      checkSize(layout, total);
    }
    writer ??= new GifWriter(layout);
    writer.addFrame(drawFrame(batch, layout, scale), job.centiseconds(index));
    progress(++index / total);
    if (performance.now() - restedAt > SLICE_MS) {
      await nextTask();
      restedAt = performance.now();
    }
  }
  if (!writer) throw new InvalidValueError('There are no frames yet.', 'Train some steps first.');
  return { fileName: `${job.name}.gif`, mimeType: 'image/gif', bytes: writer.finish() };
}
