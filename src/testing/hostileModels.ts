// Small model files of each format with the numbers, types and shapes of a weight at will: for tests of what readers make of numbers
// that no training leaves.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { crc32 } from '../core/crc32';
import { chain } from '../core/network';
import { findModelExporter } from '../exporters/models';
import { writeOnnx } from '../exporters/formats/onnx';
import { writeTflite, type TfliteTensor } from '../exporters/formats/tflite';
import { CRC_FROM } from '../exporters/native/layout';
import { exportJobOf } from './exportJob';

/** Two numbers in, an image of 1 x 2 x 1 out: one kernel of 2 x 2 numbers. */
const HOSTILE_NETWORK = chain(
  'generator',
  [2],
  [
    { kind: 'dense', units: 2, useBias: false },
    { kind: 'reshape', shape: [1, 2, 1] },
    { kind: 'activation', fn: 'tanh' },
  ],
);

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const floats = (...values: readonly number[]): Uint8Array =>
  new Uint8Array(Float32Array.from(values).buffer);

type Kernel = Partial<Pick<TfliteTensor, 'shape' | 'type' | 'data' | 'quantization'>>;

/** FULLY_CONNECTED alone. */
export const hostileTflite = (kernel: Kernel): HostileFile => ({
  name: 'model.tflite',
  bytes: writeTflite({
    description: '',
    tensors: [
      { name: 'in', shape: [1, 2], type: 'float32' },
      { name: 'kernel', shape: [2, 2], type: 'float32', data: floats(1, 2, 3, 4), ...kernel },
      { name: 'out', shape: [1, 2], type: 'float32' },
    ],
    operators: [{ code: 9, version: 1, inputs: [0, 1, -1], outputs: [2] }],
    inputs: [0],
    outputs: [2],
  }),
});

interface OnnxKernel {
  readonly shape?: readonly number[];
  readonly data?: Uint8Array;
  /** Its number in ONNX's list of types, patched over that of float. */
  readonly type?: number;
}

/** MatMul alone. */
export function hostileOnnx({
  shape = [2, 2],
  data = floats(1, 2, 3, 4),
  type = 1,
}: OnnxKernel): HostileFile {
  const bytes = writeOnnx({
    name: 'hostile',
    nodes: [{ op: 'MatMul', inputs: ['in', 'kernel'], outputs: ['out'] }],
    tensors: [{ name: 'kernel', shape, type: 'float', data }],
    inputs: [{ name: 'in', shape: ['batch', 2] }],
    outputs: [{ name: 'out', shape: ['batch', 2] }],
  });
  // Field 2 of the tensor, its type, stands before field 8, its name: `10 01 ... 42 06 "kernel"`.
  const text = strFromU8(bytes, true);
  const at = text.lastIndexOf('\x10\x01', text.indexOf('\x42\x06kernel'));
  if (at < 0) throw new TypeError('the type of the kernel is not where it was');
  bytes[at + 1] = type;
  return { name: 'model.onnx', bytes };
}

async function exported(format: 'pytorch' | 'native', variant: string): Promise<HostileFile> {
  const { files } = await findModelExporter(format).write(exportJobOf(HOSTILE_NETWORK, 8), variant);
  const found = Object.entries(files).find(([name]) => /\.(npz|bin)$/.test(name));
  if (!found || typeof found[1] === 'string') throw new TypeError(`${format} wrote no file of weights`);
  return { name: found[0], bytes: found[1] };
}

/** The export whose kernel is another `.npy`: `header` is what NumPy writes between the braces. */
export async function hostileNpz(header: string, data: Uint8Array): Promise<HostileFile> {
  const { name, bytes } = await exported('pytorch', 'npz');
  const entries = unzipSync(bytes);
  const kernel = Object.keys(entries).find((entry) => entry.endsWith('.weight.npy'));
  if (!kernel) throw new TypeError(`no kernel among ${Object.keys(entries).join(', ')}`);
  const text = `{${header}}`.padEnd(117) + '\n';
  const npy = new Uint8Array(10 + text.length + data.length);
  npy.set([0x93, ...strToU8('NUMPY'), 1, 0, text.length & 255, text.length >> 8]);
  npy.set(strToU8(text), 10);
  npy.set(data, 10 + text.length);
  return { name, bytes: zipSync({ ...entries, [kernel]: npy }) };
}

/** The export with some words of four bytes changed, and its checksum made right again. */
export async function hostileNative(change: (view: DataView) => void): Promise<HostileFile> {
  const { name, bytes: written } = await exported('native', 'int8');
  const bytes = written.slice();
  const view = new DataView(bytes.buffer);
  change(view);
  view.setUint32(12, crc32(bytes.subarray(CRC_FROM)), true);
  return { name, bytes };
}
