// Passing lists of numbers to a kernel, and the strided copy that most data movement is made of.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { ARGS_BYTES } from '../layout';
import { KernelArgumentError } from './define';
import { describe, mergeDimensions, stridesOf, type Dimension } from './shapes';

/** The first bytes of the argument block belong to the kernels themselves. */
const RESERVED_BYTES = 256;

/** Writes int32 values (or addresses) where the next kernel call finds them; returns the address. */
export function writeDescription(backend: SimdBackend, values: readonly number[]): number {
  const { args } = backend.module;
  if (values.length * 4 > ARGS_BYTES - RESERVED_BYTES) {
    throw new KernelArgumentError('a shorter list of arguments', `${values.length} numbers`);
  }
  backend.module.tableI32(args + RESERVED_BYTES, values.length).set(values);
  return args + RESERVED_BYTES;
}

/**
 * Copies elements of two tensors of the same type along strides: `a` of a dimension moves in the source,
 * `b` in the target, both in elements; offsets likewise.
 */
export function copyStrided(
  backend: SimdBackend,
  source: TensorInfo,
  sourceOffset: number,
  target: TensorInfo,
  targetOffset: number,
  dimensions: readonly Dimension[],
): void {
  if (dimensions.some((one) => one.size === 0)) return;
  const width = source.dtype === 'bool' ? 1 : 4;
  const from = backend.pointer(source) + sourceOffset * width;
  const to = backend.pointer(target) + targetOffset * width;
  const merged = mergeDimensions(dimensions);
  const plane = width === 4 ? asPlanes(merged) : null;
  if (plane) {
    backend.module.run('transposePlanes', from, to, plane.length, writeDescription(backend, describe(plane)));
  } else {
    const description = writeDescription(backend, describe(merged));
    backend.module.run('copyStrided', width, from, to, merged.length, description);
  }
}

/** The dimensions with the source's contiguous one moved before the target's, if they differ and both are long. */
function asPlanes(dimensions: readonly Dimension[]): Dimension[] | null {
  const l = dimensions.length - 1;
  const last = dimensions[l];
  const p = dimensions.findIndex((one) => one.a === 1);
  const along = dimensions[p];
  if (!last || !along || p === l || last.b !== 1 || last.a < 1 || dimensions.some((one) => one.a < 0))
    return null;
  return [...dimensions.filter((_, d) => d !== p && d !== l), along, last];
}

/** A box of elements: where it begins in a tensor of some shape and how far a step goes per dimension. */
export interface Box {
  readonly info: TensorInfo;
  /** Shape under which to see the tensor; its own by default. */
  readonly shape?: readonly number[];
  /** First index per dimension; zeros by default. */
  readonly begin?: readonly number[];
  /** Index step per dimension, possibly 0 or negative; ones by default. */
  readonly step?: readonly number[];
}

/** Copies `size` elements per dimension from one box to another. */
export function copyBox(backend: SimdBackend, size: readonly number[], source: Box, target: Box): void {
  const locate = ({ info, shape = info.shape, begin, step }: Box) => {
    const strides = stridesOf(shape);
    return {
      offset: strides.reduce((sum, stride, d) => sum + stride * (begin?.[d] ?? 0), 0),
      strides: strides.map((stride, d) => stride * (step?.[d] ?? 1)),
    };
  };
  const from = locate(source);
  const to = locate(target);
  const dimensions = size.map((extent, d) => ({
    size: extent,
    a: from.strides[d] ?? 0,
    b: to.strides[d] ?? 0,
  }));
  copyStrided(backend, source.info, from.offset, target.info, to.offset, dimensions);
}
