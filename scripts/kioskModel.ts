// Makes the kiosk's built-in generator out of a run file: the averaged weights, folded, as a .tflite with 8-bit weights,
// and what the page must know of it. Checked by reading it back before it is written.
import { inputShape } from '../src/core/network';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeSnapshot } from '../src/checkpoints/format';
import { buildGraph } from '../src/graph/buildGraph';
import { runFloatGraph } from '../src/graph/floatReference';
import { readKioskManifest } from '../src/core/kioskManifest';
import { normalArray } from '../src/core/random';
import { datasets } from '../src/datasets';
import { sha256Hex } from '../src/datasets/sha256';
import { writeTflite } from '../src/exporters/formats/tflite';
import { floatTfliteModel } from '../src/exporters/tflite/floatModel';
import { readTfliteModel } from '../src/readers/tflite/model';
import { losses } from '../src/losses';
import { models } from '../src/models';

const FOLDER = 'src/kiosk/model';
const CLASSES = 10;
const SHAPE = [28, 28, 1] as const;
const CHECKED_IMAGES = 20;
const MOST_DIFFERENCE = 0.05;

/** @param runFile zip of a finished conditional run on digits, as `npm run headless` writes it */
export async function makeKioskModel(root: string, runFile: string): Promise<void> {
  const run = decodeSnapshot(Uint8Array.from(await readFile(runFile)), { datasets, models, losses });
  const model = models.find(({ id }) => id === run.config.model);
  if (!model?.classes) throw new RangeError(`${run.config.model} does not draw by class.`);
  const spec = model.buildGenerator(SHAPE, run.config.modelParams, CLASSES);
  const prefix = 'average/';
  const weights = run.tensors.flatMap((t) =>
    t.name.startsWith(prefix) ? [[t.name.slice(prefix.length), t] as const] : [],
  );
  const graph = buildGraph(spec, new Map(weights));
  const bytes = writeTflite(floatTfliteModel(graph, 'int8', { input: 'latent', output: 'image' }));

  const latent = inputShape(spec)[0] - CLASSES;
  const rows = new Float32Array(CHECKED_IMAGES * inputShape(spec)[0]);
  for (let i = 0; i < CHECKED_IMAGES; i++) {
    rows.set(normalArray(latent, 1, i), i * inputShape(spec)[0]);
    rows[i * inputShape(spec)[0] + latent + (i % CLASSES)] = 1;
  }
  const trained = runFloatGraph(graph, rows, CHECKED_IMAGES);
  const stored = runFloatGraph(readTfliteModel(bytes).graph, rows, CHECKED_IMAGES);
  const difference = trained.reduce((sum, v, i) => sum + Math.abs(v - stored[i]), 0) / trained.length;
  if (!(difference <= MOST_DIFFERENCE))
    throw new RangeError(`The file draws something else (${difference}).`);

  const manifest = readKioskManifest({
    version: 1,
    name: 'Digits, drawn by class',
    file: 'digits.tflite',
    format: 'tflite',
    bytes: bytes.length,
    sha256: await sha256Hex(bytes),
    latent,
    classes: CLASSES,
    image: SHAPE,
    range: [-1, 1],
  });
  await mkdir(join(root, FOLDER), { recursive: true });
  await writeFile(join(root, FOLDER, manifest.file), bytes);
  await writeFile(join(root, FOLDER, 'digits.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(
    `${bytes.length} bytes in ${FOLDER}; mean difference to the trained network ${difference.toFixed(4)}`,
  );
}
