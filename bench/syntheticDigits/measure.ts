// Prints how well a classifier trained on synthetic digits alone reads real MNIST digits, and how fast the digits
// are drawn. Draws into a temporary folder; the training is train.py's. Usage: README.md beside this file.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawSyntheticDigits } from '../../src/datasets/syntheticDigits/drawSyntheticDigits';

const IDX_UNSIGNED_BYTE = 8;
const WARM_UP = 2000;

/** An IDX file of bytes, the format of MNIST. */
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

function draw(folder: string, seed: number, count: number): void {
  drawSyntheticDigits(seed, count, WARM_UP);
  const start = process.cpuUsage();
  const { images, labels } = drawSyntheticDigits(seed, 0, count);
  const { user, system } = process.cpuUsage(start);
  writeFileSync(join(folder, 'images-idx3-ubyte'), idx([count, 28, 28], images));
  writeFileSync(join(folder, 'labels-idx1-ubyte'), idx([count], labels));
  console.log(`drew ${count} digits, ${Math.round((1e6 * count) / (user + system))} per second of one core`);
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '30000' },
    epochs: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    split: { type: 'string', default: 't10k' },
    sheet: { type: 'string' },
  },
});
const python = process.env.PYTHON ?? 'python3';
const folder = mkdtempSync(join(tmpdir(), 'synthetic-digits-'));

function runPython(script: string, args: readonly string[]): void {
  const { status, error } = spawnSync(python, [join(import.meta.dirname, script), folder, ...args], {
    stdio: 'inherit',
  });
  if (error) console.error(`${python} did not start: ${error.message}. Set PYTHON to a Python with torch.`);
  if (status !== 0) process.exitCode = 1;
}

try {
  draw(folder, Number(values.seed), Number(values.count));
  if (values.sheet) runPython('sheet.py', [values.sheet]);
  else runPython('train.py', ['--epochs', values.epochs, '--split', values.split, '--seed', values.seed]);
} finally {
  rmSync(folder, { recursive: true });
}
