// A NumPy array of bytes, [n, height, width] for grey and [n, height, width, 3] for RGB images, not compressed.
// Format version 1.0: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
import { defineImageExporter } from './define';

const MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0); // "\x93NUMPY", version 1.0
const ALIGNMENT = 64;

function npyHeader(shape: readonly number[]): Uint8Array {
  const facts = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape.join(', ')}), }`;
  const unpadded = MAGIC.length + 2 + facts.length + 1;
  const text = `${facts}${' '.repeat((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT)}\n`;
  const bytes = new Uint8Array(MAGIC.length + 2 + text.length);
  bytes.set(MAGIC);
  new DataView(bytes.buffer).setUint16(MAGIC.length, text.length, true);
  bytes.set(new TextEncoder().encode(text), MAGIC.length + 2);
  return bytes;
}

export const npyFile = defineImageExporter({
  id: 'npy',
  label: 'NumPy array',
  help: 'One array for NumPy, PyTorch or TensorFlow in Python: numpy.load(file) gives it back.',
  extension: '.npy',
  mimeType: 'application/octet-stream',
  maxImages: 1_000_000,
  open: ({ height, width, channels }, total) => {
    const header = npyHeader(channels === 1 ? [total, height, width] : [total, height, width, channels]);
    const bytes = new Uint8Array(header.length + total * height * width * channels);
    bytes.set(header);
    let offset = header.length;
    return {
      add: ({ pixels }) => {
        bytes.set(pixels, offset);
        offset += pixels.length;
      },
      finish: () => ({ bytes }),
    };
  },
});
