// What exported files must draw: latents of a run file and the images of its generator, and what its discriminator says of
// them, computed by the engine that trained it. Raw little-endian float32 beside a JSON of shapes and bounds.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeSnapshot } from '../../src/checkpoints/format';
import type { TrainedWeights } from '../../src/graph/graph';
import { inputShape, networkTotals } from '../../src/core/network';
import { datasets } from '../../src/datasets';
import { modelExporters } from '../../src/exporters/models';
import { losses } from '../../src/losses';
import { models } from '../../src/models';
import { engineOutput, startTestEngine } from '../../src/testing/exportEngine';
import { Classes } from '../../src/training/classes';
import { describeNetworks } from '../../src/training/stabilizers/specs';
import { fixedLatents } from '../../src/training/streams';

const IMAGES = 64;
const SHAPE = [28, 28, 1] as const;
const LABELS = 10;

/**
 * Writes `latents.f32`, `images.f32`, `scores.f32` and `reference.json` into `folder`.
 * @param runFile zip of a run on MNIST or other labelled images of 28 x 28
 */
export async function writeReference(runFile: string, folder: string): Promise<void> {
  const run = decodeSnapshot(Uint8Array.from(await readFile(runFile)), { datasets, models, losses });
  const model = models.find(({ id }) => id === run.config.model);
  if (!model) throw new RangeError(`${run.config.model} is no model of this project.`);
  const classes = Classes.of(model, run.config, LABELS);
  const specs = describeNetworks(model, SHAPE, run.config, classes?.count ?? 0, run.compression?.widths);
  const weightsOf = (prefix: string): TrainedWeights =>
    new Map(
      run.tensors.flatMap((t) => (t.name.startsWith(prefix) ? [[t.name.slice(prefix.length), t]] : [])),
    );
  const [inputs] = inputShape(specs.generator);
  const noise = fixedLatents(run.config.seed, IMAGES, classes?.latentSize(inputs) ?? inputs);
  const each = Uint8Array.from({ length: IMAGES }, (_, i) => i % (classes?.count ?? 1));
  const latents = classes?.inputRows(noise, each) ?? noise;

  await startTestEngine();
  const generator = weightsOf(run.config.emaDecay > 0 ? 'average/' : 'generator/');
  const images = engineOutput(specs.generator, generator, latents, IMAGES);
  const takesImages = networkTotals(specs.generator).output.join() === inputShape(specs.discriminator).join();
  const discriminator = weightsOf('discriminator/');
  const scores = takesImages ? engineOutput(specs.discriminator, discriminator, images, IMAGES) : null;

  await mkdir(folder, { recursive: true });
  const raw = (name: string, values: Float32Array) =>
    writeFile(join(folder, name), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  await raw('latents.f32', latents);
  await raw('images.f32', images);
  if (scores) await raw('scores.f32', scores);
  const bounds = Object.fromEntries(
    modelExporters.flatMap(({ id, variants }) => variants.map((v) => [`${id}-${v.id}`, v.meanBound])),
  );
  const facts = {
    images: IMAGES,
    input: inputShape(specs.generator),
    output: networkTotals(specs.generator).output,
  };
  await writeFile(join(folder, 'reference.json'), `${JSON.stringify({ ...facts, bounds }, null, 1)}\n`);
}
