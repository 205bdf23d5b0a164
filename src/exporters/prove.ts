// Runs what was written and says how far it is from the trained network. A file that does not run, or that draws
// something else, is refused.
import { inputShape, outputShape } from '../graph/edges';
import type { LiteRt } from '@litertjs/core';
import { runFloatGraph } from '../graph/floatReference';
import { volume, type ExportGraph } from '../graph/graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../graph/integerReference';
import { AbortedError, GanvasError } from '../core/errors';
import type { ExportProof } from '../protocol';
import type { Proof } from './defineModel';
import { runLayersModel } from './runtimes/layersModel';
import { openInt8LiteModel, openLiteModel } from './runtimes/liteRt';

/** The written file draws something else than the trained network. */
export class ExportDiffersError extends GanvasError {}

/** The generator of a written page, opened from the page's text. */
export interface OpenedPage {
  /** @returns [rows * image] */
  draw(inputs: Float32Array, rows: number): Float32Array;
  dispose(): void;
}

export interface ProofJob {
  readonly graph: ExportGraph;
  /** [rows * latent] */
  readonly latents: Float32Array;
  readonly rows: number;
  /** What the trained network draws, [rows * image]. */
  readonly expected: Float32Array;
  /** Loads the .tflite runtime. */
  readonly liteRt: () => Promise<LiteRt>;
  /** Reads a page back, and opens what it draws with. */
  readonly openPage: (html: string) => Promise<OpenedPage>;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

/** Plain loops take tenths of a second per image of a large model: fewer images say enough. */
const REFERENCE_ROWS = 4;
const BUSY_MS = 40;
/** LiteRT has no quick kernels for 4 bits: where it takes this long, the images so far say enough. */
const LONG_MS = 1000;

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Rows {
  readonly drawn: Float32Array;
  /** Of one example, on average. */
  readonly milliseconds: number;
}

/** One example after the other, giving way to other work in between. */
async function eachRow(
  job: ProofJob,
  rows: number,
  run: (latent: Float32Array) => Promise<Float32Array> | Float32Array,
): Promise<Rows> {
  const [inputs, outputs] = [volume(inputShape(job.graph)), volume(outputShape(job.graph))];
  const drawn = new Float32Array(rows * outputs);
  let done = 0;
  let restedAt = performance.now();
  let busyMs = 0;
  for (let row = 0; row < rows; row++) {
    if (row >= REFERENCE_ROWS && busyMs > LONG_MS) break;
    if (job.signal.aborted) throw new AbortedError('The export');
    const startedMs = performance.now();
    drawn.set(await run(job.latents.slice(row * inputs, (row + 1) * inputs)), row * outputs);
    busyMs += performance.now() - startedMs;
    done = row + 1;
    job.progress(done / rows);
    if (performance.now() - restedAt > BUSY_MS) {
      await nextTask();
      restedAt = performance.now();
    }
  }
  return { drawn: drawn.subarray(0, done * outputs), milliseconds: busyMs / done };
}

async function runTflite(job: ProofJob, { bytes, int8 }: Proof & { runtime: 'tflite' }): Promise<Rows> {
  const runtime = await job.liteRt();
  if (!int8) {
    const model = await openLiteModel(runtime, bytes);
    try {
      return await eachRow(job, job.rows, (latent) => model.run(latent));
    } finally {
      model.dispose();
    }
  }
  const model = await openInt8LiteModel(runtime, bytes, volume(outputShape(job.graph)));
  try {
    return await eachRow(job, job.rows, async (latent) =>
      dequantizeValues(await model.run(quantizeValues(latent, int8.input)), int8.output),
    );
  } finally {
    model.dispose();
  }
}

interface Drawing {
  readonly drawn: Float32Array;
  readonly runtime: string;
  readonly independent: boolean;
  readonly millisecondsPerImage: number | null;
}

async function drawWith(job: ProofJob, proof: Proof): Promise<Drawing> {
  const few = Math.min(job.rows, REFERENCE_ROWS);
  const own = { independent: false, millisecondsPerImage: null };
  switch (proof.runtime) {
    case 'tflite': {
      const { drawn, milliseconds } = await runTflite(job, proof);
      const runtime = 'LiteRT, Google’s runtime for .tflite files';
      return { drawn, runtime, independent: true, millisecondsPerImage: milliseconds };
    }
    case 'webPage': {
      const page = await job.openPage(proof.html);
      try {
        const { drawn, milliseconds } = await eachRow(job, job.rows, (latent) => page.draw(latent, 1));
        const runtime = 'the page’s own runtime, from the model that the page holds';
        return { drawn, runtime, independent: false, millisecondsPerImage: milliseconds };
      } finally {
        page.dispose();
      }
    }
    case 'tfjs': {
      const drawn = await runLayersModel(proof.files, job.latents, job.rows, inputShape(job.graph));
      const runtime = 'tf.loadLayersModel of TensorFlow.js';
      return { drawn, runtime, independent: true, millisecondsPerImage: null };
    }
    case 'integerReference': {
      const { int8 } = proof;
      const { drawn } = await eachRow(job, few, (latent) =>
        dequantizeValues(runInt8Graph(int8, quantizeValues(latent, int8.input), 1), int8.output),
      );
      return {
        drawn,
        runtime: 'the integer reference of Ganvas, which the files’ arithmetic follows',
        ...own,
      };
    }
    case 'floatReference': {
      const { drawn } = await eachRow(job, few, (latent) => runFloatGraph(proof.graph, latent, 1));
      return {
        drawn,
        runtime: 'the float reference of Ganvas, from the weights that the files hold',
        ...own,
      };
    }
  }
}

/**
 * Runs the written files and compares.
 * @returns the figures and what was drawn, [proof.images * image]
 * @throws ExportDiffersError when the mean difference passes the bound; LiteRtError, LayersModelError when they do not run
 */
export async function prove(
  job: ProofJob,
  written: Proof,
  meanBound: number,
): Promise<{ readonly proof: ExportProof; readonly drawn: Float32Array }> {
  const { drawn, ...how } = await drawWith(job, written);
  let max = 0;
  let sum = 0;
  for (let i = 0; i < drawn.length; i++) {
    const difference = Math.abs(drawn[i] - job.expected[i]);
    if (!(difference <= max)) max = difference; // also keeps what is not a number
    sum += difference;
  }
  const mean = sum / drawn.length;
  const proof: ExportProof = {
    ...how,
    images: drawn.length / volume(outputShape(job.graph)),
    maxDifference: max,
    meanDifference: mean,
    meanBound,
  };
  if (mean <= meanBound) return { proof, drawn };
  throw new ExportDiffersError(
    `What the file draws differs from the trained network by ${mean.toPrecision(3)} on average (largest` +
      ` ${max.toPrecision(3)}, of values from -1 to 1); this format allows ${meanBound}.`,
    'Train longer, try the other calibration, or choose a format with more bits.',
  );
}
