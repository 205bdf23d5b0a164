// Ink that a person draws with, much finer than the pictures that networks see, and the picture that becomes of it: smoothed by
// averaging areas, and placed as MNIST's digits are (LeCun et al. 1998, section III.A: fitted into 20 of 28 pixels with its
// proportions, its centre of mass in the middle). Pure; the paper that it is drawn on is SketchPad.vue.
import type { ImageBatch } from '../../core/history';
import type { PictureShape } from '../../core/pictureFit';

/** Cells along each side of the paper. */
export const INK_SIDE = 112;
/** Share of the picture's side that a drawing fits into. */
const BOX = 20 / 28;

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const blankInk = (): Uint8Array => new Uint8Array(INK_SIDE * INK_SIDE);

/** Distance of a point from the straight way between two places. */
function distanceTo(x: number, y: number, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const along = Math.max(0, Math.min(1, share));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** Draws a round pen's way, with a soft edge of one cell; changes `ink`. @param rubs takes ink away instead */
export function strokeInk(ink: Uint8Array, from: Place, to: Place, radius: number, rubs = false): void {
  const reach = radius + 1;
  const within = (value: number) => Math.max(0, Math.min(INK_SIDE, value));
  const [left, right] = [
    within(Math.floor(Math.min(from.x, to.x) - reach)),
    within(Math.max(from.x, to.x) + reach),
  ];
  const [top, bottom] = [
    within(Math.floor(Math.min(from.y, to.y) - reach)),
    within(Math.max(from.y, to.y) + reach),
  ];
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      const distance = distanceTo(column + 0.5, row + 0.5, from, to);
      const cover = Math.round(255 * Math.max(0, Math.min(1, radius + 0.5 - distance)));
      const at = row * INK_SIDE + column;
      ink[at] = rubs ? Math.min(ink[at], 255 - cover) : Math.max(ink[at], cover);
    }
}

/** Of ink along one side: where it begins and ends, and its centre of mass, in cells from the top left. */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly centre: number;
}

/** Null where there is none. */
function inkOf(ink: Uint8Array): { readonly across: Extent; readonly down: Extent } | null {
  let [mass, x, y] = [0, 0, 0];
  let [left, right, top, bottom] = [INK_SIDE, -1, INK_SIDE, -1];
  ink.forEach((level, at) => {
    if (level === 0) return;
    const [column, row] = [at % INK_SIDE, Math.floor(at / INK_SIDE)];
    mass += level;
    x += level * (column + 0.5);
    y += level * (row + 0.5);
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  });
  if (mass === 0) return null;
  return {
    across: { from: left, to: right + 1, centre: x / mass },
    down: { from: top, to: bottom + 1, centre: y / mass },
  };
}

/** How much of each cell lies in each pixel, as a mean over the pixel: [pixels][(cell, share)]. */
function shares(
  pixels: number,
  scale: number,
  offset: number,
): readonly (readonly (readonly [number, number])[])[] {
  return Array.from({ length: pixels }, (_, i) => {
    const [from, to] = [(i - offset) / scale, (i + 1 - offset) / scale];
    const cells: [number, number][] = [];
    for (let cell = Math.max(0, Math.floor(from)); cell < Math.min(INK_SIDE, to); cell++)
      cells.push([cell, (Math.min(to, cell + 1) - Math.max(from, cell)) / (to - from)]);
    return cells;
  });
}

/**
 * The drawing as networks see it: light ink on black.
 * @param centred fits and centres it as MNIST does; without, the whole paper becomes the whole picture
 */
export function inkPicture(
  ink: Uint8Array,
  [height, width, channels]: PictureShape,
  centred: boolean,
): ImageBatch {
  const pixels = new Uint8Array(height * width * channels);
  const batch = { count: 1, height, width, channels, pixels };
  const found = inkOf(ink);
  if (!found) return batch;
  const whole = Math.min(height, width) / INK_SIDE;
  const longer = Math.max(found.across.to - found.across.from, found.down.to - found.down.from);
  const scale = centred ? (BOX * Math.min(height, width)) / longer : whole;
  const offset = (side: number, { from, to, centre }: Extent): number => {
    if (!centred) return (side - INK_SIDE * whole) / 2;
    // MNIST's middle is the pixel of number 14 of 28, half a pixel right of the picture's; nothing is cut off for it.
    const wanted = side / 2 + 0.5 - centre * scale;
    return Math.max(-from * scale, Math.min(side - to * scale, wanted));
  };
  const across = shares(width, scale, offset(width, found.across));
  const down = shares(height, scale, offset(height, found.down));
  down.forEach((rows, y) =>
    across.forEach((columns, x) => {
      let level = 0;
      for (const [row, high] of rows)
        for (const [column, wide] of columns) level += ink[row * INK_SIDE + column] * high * wide;
      pixels.fill(Math.round(level), (y * width + x) * channels, (y * width + x + 1) * channels);
    }),
  );
  return batch;
}
