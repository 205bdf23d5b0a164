// A transposed convolution with any padding by one with `same` padding, which is all that this project has: zeros around the
// image, zeros behind the kernel, and rows cut off what comes. One axis at a time; knows sizes only.

export interface TransposedWindow {
  /** Zeros at either end of what goes in. */
  readonly border: number;
  /** Zeros behind the kernel. */
  readonly grown: number;
  /** What is cut off the two ends of what comes out. */
  readonly cut: readonly [number, number];
  /** What is left. */
  readonly size: number;
}

/**
 * @param pads cut off the two ends of the whole transposed convolution
 * @param extra rows behind its end, which no input reaches
 * @returns null where nothing is left
 */
export function transposedWindow(
  side: number,
  kernel: number,
  stride: number,
  pads: readonly [number, number],
  extra: number,
): TransposedWindow | null {
  const size = (side - 1) * stride + kernel + extra - pads[0] - pads[1];
  if (!(size >= 1)) return null;
  for (let border = 0; ; border++) {
    for (const grown of [0, 1]) {
      const before = Math.max(0, Math.floor((kernel + grown - stride) / 2)) - border * stride;
      const made = (side + 2 * border) * stride;
      const behind = before + made - pads[0] - size;
      if (before > pads[0] || behind < 0) continue;
      return { border, grown, cut: [pads[0] - before, behind], size };
    }
  }
}
