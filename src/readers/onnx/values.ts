// What a name stands for while an .onnx graph is walked: a constant, or a value of the network with the order in which the
// file has its axes. Here every image is channels last; the file sees it channels first until it turns it round itself.
import { volume } from '../../graph/graph';
import type { Shape } from '../../core/network';
import type { OnnxTensor } from './tensor';

/**
 * How the file sees a value. `rows`: numbers in a row, as here. `first`: an image, channels first. `last`: an image as here.
 * `turned`: numbers in a row that were an image channels first; here they lie as that image does.
 */
export type Layout = 'rows' | 'first' | 'last' | 'turned';

export interface Flow {
  readonly kind: 'flow';
  /** Of the graph's value. */
  readonly name: string;
  /** Here, without the batch; that of `turned` is the image's [height, width, channels]. */
  readonly shape: Shape;
  readonly layout: Layout;
}

export interface Held {
  readonly kind: 'held';
  readonly tensor: OnnxTensor;
}

export type Value = Flow | Held;

/** What stands for the batch in the sizes that a file works out. */
export const BATCH = -1;

/** The shape that the file sees, without the batch. */
export function fileShape({ layout, shape }: Flow): Shape {
  if (layout === 'turned') return [volume(shape)];
  if (layout !== 'first') return shape;
  const [height, width, channels] = shape;
  return [channels, height, width];
}

/** An axis that the file names, the batch counted, as one of this project's shape; null for the batch and for none. */
export function ownAxis({ layout, shape }: Flow, axis: number): number | null {
  const rank = (layout === 'turned' ? 1 : shape.length) + 1;
  const at = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(at) || at < 1 || at >= rank) return null;
  return layout === 'first' ? [2, 0, 1][at - 1] : at - 1;
}

/** Which axis of the shape counts channels, as the file has it with the batch: the one that weights go by. */
export const channelsOf = ({ shape }: Flow): number => shape[shape.length - 1];
