// The part `tensors.bin` of a run file: all tensors one after the other as little-endian float32, bit for bit (also
// NaN and infinities, since a run that diverged is still a run). The index stands in run.json.
import { InvalidValueError } from '../core/errors';
import { checkTensors } from './budgets';
import { DamagedRunError } from './errors';
import { asRecord, readCount, readCounts, readString } from './jsonFields';
import type { NamedTensor } from './snapshot';

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Where one tensor lies; `offset` in bytes from the start of the part. */
interface TensorIndexEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}

const volume = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** @throws InvalidValueError when two tensors share a name or values do not fill their shape */
export function writeTensors(tensors: readonly NamedTensor[]): {
  readonly index: readonly TensorIndexEntry[];
  readonly bytes: Uint8Array;
} {
  const names = new Set<string>();
  const index: TensorIndexEntry[] = [];
  let offset = 0;
  for (const { name, shape, values } of tensors) {
    if (names.has(name) || volume(shape) !== values.length) {
      throw new InvalidValueError(
        `The tensor ${name} [${shape.join(', ')}] with ${values.length} values cannot be saved.`,
        'Report this: each tensor needs its own name and as many values as its shape holds.',
      );
    }
    names.add(name);
    index.push({ name, shape: [...shape], offset });
    offset += values.byteLength;
  }
  const bytes = new Uint8Array(offset);
  for (const [i, { values }] of tensors.entries()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), index[i].offset);
  }
  return { index, bytes };
}

/** Tensors with memory of their own. @throws DamagedRunError when index and bytes do not fit each other */
export function readTensors(index: readonly unknown[], part: () => Uint8Array): NamedTensor[] {
  checkTensors(index.length);
  const bytes = part();
  const names = new Set<string>();
  let offset = 0;
  const tensors = index.map((item, i): NamedTensor => {
    const record = asRecord(item, `tensors[${i}]`);
    const name = readString(record, 'name');
    const shape = readCounts(record, 'shape');
    const end = offset + volume(shape) * BYTES;
    if (readCount(record, 'offset') !== offset || end > bytes.length || names.has(name)) {
      throw new DamagedRunError(
        `the tensor ${JSON.stringify(name.slice(0, 80))} [${shape.slice(0, 8).join(', ')}] does not fit at byte ${offset} of ${bytes.length}`,
      );
    }
    names.add(name);
    const values = new Float32Array(bytes.slice(offset, end).buffer);
    offset = end;
    return { name, shape, values };
  });
  if (offset !== bytes.length) {
    throw new DamagedRunError(`tensors.bin has ${bytes.length} bytes, its index describes ${offset}`);
  }
  return tensors;
}
