// The file format of MNIST, gzipped: a short header and the bytes of all images. Labels are a file of their own there
// and are not written, since generated images have none. Compressed by the browser, as the images come. Format: http://yann.lecun.com/exdb/mnist
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
    const gzip = new CompressionStream('gzip');
    const file = new Response(gzip.readable).arrayBuffer();
    const writer = gzip.writable.getWriter();
    const begun = writer.write(new Uint8Array(header.buffer));
    return {
      async add({ pixels }) {
        await begun;
        // A copy with a buffer of its own: the stream reads it when it gets to it.
        await writer.write(Uint8Array.from(pixels));
      },
      async finish() {
        await writer.close();
        return { bytes: new Uint8Array(await file), extension: `.idx${sides.length}-ubyte.gz` };
      },
    };
  },
});
