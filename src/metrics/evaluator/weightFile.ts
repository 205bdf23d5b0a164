// An evaluator's weights as a small file: kernels in bytes with a scale and an offset per output channel, everything
// else as float32. The header beside it is JSON and says which tensor lies where. Not a general model format.
import { GanvasError } from '../../core/errors';

/** An evaluator's files are damaged or belong to another version. */
export class EvaluatorFileError extends GanvasError {}

export interface WeightValues {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Where a tensor lies. `bytes` tensors hold [channels] offsets, [channels] scales (float32), then one byte a value. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly kind: 'float32' | 'bytes';
  readonly offset: number;
}

const LEVELS = 255;
const volume = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);
const byteLength = ({ kind, shape }: Pick<WeightEntry, 'kind' | 'shape'>): number => {
  const size = volume(shape);
  const bytes = kind === 'float32' ? 4 * size : 8 * (shape.at(-1) ?? 1) + size;
  return 4 * Math.ceil(bytes / 4);
};

function writeBytes({ shape, values }: WeightValues, view: DataView, start: number): void {
  const channels = shape.at(-1) ?? 1;
  for (let channel = 0; channel < channels; channel++) {
    let [low, high] = [Infinity, -Infinity];
    for (let i = channel; i < values.length; i += channels) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
    const [offset, scale] = [Math.fround(low), Math.fround((high - low) / LEVELS)];
    view.setFloat32(start + 4 * channel, offset, true);
    view.setFloat32(start + 4 * (channels + channel), scale, true);
    for (let i = channel; i < values.length; i += channels) {
      const level = scale > 0 ? Math.round((values[i] - offset) / scale) : 0;
      view.setUint8(start + 8 * channels + i, Math.min(LEVELS, Math.max(0, level)));
    }
  }
}

/** Packs tensors; kernels (rank 2 and more) lose precision, the others none. */
export function packWeights(tensors: readonly WeightValues[]): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly entries: readonly WeightEntry[];
} {
  let offset = 0;
  const entries = tensors.map(({ name, shape }) => {
    const entry: WeightEntry = { name, shape, kind: shape.length > 1 ? 'bytes' : 'float32', offset };
    offset += byteLength(entry);
    return entry;
  });
  const bytes = new Uint8Array(offset);
  const view = new DataView(bytes.buffer);
  entries.forEach((entry, k) => {
    const { values } = tensors[k];
    if (entry.kind === 'bytes') writeBytes(tensors[k], view, entry.offset);
    else values.forEach((value, i) => view.setFloat32(entry.offset + 4 * i, value, true));
  });
  return { bytes, entries };
}

/** Unpacks what `packWeights` made. @throws EvaluatorFileError when the file ends early */
export function unpackWeights(bytes: Uint8Array, entries: readonly WeightEntry[]): readonly WeightValues[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return entries.map((entry) => {
    const { name, shape, kind, offset } = entry;
    if (!(offset >= 0) || offset + byteLength(entry) > bytes.length) {
      throw new EvaluatorFileError(
        `The evaluator's weights end at byte ${bytes.length}, before ${name} does.`,
        'Reload the page; if it happens again, the files of the site are incomplete.',
      );
    }
    const channels = shape.at(-1) ?? 1;
    const values = Float32Array.from({ length: volume(shape) }, (_, i) =>
      kind === 'float32'
        ? view.getFloat32(offset + 4 * i, true)
        : view.getFloat32(offset + 4 * (i % channels), true) +
          view.getFloat32(offset + 4 * (channels + (i % channels)), true) *
            view.getUint8(offset + 8 * channels + i),
    );
    return { name, shape, values };
  });
}
