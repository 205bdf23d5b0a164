// Pictures of things that need no file: landscapes, and still lifes of shaded shapes, each another one by its number. A network
// that learns to paint pictures in a style sees edges, planes, skies and shades in them.
import { createRandom, type Random } from '../../core/random';
import { mixed, painted, type Colour, type Painting } from './painting';

const SCENE_STREAM = 0x7363656e;

/** A shape in front of what was painted before: its colour, or null beside it. */
type Shape = (x: number, y: number) => Colour | null;

const colour = (random: Random): Colour => [
  255 * random.uniform(),
  255 * random.uniform(),
  255 * random.uniform(),
];
const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();

function sky(random: Random): Painting {
  const [high, low, sun] = [colour(random), colour(random), colour(random)];
  const [cx, cy, size] = [random.uniform(), between(random, 0, 0.5), between(random, 0.05, 0.25)];
  const clouds = between(random, 3, 9);
  return (x, y) => {
    const glow = Math.max(0, 1 - Math.hypot(x - cx, y - cy) / size);
    const cloud = Math.max(0, Math.sin(clouds * x + 3 * Math.sin(2 * clouds * y)) - 0.6);
    return mixed(mixed(mixed(high, low, y), [255, 255, 255], cloud), sun, Math.min(1, 1.6 * glow));
  };
}

/** Everything below a rolling line. */
function hills(random: Random): Shape {
  const [top, bottom] = [colour(random), colour(random)];
  const height = between(random, 0.35, 0.85);
  const [wide, narrow, phase] = [between(random, 2, 8), between(random, 9, 25), between(random, 0, 6)];
  return (x, y) => {
    const line = height + 0.08 * Math.sin(wide * x + phase) + 0.03 * Math.sin(narrow * x);
    return y > line ? mixed(top, bottom, Math.min(1, (y - line) / 0.4)) : null;
  };
}

/** A ball, a box or a triangle, lit from one side, perhaps with stripes. */
function thing(random: Random): Shape {
  const [base, other] = [colour(random), colour(random)];
  const [cx, cy] = [random.uniform(), between(random, 0.2, 1)];
  const size = between(random, 0.05, 0.28);
  const kind = random.int(3);
  const turn = between(random, 0, 3.14);
  const stripes = random.uniform() < 0.35 ? between(random, 20, 70) : 0;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const [u, v] = [cos * (x - cx) + sin * (y - cy), cos * (y - cy) - sin * (x - cx)];
    const inside =
      kind === 0
        ? Math.hypot(u, v) < size
        : kind === 1
          ? Math.max(Math.abs(u), 0.7 * Math.abs(v)) < size
          : v > -size && Math.abs(u) < 0.6 * (size - v);
    if (!inside) return null;
    const lit = 0.55 + 0.45 * Math.max(-1, Math.min(1, -(u + v) / size));
    const [r, g, b] = stripes > 0 && Math.sin(stripes * u) > 0 ? other : base;
    return [r * lit, g * lit, b * lit];
  };
}

function scene(random: Random): Painting {
  const ground = sky(random);
  const shapes = [
    ...Array.from({ length: random.int(3) }, () => hills(random)),
    ...Array.from({ length: 2 + random.int(6) }, () => thing(random)),
  ].reverse();
  return (x, y) => {
    for (const shape of shapes) {
      const found = shape(x, y);
      if (found) return found;
    }
    return ground(x, y);
  };
}

/** RGB bytes [side * side * 3] of scene `index` of a series. */
export const drawScene = (series: number, index: number, side: number): Uint8Array =>
  painted(scene(createRandom(series, SCENE_STREAM, index)), side);
