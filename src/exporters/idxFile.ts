// The file format of MNIST, gzipped: a short header and the bytes of all images. Labels are a file of their own there
// and are not written, since generated images have none. Format: http://yann.lecun.com/exdb/mnist
import { Gzip } from 'fflate';
import { createByteList } from './byteList';
import { defineImageExporter } from './define';

const UNSIGNED_BYTES = 0x08;

export const idxFile = defineImageExporter({
  id: 'idx',
  label: 'IDX (as MNIST)',
  help: 'The format of MNIST, gzipped: programs that train on MNIST read it in place of the original file.',
  extension: '.idx3-ubyte.gz',
  mimeType: 'application/gzip',
  maxImages: 1_000_000,
  open: ({ height, width, channels }, total) => {
    const sides = channels === 1 ? [total, height, width] : [total, height, width, channels];
    const header = new DataView(new ArrayBuffer(4 + 4 * sides.length));
    header.setUint8(2, UNSIGNED_BYTES);
    header.setUint8(3, sides.length);
    for (const [i, side] of sides.entries()) header.setUint32(4 + 4 * i, side);
    const bytes = createByteList();
    const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => bytes.push(chunk));
    gzip.push(new Uint8Array(header.buffer));
    return {
      add: (batch) => gzip.push(batch.pixels),
      finish: () => {
        gzip.push(new Uint8Array(), true);
        return { bytes: bytes.concat(), extension: `.idx${sides.length}-ubyte.gz` };
      },
    };
  },
});
