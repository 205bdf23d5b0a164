// What a generator in one precision weighs as a .tflite file, and how long a picture takes. Proves nothing: that is done when
// a file is written.
import { gzipSync } from 'fflate';
import type { Calibration } from '../graph/calibration';
import { inputShape } from '../graph/edges';
import { volume, type ExportGraph } from '../graph/graph';
import { loadLiteRuntime, openLiteModel } from '../exporters/runtimes/liteRt';
import { variantFile } from '../exporters/tflite/variantFile';
import type { VariantId } from '../protocol';

const TIMED_IMAGES = 12;
const WARM_UP_IMAGES = 3;

export interface Weighed {
  readonly sizeBytes: number;
  readonly gzipBytes: number;
  /** Null where the runtime or the file does not run here. */
  readonly millisecondsPerImage: number | null;
}

/** Median milliseconds of one image by LiteRT. */
async function timeFile(bytes: Uint8Array, graph: ExportGraph, inputs: Float32Array): Promise<number | null> {
  try {
    const { bootLiteRtInPage } = await import('../exporters/runtimes/liteRtPage');
    const model = await openLiteModel(await loadLiteRuntime(bootLiteRtInPage), bytes);
    const size = volume(inputShape(graph));
    const rows = inputs.length / size;
    const times: number[] = [];
    try {
      for (let i = 0; i < WARM_UP_IMAGES + TIMED_IMAGES; i++) {
        const row = i % rows;
        const began = performance.now();
        await model.run(inputs.slice(row * size, (row + 1) * size));
        if (i >= WARM_UP_IMAGES) times.push(performance.now() - began);
      }
    } finally {
      model.dispose();
    }
    return times.sort((a, b) => a - b)[TIMED_IMAGES >> 1];
  } catch {
    return null; // the figure is left out of the table; a file is proved when it is written
  }
}

/**
 * @param calibration ranges of activations, where all arithmetic is integer
 * @param inputs of some images, [rows * input]
 * @throws UnsupportedModelError naming a layer that the format cannot hold
 */
export async function weighVariant(
  graph: ExportGraph,
  variant: VariantId,
  calibration: Calibration | null,
  inputs: Float32Array,
): Promise<Weighed> {
  const file = await variantFile(graph, variant, () => {
    if (calibration) return calibration;
    throw new TypeError(`${variant} needs ranges`);
  });
  return {
    sizeBytes: file.bytes.length,
    gzipBytes: gzipSync(file.bytes, { level: 6, mtime: 0 }).length,
    millisecondsPerImage: await timeFile(file.callable, graph, inputs),
  };
}
