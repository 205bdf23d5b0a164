// The part `timeline.bin` of a run file: the frames' pixels, each frame deflated on its own. Frames never change, so
// a frame is packed once and remembered; an autosave then packs only the new ones.
import { deflateSync } from 'fflate';
import { inflateExactly } from '../archives/inflate';
import { InvalidValueError } from '../core/errors';
import type { ImageBatch, TimelineFrame } from '../core/history';
import { checkAmount, checkStep, MOST_FRAMES, type UnpackBudget } from './budgets';
import { DamagedRunError } from './errors';
import { asRecord, readCount } from './jsonFields';

/** One frame as run.json describes it. */
interface FrameIndexEntry {
  readonly step: number;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Bytes of the deflated pixels; frames follow each other without gaps. */
  readonly packedBytes: number;
}

const MAX_PIXEL_BYTES = 2 ** 28;
const packedFrames = new WeakMap<TimelineFrame, Uint8Array>();

/** Bytes that a batch of these measures must have. */
const pixelBytes = (b: Omit<ImageBatch, 'pixels'>): number => b.count * b.height * b.width * b.channels;

function pack(frame: TimelineFrame): Uint8Array {
  const known = packedFrames.get(frame);
  if (known) return known;
  const { images } = frame;
  if (images.pixels.length !== pixelBytes(images)) {
    throw new InvalidValueError(
      `The samples of step ${frame.step} have ${images.pixels.length} bytes, expected ${pixelBytes(images)}.`,
      'Report this: pixels must fill count * height * width * channels.',
    );
  }
  const packed = deflateSync(images.pixels, { level: 4 });
  packedFrames.set(frame, packed);
  return packed;
}

/** @throws InvalidValueError when pixels do not fill their measures */
export function writeTimeline(timeline: readonly TimelineFrame[]): {
  readonly index: readonly FrameIndexEntry[];
  readonly bytes: Uint8Array;
} {
  const parts = timeline.map(pack);
  const index = timeline.map(({ step, images }, i): FrameIndexEntry => {
    const { count, height, width, channels } = images;
    return { step, count, height, width, channels, packedBytes: parts[i].length };
  });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return { index, bytes };
}

const damaged = (problem: string): Error => new DamagedRunError(problem);

/** @throws DamagedRunError when index and bytes do not fit each other, OversizedRunError before memory is taken */
export function readTimeline(
  index: readonly unknown[],
  bytes: Uint8Array,
  budget: UnpackBudget,
): TimelineFrame[] {
  checkAmount(index.length, MOST_FRAMES, 'frames');
  let offset = 0;
  const frames = index.map((item, i): TimelineFrame => {
    const what = `timeline[${i}]`;
    const record = asRecord(item, what);
    const measures = {
      count: readCount(record, 'count'),
      height: readCount(record, 'height'),
      width: readCount(record, 'width'),
      channels: readCount(record, 'channels'),
    };
    if (pixelBytes(measures) < 1) {
      const { count, height, width, channels } = measures;
      throw new DamagedRunError(`${what} is empty: ${count} images of ${height} x ${width} x ${channels}`);
    }
    const packed = bytes.slice(offset, offset + readCount(record, 'packedBytes'));
    offset += readCount(record, 'packedBytes');
    if (offset > bytes.length || pixelBytes(measures) > MAX_PIXEL_BYTES) {
      throw new DamagedRunError(`${what} should end at byte ${offset} of ${bytes.length} in timeline.bin`);
    }
    budget.take(pixelBytes(measures), what);
    const pixels = inflateExactly(packed, pixelBytes(measures), what, damaged);
    const frame = {
      step: checkStep(readCount(record, 'step'), `the step of ${what}`),
      images: { ...measures, pixels },
    };
    packedFrames.set(frame, packed);
    return frame;
  });
  if (offset !== bytes.length) {
    throw new DamagedRunError(`timeline.bin has ${bytes.length} bytes, its index describes ${offset}`);
  }
  return frames;
}
