// Arrays of NumPy's `.npy` format, versions 1 to 3, as float32: little-endian floats in the order of C, of an expected shape.
// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
import { fromFloat16Bits } from '../../graph/float16';
import { DamagedModelError, UnsupportedLayerError } from '../../readers/errors';

const MAGIC = '\x93NUMPY';
const MOST_HEADER = 2 ** 16;

type Read = (view: DataView, at: number) => number;

/** Bytes of a number and how it is read, by NumPy's name of the type. */
const TYPES: Readonly<Record<string, readonly [bytes: number, read: Read]>> = {
  '<f2': [2, (view, at) => fromFloat16Bits(view.getUint16(at, true))],
  '<f4': [4, (view, at) => view.getFloat32(at, true)],
  '<f8': [8, (view, at) => view.getFloat64(at, true)],
};

interface NpyHeader {
  readonly type: string;
  readonly isFortran: boolean;
  readonly shape: readonly number[];
  readonly start: number;
}

function readHeader(bytes: Uint8Array, what: string): NpyHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 12 || !isNpy(bytes)) throw new DamagedModelError(`${what} is no array of NumPy`);
  const isLong = bytes[6] > 1;
  const length = isLong ? view.getUint32(8, true) : view.getUint16(8, true);
  const start = (isLong ? 12 : 10) + length;
  if (length > MOST_HEADER || start > bytes.length)
    throw new DamagedModelError(`the header of ${what} has ${length} bytes of ${bytes.length}`);
  const text = new TextDecoder().decode(bytes.subarray(isLong ? 12 : 10, start));
  const found = /^\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \(([\d, ]*)\),? *\}\s*$/.exec(
    text,
  );
  if (!found) throw new DamagedModelError(`the header of ${what} is ${JSON.stringify(text.slice(0, 60))}`);
  const [, type, order, sides] = found;
  const shape = sides.split(',').filter((side) => side.trim() !== '');
  return { type, isFortran: order === 'True', shape: shape.map(Number), start };
}

export const isNpy = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 6)) === MAGIC;

/**
 * @param shape that the array must have
 * @throws DamagedModelError for another shape or a file cut short, UnsupportedLayerError for other types of numbers
 */
export function readNpy(bytes: Uint8Array, shape: readonly number[], what: string): Float32Array {
  const header = readHeader(bytes, what);
  if (header.shape.join() !== shape.join()) {
    throw new DamagedModelError(
      `${what} is [${header.shape.join(', ')}], and its layer needs [${shape.join(', ')}]`,
    );
  }
  const type = Object.hasOwn(TYPES, header.type) ? TYPES[header.type] : undefined;
  if (!type || (header.isFortran && shape.length > 1)) {
    throw new UnsupportedLayerError(
      what,
      type ? 'its numbers lie column by column' : `its numbers are of the type ${header.type}`,
      'Save the arrays with numpy.ascontiguousarray(array, dtype=numpy.float32).',
    );
  }
  const [size, read] = type;
  const length = shape.reduce((product, side) => product * side, 1);
  if (bytes.length - header.start !== length * size)
    throw new DamagedModelError(
      `${what} has ${bytes.length - header.start} bytes of numbers, and needs ${length * size}`,
    );
  if (header.type === '<f4') return new Float32Array(bytes.slice(header.start).buffer);
  const view = new DataView(bytes.buffer, bytes.byteOffset + header.start);
  return Float32Array.from({ length }, (_, i) => read(view, size * i));
}
