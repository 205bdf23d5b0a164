// A NumPy array of bytes, [n, height, width] for grey and [n, height, width, 3] for RGB images, not compressed.
import { defineImageExporter } from './define';
import { npyHeader } from './formats/npy';

export const npyFile = defineImageExporter({
  id: 'npy',
  label: 'NumPy array',
  help: 'One array for NumPy, PyTorch or TensorFlow in Python: numpy.load(file) gives it back.',
  extension: '.npy',
  mimeType: 'application/octet-stream',
  maxImages: 1_000_000,
  open: ({ height, width, channels }, total) => {
    const header = npyHeader(
      '|u1',
      channels === 1 ? [total, height, width] : [total, height, width, channels],
    );
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
