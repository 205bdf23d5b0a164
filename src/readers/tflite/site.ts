// What an operator of a .tflite file is read with. Shared by the readers of single operators; knows none of them.
import type { GraphNode } from '../../graph/graph';
import { KioskModelError } from '../../core/kioskManifest';
import type { FlatTable } from './flatTable';
import type { FileTensor } from './file';

export const unsupported = (what: string): KioskModelError =>
  new KioskModelError(what, 'Choose a generator made of dense, convolution, resize and activation layers.');

/** What an operator is read with: its tensors, with constants that pass through DEQUANTIZE already widened. */
export interface Reader {
  readonly base: Pick<GraphNode, 'name' | 'from' | 'inputs' | 'output'>;
  /** Constant operand `index`. */
  constant(index: number): FileTensor & { readonly values: Float32Array };
  /** Numbers of the operator's bias, zeros where it has none. */
  bias(index: number, count: number): Float32Array;
  readonly options: FlatTable | null;
}
