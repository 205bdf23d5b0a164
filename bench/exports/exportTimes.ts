// Seconds that each export of dcgan-an12954 takes, writing and proof, after its runtime is loaded: in Node, on the CPU
// engine with one thread. Started by measure.ts.
import type { LiteRt } from '@litertjs/core';
import { buildGraph } from '../../src/graph/buildGraph';
import { calibrate } from '../../src/graph/calibration';
import { engineRunner } from '../../src/graph/engineRunner';
import { quantizeGraph } from '../../src/graph/int8Graph';
import { modelExporters } from '../../src/exporters/models';
import { prove } from '../../src/exporters/prove';
import { openWebPage } from '../../src/player/openWebPage';
import { engineOutput, startTestEngine } from '../../src/testing/exportEngine';
import {
  AN12954_DISCRIMINATOR,
  AN12954_GENERATOR,
  seededInputs,
  seededWeights,
} from '../../src/testing/exportModels';
import { loadTestLiteRt } from '../../src/testing/liteRt';

const ROWS = 64;
const spec = AN12954_GENERATOR;
const weights = seededWeights(spec, 3);
const latents = seededInputs(spec, ROWS);
const calibrating = seededInputs(spec, ROWS, 12);
const discriminator = { spec: AN12954_DISCRIMINATOR, weights: seededWeights(AN12954_DISCRIMINATOR, 4) };

/** One export from weights to proof, in seconds. */
async function take(
  exporter: (typeof modelExporters)[number],
  variant: string,
  { liteRt, expected }: { readonly liteRt: LiteRt; readonly expected: Float32Array },
): Promise<readonly [number, number, number]> {
  const start = performance.now();
  const graph = buildGraph(spec, weights);
  const written = await exporter.write(
    {
      name: 'an12954',
      generator: { spec, weights },
      discriminator,
      graph,
      int8: async (bits) =>
        quantizeGraph(graph, await calibrate(graph, calibrating, ROWS, 'min-max', engineRunner), bits),
    },
    variant,
  );
  const wrote = performance.now();
  const job = {
    graph,
    latents,
    rows: ROWS,
    expected,
    liteRt: () => Promise.resolve(liteRt),
    openPage: openWebPage,
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const { proof } = await prove(job, written.proof, Infinity);
  return [(wrote - start) / 1000, (performance.now() - wrote) / 1000, proof.images];
}

/** Prints a line for each format and variant. */
export async function measureExports(): Promise<void> {
  await startTestEngine();
  const tools = { liteRt: await loadTestLiteRt(), expected: engineOutput(spec, weights, latents, ROWS) };
  console.log('format, variant: seconds to write + seconds to prove, images compared');
  for (const exporter of modelExporters) {
    for (const { id } of exporter.variants) {
      await take(exporter, id, tools); // loads what is loaded lazily
      const [write, proof, images] = await take(exporter, id, tools);
      console.log(`${exporter.id}, ${id}: ${write.toFixed(2)} + ${proof.toFixed(2)}, ${images}`);
    }
  }
}
