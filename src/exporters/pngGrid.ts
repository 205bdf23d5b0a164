// All images side by side in one picture, row after row, as near to a square as their number allows.
import { defineImageExporter } from './define';
import { encodePng } from './formats/png';

const GAP = 2;
const BACKGROUND = 255;

export const pngGrid = defineImageExporter({
  id: 'png-grid',
  label: 'PNG grid',
  help: 'One picture with all images side by side, to look at, print or put into a report.',
  extension: '.png',
  mimeType: 'image/png',
  maxImages: 2500,
  open: ({ height, width, channels }, total) => {
    const columns = Math.ceil(Math.sqrt(total));
    const rows = Math.ceil(total / columns);
    const grid = {
      height: GAP + rows * (height + GAP),
      width: GAP + columns * (width + GAP),
      channels,
    };
    const pixels = new Uint8Array(grid.height * grid.width * channels).fill(BACKGROUND);
    const rowBytes = width * channels;
    let placed = 0;
    return {
      add: (batch) => {
        for (let i = 0; i < batch.count; i++, placed++) {
          const top = GAP + Math.floor(placed / columns) * (height + GAP);
          const left = GAP + (placed % columns) * (width + GAP);
          for (let y = 0; y < height; y++) {
            const from = (i * height + y) * rowBytes;
            pixels.set(
              batch.pixels.subarray(from, from + rowBytes),
              ((top + y) * grid.width + left) * channels,
            );
          }
        }
      },
      finish: () => ({ bytes: encodePng({ ...grid, pixels }) }),
    };
  },
});
