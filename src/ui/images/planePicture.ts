// What is drawn of the plane, as numbers: the surface as pixels, the border that the discriminator draws, places on the
// canvas. Pure; the canvas is planePainter.ts.

/** Red, green, blue 0..255. */
export type Ink = readonly [number, number, number];

/** Place on a square canvas of `size` pixels of a coordinate in [-1, 1]; y goes up. */
export const toX = (x: number, size: number): number => ((x + 1) / 2) * size;
export const toY = (y: number, size: number): number => ((1 - y) / 2) * size;

/** The coordinate in [-1, 1] of a place on the canvas. */
export const fromX = (place: number, size: number): number => (2 * place) / size - 1;

/** `#009e73` as numbers. */
export function inkOf(colour: string): Ink {
  const digits = Number.parseInt(colour.trim().slice(1), 16);
  return [(digits >> 16) & 255, (digits >> 8) & 255, digits & 255];
}

const STRONGEST = 0.42;
/** Colours are at full strength where the discriminator is surest, unless it is less sure than this anywhere. */
const UNSURE = 0.1;

/**
 * The surface as pixels, [side * side * 4], first row at the top: what the discriminator takes for real in one ink, what
 * it takes for forged in the other, paler the less sure it is there than where it is surest.
 */
export function surfacePixels(
  surface: Float32Array,
  side: number,
  real: Ink,
  forged: Ink,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * side * side);
  const surest = surface.reduce((most, share) => Math.max(most, Math.abs(2 * share - 1)), UNSURE);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const share = surface[(side - 1 - row) * side + column];
      const ink = share >= 0.5 ? real : forged;
      pixels.set([...ink, 255 * STRONGEST * (Math.abs(2 * share - 1) / surest)], 4 * (row * side + column));
    }
  }
  return pixels;
}

/** Where the surface crosses one half, as line segments x1, y1, x2, y2 in [-1, 1] (marching squares, Lorensen 1987). */
export function borderLines(surface: Float32Array, side: number): Float32Array {
  const at = (cell: number): number => ((cell + 0.5) / side) * 2 - 1;
  const lines: number[] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ].map(([i, j]) => [i, j, surface[j * side + i] - 0.5] as const);
      const crossings = corners.flatMap(([i, j, here], k) => {
        const [i2, j2, there] = corners[(k + 1) % 4];
        if (here >= 0 === there >= 0) return [];
        const share = here / (here - there);
        return [at(i + share * (i2 - i)), at(j + share * (j2 - j))];
      });
      // two ends make a line; four (a saddle) make two
      for (let k = 0; k + 3 < crossings.length; k += 4) lines.push(...crossings.slice(k, k + 4));
    }
  }
  return Float32Array.from(lines);
}

/** Length of the longest arrow, in the plane's unit, and the factor that brings most arrows below it. */
const LONGEST = 0.16;

/** Factor by which pushes are drawn: the ninth tenth of them is as long as an arrow gets. 0 where nothing is pushed. */
export function arrowScale(pushes: Float32Array): number {
  const lengths = Array.from({ length: pushes.length / 2 }, (_, i) =>
    Math.hypot(pushes[2 * i], pushes[2 * i + 1]),
  ).toSorted((a, b) => a - b);
  const long = lengths[Math.floor(0.9 * lengths.length)] ?? 0;
  return long > 0 ? LONGEST / long : 0;
}

/** The end of an arrow: along the push, never longer than the longest. */
export function arrowEnd(x: number, y: number, dx: number, dy: number, scale: number): [number, number] {
  const length = Math.hypot(dx, dy) * scale;
  const factor = length > LONGEST ? (scale * LONGEST) / length : scale;
  return [x + dx * factor, y + dy * factor];
}

/** Coordinates of points that travelled as bytes, [count * 2]. */
export const pointsOfBytes = (bytes: Uint8Array): Float32Array =>
  Float32Array.from(bytes, (value) => value / 127.5 - 1);
