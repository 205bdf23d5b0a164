// NumPy's array format, version 1.0: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html

const MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0); // "\x93NUMPY", version 1.0
const ALIGNMENT = 64;

/** What stands before the values. @param descr NumPy's type, for example `|u1` or `<f4` */
export function npyHeader(descr: string, shape: readonly number[]): Uint8Array {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const facts = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sides}), }`;
  const unpadded = MAGIC.length + 2 + facts.length + 1;
  const text = `${facts}${' '.repeat((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT)}\n`;
  const bytes = new Uint8Array(MAGIC.length + 2 + text.length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint16(MAGIC.length, text.length, true);
  bytes.set(new TextEncoder().encode(text), MAGIC.length + 2);
  return bytes;
}

/** An array of float32 as the bytes of an `.npy` file. */
export function float32Npy(values: Float32Array, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const header = npyHeader('<f4', shape);
  const bytes = new Uint8Array(header.length + values.byteLength);
  bytes.set(header);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), header.length);
  return bytes;
}
