// Reads HDF5 files as Keras writes them: groups, attributes of texts, datasets of floats in one piece. Written here and
// not left to the HDF5 library, which ends or hangs the worker on damaged files. Datasets in one piece or in chunks.
import { volume } from '../../core/network';
import { fromFloat16Bits } from '../../graph/float16';

import { BoundedBytes } from '../boundedBytes';
import { DamagedModelError, ForeignModelError } from '../../readers/errors';
import { chunkedBytes } from './chunks';
import {
  attributesOf,
  dataTypeAt,
  dimensionsAt,
  heapText,
  membersOf,
  MESSAGE,
  messagesAt,
  rootAddress,
  type DataType,
  type Message,
} from './objects';
import { Steps } from './steps';

export interface Hdf5Dataset {
  readonly path: string;
  readonly shape: readonly number[];
  /** @throws ForeignModelError where the values are no floats, DamagedModelError where the file lacks them */
  readonly read: () => Float32Array;
}

export const isHdf5 = (bytes: Uint8Array): boolean =>
  [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);

const MOST_DEEP = 24;
const padded = (size: number): number => 8 * Math.ceil(size / 8);

/** @param bytes a copy of its own */
function valuesOf(bytes: Uint8Array<ArrayBuffer>, { kind, size }: DataType): Float32Array {
  if (kind === 'float' && size === 4) return new Float32Array(bytes.buffer);
  if (kind === 'float' && size === 8) return Float32Array.from(new Float64Array(bytes.buffer));
  if (kind === 'float' && size === 2)
    return Float32Array.from(new Uint16Array(bytes.buffer), fromFloat16Bits);
  throw new ForeignModelError(
    'A weight of the HDF5 file is stored as something else than little-endian floats.',
    'Save the model again with weights of float32.',
  );
}

export class Hdf5File {
  readonly #file: BoundedBytes;
  readonly #steps = new Steps();

  constructor(bytes: Uint8Array) {
    this.#file = new BoundedBytes(bytes, 'the HDF5 file');
  }

  /** Texts of an attribute of the root group; null where there is none. */
  rootTexts(name: string): readonly string[] | null {
    const messages = messagesAt(this.#file, rootAddress(this.#file), this.#steps);
    for (const at of attributesOf(this.#file, messages, this.#steps)) {
      const attribute = this.#attribute(at);
      if (attribute.name === name) return attribute.texts();
    }
    return null;
  }

  /** Every dataset below the root, in the order of the names. */
  datasets(): readonly Hdf5Dataset[] {
    return [...this.#walk(rootAddress(this.#file), '', 0)];
  }

  *#walk(address: number, path: string, depth: number): Generator<Hdf5Dataset> {
    this.#steps.take();
    if (depth > MOST_DEEP) throw new DamagedModelError(`its groups nest more than ${MOST_DEEP} deep`);
    const messages = messagesAt(this.#file, address, this.#steps);
    const members = membersOf(this.#file, messages, this.#steps);
    if (!members) {
      const dataset = this.#dataset(messages, path);
      if (dataset) yield dataset;
      return;
    }
    for (const [name, at] of members) yield* this.#walk(at, path ? `${path}/${name}` : name, depth + 1);
  }

  #dataset(messages: readonly Message[], path: string): Hdf5Dataset | null {
    const { dataspace, datatype, layout: layoutType, pipeline: pipelineType } = MESSAGE;
    const [space, type, layout, pipeline] = [dataspace, datatype, layoutType, pipelineType].map((wanted) =>
      messages.find((message) => message.type === wanted),
    );
    if (!space || !type || !layout) return null;
    const file = this.#file;
    const shape = dimensionsAt(file, space.at);
    return {
      path,
      shape,
      read: () => {
        const dataType = dataTypeAt(file, type.at);
        const [version, kind] = [file.u8(layout.at), file.u8(layout.at + 1)];
        const bytes = volume(shape) * dataType.size;
        const copy = (at: number) => Uint8Array.from(file.slice(at, bytes));
        if (version >= 3 && kind === 0) return valuesOf(copy(layout.at + 4), dataType);
        if (version >= 3 && kind === 1) return valuesOf(copy(file.u64(layout.at + 2)), dataType);
        if (version >= 3 && kind === 2 && shape.length > 0) {
          const places = { layout: layout.at, pipeline: pipeline?.at ?? null };
          return valuesOf(chunkedBytes(file, places, { shape, size: dataType.size }, this.#steps), dataType);
        }
        throw new ForeignModelError(
          `The weight ${path} of the HDF5 file is stored in a way that this page does not read.`,
          'Save the model again with Keras.',
        );
      },
    };
  }

  #attribute(at: number): { readonly name: string; readonly texts: () => string[] } {
    const file = this.#file;
    const version = file.u8(at);
    const round = version === 1 ? padded : (size: number): number => size;
    const [nameSize, typeSize, spaceSize] = [file.u16(at + 2), file.u16(at + 4), file.u16(at + 6)];
    const nameAt = at + (version === 3 ? 9 : 8);
    const typeAt = nameAt + round(nameSize);
    const spaceAt = typeAt + round(typeSize);
    const dataAt = spaceAt + round(spaceSize);
    const texts = (): string[] => {
      const { kind, size } = dataTypeAt(file, typeAt);
      const count = volume(dimensionsAt(file, spaceAt));
      file.check(dataAt, count * Math.max(1, size));
      if (count > 0 && kind !== 'text' && kind !== 'longText') {
        throw new DamagedModelError(`the attribute ${file.zeroEnded(nameAt)} is no text`);
      }
      return Array.from({ length: count }, (_, i) =>
        kind === 'longText'
          ? heapText(file, dataAt + i * size, this.#steps)
          : file.text(dataAt + i * size, size).replace(/\0+$/, ''),
      );
    };
    return { name: file.text(nameAt, Math.max(0, nameSize - 1)), texts };
  }
}
