// Which input indices an output index mixes along one axis: the conventions of TensorFlow's resize operations, and
// mirrored borders. Pure numbers, shared by the operations and the kernels of every backend.

/** Output index o is (1 - weight[o]) times input low[o] plus weight[o] times input high[o]. */
export interface ResampleAxis {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly weight: readonly number[];
}

/** The axis of a resize from `inSize` to `outSize`. */
export function resizeAxis(
  inSize: number,
  outSize: number,
  kind: 'nearest' | 'bilinear',
  alignCorners: boolean,
  halfPixelCenters: boolean,
): ResampleAxis {
  const corners = alignCorners && outSize > 1 ? 1 : 0;
  const ratio = (inSize - corners) / (outSize - corners);
  const low: number[] = [];
  const high: number[] = [];
  const weight: number[] = [];
  for (let o = 0; o < outSize; o++) {
    if (kind === 'nearest') {
      const at = halfPixelCenters ? ratio * (o + 0.5) : ratio * o;
      const index = Math.max(0, Math.min(inSize - 1, alignCorners ? Math.round(at) : Math.floor(at)));
      low.push(index);
      high.push(index);
      weight.push(0);
    } else {
      const at = halfPixelCenters ? ratio * (o + 0.5) - 0.5 : ratio * o;
      const first = Math.max(0, Math.floor(at));
      low.push(first);
      high.push(Math.max(0, Math.min(inSize - 1, Math.ceil(at))));
      weight.push(Math.max(0, at - first));
    }
  }
  return { low, high, weight };
}

/** How an axis of `GanvasResample` is made: a bilinear resize with half-pixel centres, whole factors, mirrored borders. */
export const SAMPLINGS = ['bilinear', 'nearest', 'reflect'] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/** @param before rows or columns mirrored in front of the first; `reflect` only */
export function samplingAxis(
  sampling: Sampling,
  inSize: number,
  outSize: number,
  before: number,
): ResampleAxis {
  if (sampling !== 'reflect') return resizeAxis(inSize, outSize, sampling, false, true);
  const low = Array.from({ length: outSize }, (_, o) => {
    const at = Math.abs(o - before);
    return at < inSize ? at : 2 * (inSize - 1) - at;
  });
  return { low, high: low, weight: low.map(() => 0) };
}

/** The same as a matrix [outSize, inSize], row-major: output = matrix times input. */
export function axisMatrix({ low, high, weight }: ResampleAxis, inSize: number): Float32Array {
  const matrix = new Float32Array(low.length * inSize);
  low.forEach((first, o) => {
    matrix[o * inSize + first] += 1 - weight[o];
    matrix[o * inSize + high[o]] += weight[o];
  });
  return matrix;
}
