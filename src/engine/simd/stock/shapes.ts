// Index arithmetic that the kernels share: strides, merged dimensions, broadcasting, reduction axes.
// Pure numbers, no memory.
import { backend_util, util } from '@tensorflow/tfjs-core';

/** Number of elements. */
export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, extent) => product * extent, 1);

/** Row-major strides in elements. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1);
  for (let d = shape.length - 2; d >= 0; d--) strides[d] = (strides[d + 1] ?? 1) * (shape[d + 1] ?? 1);
  return strides;
}

/** One dimension of a strided loop over two arrays: extent and how far each index moves. */
export interface Dimension {
  readonly size: number;
  readonly a: number;
  readonly b: number;
}

/** Drops dimensions of one element and joins neighbours that both arrays walk without a gap. At least one is left. */
export function mergeDimensions(dimensions: readonly Dimension[]): Dimension[] {
  const merged: Dimension[] = [];
  for (const next of dimensions) {
    if (next.size === 1) continue;
    const last = merged.at(-1);
    if (last && last.a === next.a * next.size && last.b === next.b * next.size) {
      merged[merged.length - 1] = { ...next, size: last.size * next.size };
    } else merged.push(next);
  }
  return merged.length > 0 ? merged : [{ size: 1, a: 1, b: 1 }];
}

/** The description that kernels read: shape, then strides of a, then strides of b. */
export const describe = (dimensions: readonly Dimension[]): number[] => [
  ...dimensions.map((one) => one.size),
  ...dimensions.map((one) => one.a),
  ...dimensions.map((one) => one.b),
];

export interface Broadcast {
  /** Shape of the result. */
  readonly shape: number[];
  /** Merged loop over a and b, in the order of the result. */
  readonly dimensions: Dimension[];
}

/** How two shapes meet. @throws when they do not broadcast (tfjs' own message) */
export function broadcast(a: readonly number[], b: readonly number[]): Broadcast {
  const same = a.length === b.length && a.every((extent, d) => extent === b[d]);
  if (same) return { shape: [...a], dimensions: [{ size: sizeOf(a), a: 1, b: 1 }] };
  const shape = backend_util.assertAndGetBroadcastShape([...a], [...b]);
  const aligned = (from: readonly number[]) => {
    const strides = stridesOf(from);
    const skip = shape.length - from.length;
    return shape.map((_, d) =>
      from[d - skip] === undefined || from[d - skip] === 1 ? 0 : (strides[d - skip] ?? 0),
    );
  };
  const strideA = aligned(a);
  const strideB = aligned(b);
  const dimensions = shape.map((size, d) => ({ size, a: strideA[d] ?? 0, b: strideB[d] ?? 0 }));
  return { shape, dimensions: mergeDimensions(dimensions) };
}

export interface Reduction {
  /** Shape of the result. */
  readonly shape: number[];
  /** The input seen as [outer, reduced, inner] after `order`. */
  readonly outer: number;
  readonly reduced: number;
  readonly inner: number;
  /** Dimensions to transpose the input into first; null when it already has that form. */
  readonly order: number[] | null;
}

/** How to reduce a shape over axes (negative ones count from the end; none given means all). */
export function reduction(shape: readonly number[], axis: readonly number[], keepDims: boolean): Reduction {
  const axes = new Set(util.parseAxisParam([...axis], [...shape]));
  const result = shape.flatMap((extent, d) => (axes.has(d) ? (keepDims ? [1] : []) : [extent]));
  // runs of neighbouring reduced or kept dimensions, ignoring those of one element
  const kinds: boolean[] = [];
  shape.forEach((extent, d) => {
    if (extent !== 1 && kinds.at(-1) !== axes.has(d)) kinds.push(axes.has(d));
  });
  const reduced = sizeOf(shape.filter((_, d) => axes.has(d)));
  const kept = sizeOf(result);
  if (kinds.filter(Boolean).length <= 1) {
    const first = shape.findIndex((extent, d) => extent !== 1 && axes.has(d));
    const outer = first < 0 ? kept : sizeOf(shape.slice(0, first).filter((_, d) => !axes.has(d)));
    const inner = outer === 0 ? 0 : kept / outer;
    return { shape: result, outer, reduced, inner, order: null };
  }
  const indices = shape.map((_, d) => d);
  const order = [...indices.filter((d) => !axes.has(d)), ...indices.filter((d) => axes.has(d))];
  return { shape: result, outer: kept, reduced, inner: 1, order };
}
