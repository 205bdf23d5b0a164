// How digits are drawn otherwise for the ready pairs: pure functions of grey pictures, ink 255 on paper 0, in place.
import { createRandom } from '../../core/random';

const PATTERN_STREAM = 0x70617474;
/** Largest brightness of the patterned ground: ink stays the brightest. */
const GROUND = 110;
/** How far the top of a slanted digit is moved against its middle, as a share of the distance. */
const SLANT = 0.35;

export type Side = readonly [height: number, width: number];

/** The largest value in the 3 x 3 pixels around each; beyond the border is paper. */
function dilated(pixels: Uint8Array, [height, width]: Side): Uint8Array {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let most = 0;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
          most = Math.max(most, pixels[v * width + u]);
      out[y * width + x] = most;
    }
  return out;
}

/** The outline of a picture, dark on white: 255 less what a 3 x 3 dilation adds around the ink. */
export function invertOutline(pixels: Uint8Array, side: Side): void {
  const wide = dilated(pixels, side);
  for (let i = 0; i < pixels.length; i++) pixels[i] = 255 - (wide[i] - pixels[i]);
}

/** A quarter turn against the clock; the picture is square. */
export function turnQuarter(pixels: Uint8Array, [height, width]: Side): void {
  const before = pixels.slice();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels[y * width + x] = before[x * width + (width - 1 - y)];
}

/** The eight pixels around one, clockwise from above; beyond the border is paper. */
const RING = [
  [-1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
] as const;

/** Lines one pixel wide where there was ink (Zhang and Suen 1984, https://doi.org/10.1145/357994.358023). */
function skeleton(pixels: Uint8Array, [height, width]: Side): Uint8Array {
  const ink = Uint8Array.from(pixels, (value) => (value >= 128 ? 1 : 0));
  const at = (y: number, x: number): number =>
    y < 0 || x < 0 || y >= height || x >= width ? 0 : ink[y * width + x];
  for (let changed = true; changed;) {
    changed = false;
    for (const odd of [false, true]) {
      const gone: number[] = [];
      for (let i = 0; i < ink.length; i++) {
        if (ink[i] === 0) continue;
        const [y, x] = [Math.floor(i / width), i % width];
        const near = RING.map(([dy, dx]) => at(y + dy, x + dx));
        const count = near.reduce((sum, value) => sum + value, 0);
        const rises = near.filter((value, k) => value === 0 && near[(k + 1) % 8] === 1).length;
        const [north, , east, , south, , west] = near;
        const free = odd
          ? north * east * west === 0 && north * south * west === 0
          : north * east * south === 0 && east * south * west === 0;
        if (count >= 2 && count <= 6 && rises === 1 && free) gone.push(i);
      }
      for (const i of gone) ink[i] = 0;
      changed ||= gone.length > 0;
    }
  }
  return ink;
}

/** The digit as with a fine pen: its skeleton, softened. */
export function thin(pixels: Uint8Array, side: Side): void {
  const [height, width] = side;
  const lines = skeleton(pixels, side);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (dy: number, dx: number): number =>
        y + dy < 0 || x + dx < 0 || y + dy >= height || x + dx >= width
          ? 0
          : lines[(y + dy) * width + x + dx];
      const beside = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1);
      pixels[y * width + x] = at(0, 0) === 1 ? 255 : Math.min(90, 45 * beside);
    }
}

/** Moves each row sideways, so that upright strokes lean to the right; values between two pixels are mixed. */
function slant(pixels: Uint8Array, [height, width]: Side): void {
  const before = pixels.slice();
  for (let y = 0; y < height; y++) {
    const shift = SLANT * ((height - 1) / 2 - y);
    for (let x = 0; x < width; x++) {
      const from = x - shift;
      const left = Math.floor(from);
      const share = from - left;
      const at = (u: number): number => (u < 0 || u >= width ? 0 : before[y * width + u]);
      pixels[y * width + x] = Math.round((1 - share) * at(left) + share * at(left + 1));
    }
  }
}

/** The digit as with a broad pen, leaning, on waves whose direction and place are the picture's own. */
export function thickOnPattern(pixels: Uint8Array, side: Side, index: number): void {
  const [height, width] = side;
  pixels.set(dilated(pixels, side));
  slant(pixels, side);
  const random = createRandom(PATTERN_STREAM, index);
  const turn = Math.PI * random.uniform();
  const phase = 2 * Math.PI * random.uniform();
  const [fx, fy] = [1.2 * Math.cos(turn), 1.2 * Math.sin(turn)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const ground = (GROUND / 2) * (1 + Math.sin(fx * x + fy * y + phase));
      const i = y * width + x;
      pixels[i] = Math.max(pixels[i], Math.round(ground));
    }
}
