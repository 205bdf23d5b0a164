// Style pictures that need no file: whirls of coloured strokes, tiles in mortar, a pen's hatching, and dots. Pure functions.
import { hashSeed } from '../../core/random';
import { paintPattern } from './drawnPictures';
import { mixed, painted, type Colour, type Painting } from './painting';

export interface ReadyStyle {
  /** Permanent: stands in links. */
  readonly id: string;
  readonly label: string;
  /** RGB bytes [side * side * 3]. */
  readonly paint: (side: number) => Uint8Array;
}

/** From 0 to 1, another number for every cell and use. */
const chance = (u: number, v: number, use: number): number => hashSeed(use, u, v) / 2 ** 32;

interface NearCell {
  readonly u: number;
  readonly v: number;
  readonly distance: number;
}

/** The nearest and the second nearest of points that stand one in each cell of a grid; distances in cells. */
function nearestCells(x: number, y: number, cells: number, use: number): readonly [NearCell, NearCell] {
  const [column, row] = [Math.floor(cells * x), Math.floor(cells * y)];
  let first: NearCell = { u: 0, v: 0, distance: Infinity };
  let second = first;
  for (let v = row - 1; v <= row + 1; v++)
    for (let u = column - 1; u <= column + 1; u++) {
      const [left, top] = [u + 0.15 + 0.7 * chance(u, v, use), v + 0.15 + 0.7 * chance(u, v, use + 1)];
      const distance = Math.hypot(cells * x - left, cells * y - top);
      if (distance < first.distance) [first, second] = [{ u, v, distance }, first];
      else if (distance < second.distance) second = { u, v, distance };
    }
  return [first, second];
}

const picked = (colours: readonly Colour[], share: number): Colour =>
  colours[Math.min(colours.length - 1, Math.floor(share * colours.length))];

const TILES: readonly Colour[] = [
  [178, 62, 44],
  [222, 154, 58],
  [238, 222, 178],
  [36, 110, 116],
  [24, 52, 92],
  [126, 158, 92],
];
const MORTAR: Colour = [38, 32, 34];

const mosaic: Painting = (x, y) => {
  const [first, second] = nearestCells(x, y, 12, 11);
  if (second.distance - first.distance < 0.16) return MORTAR;
  const tile = picked(TILES, 0.5 + 0.5 * Math.sin(3 * first.u + 2 * Math.sin(2 * first.v)));
  return mixed(tile, [255, 255, 255], 0.22 * chance(first.u, first.v, 13));
};

const PAPER: Colour = [244, 234, 208];
const INK: Colour = [44, 34, 74];
const RUST: Colour = [176, 74, 46];

/** A line of a pen across (u, v): dark in the middle of each period. */
const penLine = (u: number, v: number, width: number): boolean =>
  Math.abs((((((u + 0.012 * Math.sin(14 * v)) * 26) % 1) + 1) % 1) - 0.5) < width;

const hatching: Painting = (x, y) => {
  const shade = 0.5 + 0.5 * Math.sin(5 * x + 3 * Math.sin(4 * y)) * Math.cos(6 * y - 2 * x);
  if (penLine(x + y, x - y, 0.1 + 0.22 * shade)) return INK;
  if (shade > 0.45 && penLine(x - 0.8 * y, x + y, 0.06 + 0.3 * (shade - 0.45)))
    return shade > 0.75 ? INK : RUST;
  return PAPER;
};

const PAINTS: readonly Colour[] = [
  [232, 74, 96],
  [250, 176, 66],
  [255, 236, 150],
  [92, 178, 128],
  [66, 118, 190],
  [128, 78, 158],
];
const GROUND: Colour = [248, 240, 226];

const dots: Painting = (x, y) => {
  const [near] = nearestCells(x, y, 24, 21);
  const radius = 0.34 + 0.16 * chance(near.u, near.v, 23);
  if (near.distance > radius) return GROUND;
  const field = 0.5 + 0.5 * Math.sin(0.35 * near.u + 1.2 * Math.sin(0.25 * near.v));
  return picked(PAINTS, 0.75 * field + 0.25 * chance(near.u, near.v, 24));
};

export const readyStyles: readonly ReadyStyle[] = [
  { id: 'whirls', label: 'Whirls', paint: paintPattern },
  { id: 'mosaic', label: 'Mosaic', paint: (side) => painted(mosaic, side) },
  { id: 'hatching', label: 'Hatching', paint: (side) => painted(hatching, side) },
  { id: 'dots', label: 'Dots', paint: (side) => painted(dots, side) },
];
