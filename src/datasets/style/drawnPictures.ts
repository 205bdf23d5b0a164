// Two pictures that need no file: a landscape with a house as content, and whirls of coloured strokes as style. Pure functions of a
// place in the picture.
import { mixed, painted, type Colour, type Painting } from './painting';

const SKY: Colour = [96, 156, 222];
const HAZE: Colour = [214, 226, 236];
const SUN: Colour = [255, 226, 130];
const FAR: Colour = [98, 124, 138];
const NEAR: Colour = [92, 140, 66];
const GRASS: Colour = [62, 104, 44];
const WALL: Colour = [232, 214, 186];
const ROOF: Colour = [160, 62, 44];
const WINDOW: Colour = [58, 70, 92];
const TRUNK: Colour = [92, 64, 42];
const CROWN: Colour = [44, 92, 52];

const farHills = (x: number): number => 0.52 + 0.07 * Math.sin(7 * x + 0.6) + 0.03 * Math.sin(17 * x);
const nearHills = (x: number): number => 0.68 + 0.05 * Math.sin(5 * x + 2.4);
const inBox = (x: number, y: number, [left, top, right, bottom]: readonly number[]): boolean =>
  x >= left && x < right && y >= top && y < bottom;

const scene: Painting = (x, y) => {
  if (y > 0.5 && y < 0.6 && Math.abs(x - 0.42) < 1.5 * (y - 0.5)) return ROOF;
  if ([0.34, 0.46].some((left) => inBox(x, y, [left, 0.65, left + 0.06, 0.71]))) return WINDOW;
  if (inBox(x, y, [0.3, 0.6, 0.54, 0.78])) return WALL;
  if (Math.hypot(x - 0.8, y - 0.53) < 0.1) return CROWN;
  if (inBox(x, y, [0.785, 0.6, 0.815, 0.8])) return TRUNK;
  if (y > nearHills(x)) return mixed(NEAR, GRASS, Math.min(1, (y - nearHills(x)) / 0.3));
  if (y > farHills(x)) return mixed(FAR, NEAR, (y - farHills(x)) / 0.3);
  const glow = Math.max(0, 1 - Math.hypot(x - 0.22, y - 0.2) / 0.16);
  return mixed(mixed(SKY, HAZE, y / 0.55), SUN, Math.min(1, 2 * glow));
};

const STROKES: readonly Colour[] = [
  [22, 40, 96],
  [44, 92, 160],
  [108, 160, 190],
  [236, 206, 92],
  [228, 138, 52],
];
/** Where whirls turn, and by what angle in their middle. */
const WHIRLS = [
  [0.28, 0.3, 4.5],
  [0.74, 0.58, -5],
  [0.2, 0.82, -3.5],
] as const;

const pattern: Painting = (x, y) => {
  let [u, v] = [x, y];
  for (const [cx, cy, turn] of WHIRLS) {
    const [dx, dy] = [u - cx, v - cy];
    const angle = turn * Math.exp(-18 * (dx * dx + dy * dy));
    u = cx + dx * Math.cos(angle) - dy * Math.sin(angle);
    v = cy + dx * Math.sin(angle) + dy * Math.cos(angle);
  }
  const phase = 16 * u + 26 * v;
  const fine = 0.35 * Math.sin(60 * u + 6 * Math.sin(11 * v)) + 0.25 * Math.sin(75 * v - 5 * Math.sin(9 * u));
  const at = (STROKES.length - 1) * (0.5 + 0.5 * Math.sin(phase + fine));
  const first = Math.min(STROKES.length - 2, Math.floor(at));
  // Strokes have edges: the middle of a change of colour is steep.
  const share = at - first;
  return mixed(STROKES[first], STROKES[first + 1], share * share * (3 - 2 * share));
};

export const paintScene = (side: number): Uint8Array => painted(scene, side);
export const paintPattern = (side: number): Uint8Array => painted(pattern, side);
