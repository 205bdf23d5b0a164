// Writes HDF5 files from a plain description, with the HDF5 library in WebAssembly, loaded when first needed.
// https://www.npmjs.com/package/h5wasm
import type { Group } from 'h5wasm';

export interface Hdf5Dataset {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A group: words and lists of words as attributes, datasets and groups by name, in order. */
export interface Hdf5Group {
  readonly attributes?: Readonly<Record<string, string | readonly string[]>>;
  readonly datasets?: Readonly<Record<string, Hdf5Dataset>>;
  readonly groups?: Readonly<Record<string, Hdf5Group>>;
}

function writeAttribute(target: Group, name: string, value: string | readonly string[]): void {
  if (typeof value === 'string') target.create_attribute(name, value, [], 'S');
  else if (value.length === 0) target.create_attribute(name, new Float64Array(0), [0], '<d');
  else {
    // Fixed length, as h5py writes lists of names for Keras.
    const longest = Math.max(...value.map((text) => text.length));
    target.create_attribute(name, [...value], [value.length], `S${longest}`);
  }
}

function writeGroup(target: Group, { attributes = {}, datasets = {}, groups = {} }: Hdf5Group): void {
  for (const [name, value] of Object.entries(attributes)) writeAttribute(target, name, value);
  for (const [name, { shape, values }] of Object.entries(datasets)) {
    target.create_dataset({ name, data: values, shape: [...shape], dtype: '<f' });
  }
  for (const [name, group] of Object.entries(groups)) writeGroup(target.create_group(name), group);
}

let files = 0;

/** Runs `task` with a clock that stands still: the library stamps every object with the time, in seconds. */
function timeless(task: () => void): void {
  const { now } = Date;
  Date.now = () => 0;
  try {
    task();
  } finally {
    Date.now = now;
  }
}

/** The file's bytes; equal descriptions give equal files, whenever they are written. */
export async function writeHdf5(root: Hdf5Group): Promise<Uint8Array<ArrayBuffer>> {
  const { File, ready } = await import('h5wasm');
  const { FS } = await ready;
  const name = `export-${files++}.h5`; // in the library's own memory
  timeless(() => {
    const file = new File(name, 'w');
    try {
      writeGroup(file, root);
    } finally {
      file.close();
    }
  });
  const bytes = Uint8Array.from(FS.readFile(name, { encoding: 'binary' }));
  FS.unlink(name);
  return bytes;
}
