// Makes pictures smaller by averaging: each new pixel is the mean of the area that it covers, parts of pixels
// counted as parts. Browsers differ in how a canvas shrinks pictures and let the border bleed in; this does neither.

interface Span {
  readonly first: number;
  /** How much each pixel from `first` on counts; they sum to 1. */
  readonly weights: readonly number[];
}

function spansOf(from: number, to: number): readonly Span[] {
  const ratio = from / to;
  return Array.from({ length: to }, (_, i) => {
    const start = i * ratio;
    const end = Math.min(from, start + ratio);
    const first = Math.floor(start);
    const weights: number[] = [];
    for (let at = first; at < end; at++) {
      weights.push((Math.min(at + 1, end) - Math.max(at, start)) / ratio);
    }
    return { first, weights };
  });
}

/** Sides of a picture. */
interface Sides {
  readonly width: number;
  readonly height: number;
}

/**
 * Averages an opaque picture down.
 * @param rgba `from.height * from.width * 4` bytes
 * @param to sides of the result, at most those of `from`
 * @returns `to.height * to.width * 3` values 0..255, red, green, blue, not rounded
 */
export function boxResize(rgba: Uint8ClampedArray, from: Sides, to: Sides): Float32Array {
  const across = spansOf(from.width, to.width);
  const narrow = new Float32Array(from.height * to.width * 3);
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < to.width; x++) {
      const { first, weights } = across[x];
      const out = (y * to.width + x) * 3;
      for (let k = 0; k < weights.length; k++) {
        const at = (y * from.width + first + k) * 4;
        narrow[out] += rgba[at] * weights[k];
        narrow[out + 1] += rgba[at + 1] * weights[k];
        narrow[out + 2] += rgba[at + 2] * weights[k];
      }
    }
  }
  const down = spansOf(from.height, to.height);
  const row = to.width * 3;
  const small = new Float32Array(to.height * row);
  for (let y = 0; y < to.height; y++) {
    const { first, weights } = down[y];
    for (let k = 0; k < weights.length; k++) {
      const at = (first + k) * row;
      for (let i = 0; i < row; i++) small[y * row + i] += narrow[at + i] * weights[k];
    }
  }
  return small;
}
