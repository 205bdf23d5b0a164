// Pictures in colour that nothing here was trained on: a few bright shapes before a ground of two colours with stripes, drawn from a
// seed. Any number of them, so that a measure of colour pictures can be tried on others than photographs.
import { createRandom, type Random } from '../../src/core/random';
import { mixed, painted, type Colour, type Painting } from '../../src/datasets/style/painting';

type Shape = (x: number, y: number) => boolean;

/** A colour by its hue, how colourful and how light it is, each 0..1. */
function colour(hue: number, share: number, light: number): Colour {
  const channel = (offset: number): number => {
    const k = (offset + 12 * hue) % 12;
    return 255 * (light - share * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

function shapeOf(random: Random): Shape {
  const [cx, cy] = [0.2 + 0.6 * random.uniform(), 0.2 + 0.6 * random.uniform()];
  const size = 0.12 + 0.16 * random.uniform();
  const turn = 2 * Math.PI * random.uniform();
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const kind = random.int(4);
  return (x, y) => {
    const [dx, dy] = [x - cx, y - cy];
    const [u, v] = [(dx * cos + dy * sin) / size, (dy * cos - dx * sin) / size];
    if (kind === 0) return Math.hypot(u, v) < 1;
    if (kind === 1) return Math.max(Math.abs(u), Math.abs(v)) < 0.85;
    if (kind === 2) return v > -0.6 && v < 1 - 2 * Math.abs(u) + 0.4;
    return Math.abs(Math.hypot(u, v) - 0.8) < 0.25;
  };
}

function scene(random: Random): Painting {
  const hue = random.uniform();
  const [low, high] = [colour(hue, 0.5, 0.35), colour((hue + 0.15) % 1, 0.5, 0.7)];
  const [angle, stripes] = [Math.PI * random.uniform(), 8 + 20 * random.uniform()];
  const shapes = Array.from({ length: 1 + random.int(3) }, () => ({
    holds: shapeOf(random),
    paint: colour(random.uniform(), 0.9, 0.45 + 0.2 * random.uniform()),
  }));
  return (x, y) => {
    const shape = shapes.find(({ holds }) => holds(x, y));
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const shade = 0.08 * Math.sin(stripes * along);
    if (shape) return mixed(shape.paint, [0, 0, 0], 0.35 * y);
    return mixed(low, high, Math.max(0, Math.min(1, y + shade)));
  };
}

/** RGB bytes [count * side * side * 3]; picture i is a function of the seed and i. */
export function colourScenes(count: number, side: number, seed: number): Uint8Array {
  const pixels = new Uint8Array(3 * count * side * side);
  for (let i = 0; i < count; i++)
    pixels.set(painted(scene(createRandom(seed, i)), side), 3 * i * side * side);
  return pixels;
}
