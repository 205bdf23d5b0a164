// Writes synthetic digits as two IDX files (the format of MNIST) and says how fast they were drawn.
// Usage: npx tsx bench/syntheticDigits/dump.ts <folder> <count> [seed]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawSyntheticDigits } from '../../src/datasets/syntheticDigits/drawSyntheticDigits';

const IDX_UNSIGNED_BYTE = 8;

function idx(dims: readonly number[], data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * dims.length + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(2, IDX_UNSIGNED_BYTE);
  view.setUint8(3, dims.length);
  dims.forEach((size, i) => {
    view.setUint32(4 + 4 * i, size);
  });
  bytes.set(data, 4 + 4 * dims.length);
  return bytes;
}

const [folder, countText, seedText = '1'] = process.argv.slice(2);
const count = Number(countText);
if (!folder || !Number.isInteger(count)) {
  console.error('Usage: npx tsx bench/syntheticDigits/dump.ts <folder> <count> [seed]');
  process.exit(2);
}
const start = process.cpuUsage();
const { images, labels } = drawSyntheticDigits(Number(seedText), 0, count);
const { user, system } = process.cpuUsage(start);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'images-idx3-ubyte'), idx([count, 28, 28], images));
writeFileSync(join(folder, 'labels-idx1-ubyte'), idx([count], labels));
const perSecond = Math.round(count / ((user + system) / 1e6));
console.log(`Drew ${count} digits, ${perSecond} per second of processor time.`);
