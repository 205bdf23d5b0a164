// Every image as a PNG file of its own, numbered from 0, together in a zip.
import { Zip, ZipPassThrough } from 'fflate';
import { createByteList } from './byteList';
import { defineImageExporter } from './define';
import { encodePng } from './formats/png';

/** A zip without extensions counts its files with 16 bits, and 65,535 means "see the extension". */
const MAX_FILES = 65_534;
const FIXED_TIME = new Date(1980, 0, 1); // equal images give an equal file

export const pngZip = defineImageExporter({
  id: 'png-zip',
  label: 'PNG files in a zip',
  help: 'One PNG file per image, for tools that read folders of images.',
  extension: '.zip',
  mimeType: 'application/zip',
  maxImages: MAX_FILES,
  open: ({ height, width, channels }, total) => {
    const bytes = createByteList();
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      bytes.push(chunk);
    });
    const digits = Math.max(4, String(total - 1).length);
    const imageBytes = height * width * channels;
    let written = 0;
    return {
      add: (batch) => {
        for (let i = 0; i < batch.count; i++, written++) {
          const entry = new ZipPassThrough(`${String(written).padStart(digits, '0')}.png`);
          entry.mtime = FIXED_TIME;
          zip.add(entry);
          const pixels = batch.pixels.subarray(i * imageBytes, (i + 1) * imageBytes);
          entry.push(encodePng({ height, width, channels, pixels }), true);
        }
      },
      finish: () => {
        zip.end();
        return { bytes: bytes.concat() };
      },
    };
  },
});
