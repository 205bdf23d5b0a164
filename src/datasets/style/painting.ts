// How pictures are painted that need no file: a colour for every place of a picture, several samples a pixel.

export type Colour = readonly [red: number, green: number, blue: number];
/** The colour at (x, y), both from 0 to 1 from the upper left. */
export type Painting = (x: number, y: number) => Colour;

export const mixed = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** Samples along a side of each pixel. */
const SAMPLES = 2;

/** RGB bytes [side * side * 3] of a painting. */
export function painted(painting: Painting, side: number): Uint8Array {
  const pixels = new Uint8Array(3 * side * side);
  const steps = SAMPLES * side;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const sum = [0, 0, 0];
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = (SAMPLES * column + (i % SAMPLES) + 0.5) / steps;
        const y = (SAMPLES * row + Math.floor(i / SAMPLES) + 0.5) / steps;
        painting(x, y).forEach((value, channel) => (sum[channel] += value));
      }
      pixels.set(
        sum.map((value) => Math.round(value / (SAMPLES * SAMPLES))),
        3 * (row * side + column),
      );
    }
  return pixels;
}
