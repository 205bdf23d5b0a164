// The .tflite bytes of a graph in any of the precisions that are compared.
import type { Calibration } from '../../graph/calibration';
import type { ExportGraph } from '../../graph/graph';
import { quantizeGraph } from '../../graph/int8Graph';
import type { VariantId } from '../../protocol';
import { writeTflite } from '../formats/tflite';
import { floatTfliteModel } from './floatModel';
import { int8TfliteModel } from './int8Model';

const PORTS = { input: 'latent', output: 'image' };

export interface VariantFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same with float input and output where that is another file: it can be run by a page. */
  readonly callable: Uint8Array<ArrayBuffer>;
}

function integers(graph: ExportGraph, calibration: Calibration, bits: 8 | 4): VariantFile {
  const q = quantizeGraph(graph, calibration, bits);
  return {
    bytes: writeTflite(int8TfliteModel(q, 'int8', PORTS)),
    callable: writeTflite(int8TfliteModel(q, 'float32', PORTS)),
  };
}

/**
 * @param calibration ranges of activations, asked for where all arithmetic is integer
 * @throws UnsupportedModelError naming a layer that the format cannot hold
 */
export async function variantFile(
  graph: ExportGraph,
  variant: VariantId,
  calibration: () => Promise<Calibration> | Calibration,
): Promise<VariantFile> {
  const float = (weights: 'float32' | 'float16' | 'int8' | 'int4'): VariantFile => {
    const bytes = writeTflite(floatTfliteModel(graph, weights, PORTS));
    return { bytes, callable: bytes };
  };
  switch (variant) {
    case 'float32':
      return float('float32');
    case 'float16':
      return float('float16');
    case 'int8-weights':
      return float('int8');
    case 'int4-weights':
      return float('int4');
    case 'int8':
      return integers(graph, await calibration(), 8);
    case 'int8-int4':
      return integers(graph, await calibration(), 4);
  }
}
