// The distributions in the plane on which GANs are taken apart: ring, grid, moons and spiral. Point i of seed s is a
// function of (s, i); coordinates lie in [-1, 1].
import type { Random } from '../../core/random';

export interface PointCloud {
  readonly id: 'ring' | 'grid' | 'moons' | 'spiral';
  readonly label: string;
  readonly help: string;
  /** Centres of the modes, x then y; empty where the distribution is one curve. */
  readonly modes: readonly (readonly [number, number])[];
  /** Standard deviation around a mode or a curve, unless another is asked for. */
  readonly deviation: number;
  /** How many classes its points fall into. */
  readonly classes: number;
  /** One point and its class. */
  draw(random: Random, deviation: number): { readonly x: number; readonly y: number; readonly label: number };
}

const RING = 8;
const GRID = 5;

const ringModes = Array.from({ length: RING }, (_, i): [number, number] => {
  const angle = (2 * Math.PI * i) / RING;
  return [0.7 * Math.cos(angle), 0.7 * Math.sin(angle)];
});
const gridModes = Array.from({ length: GRID * GRID }, (_, i): [number, number] => [
  0.4 * ((i % GRID) - 2),
  0.4 * (Math.floor(i / GRID) - 2),
]);

/** Equally likely Gaussians of one width. */
const mixture =
  (modes: readonly (readonly [number, number])[]): PointCloud['draw'] =>
  (random, deviation) => {
    const label = random.int(modes.length);
    const [x, y] = modes[label];
    return { x: x + deviation * random.normal(), y: y + deviation * random.normal(), label };
  };

export const pointClouds: readonly PointCloud[] = [
  {
    id: 'ring',
    label: 'Ring of 8',
    help: 'Eight small clusters of points on a circle: the classic test of whether a GAN finds them all.',
    modes: ringModes,
    deviation: 0.02,
    classes: RING,
    draw: mixture(ringModes),
  },
  {
    id: 'grid',
    label: 'Grid of 25',
    help: 'Twenty-five small clusters of points in rows and columns: harder than the ring.',
    modes: gridModes,
    deviation: 0.02,
    classes: GRID * GRID,
    draw: mixture(gridModes),
  },
  {
    id: 'moons',
    label: 'Two moons',
    help: 'Two crescents that reach into each other.',
    modes: [],
    deviation: 0.04,
    classes: 2,
    draw(random, deviation) {
      const label = random.int(2);
      const angle = Math.PI * random.uniform();
      const [x, y] =
        label === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
      return {
        x: 0.5 * (x - 0.5) + deviation * random.normal(),
        y: 0.6 * (y - 0.25) + deviation * random.normal(),
        label,
      };
    },
  },
  {
    id: 'spiral',
    label: 'Spiral',
    help: 'One thin line that winds around itself: there are no clusters to find, only a shape to follow.',
    modes: [],
    deviation: 0.02,
    classes: 1,
    draw(random, deviation) {
      const turn = Math.sqrt(random.uniform());
      const angle = 4 * Math.PI * turn;
      return {
        x: 0.85 * turn * Math.cos(angle) + deviation * random.normal(),
        y: 0.85 * turn * Math.sin(angle) + deviation * random.normal(),
        label: 0,
      };
    },
  },
];
