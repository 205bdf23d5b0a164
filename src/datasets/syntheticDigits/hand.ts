// One person's hand on one occasion: chooses how a digit is written and distorts it. The spreads were set by
// eye and against summary figures of MNIST (slant, width, pen); no image of it and no learned number is here.
import type { Random } from '../../core/random';
import { MOST_POINTS, type Glyph } from './glyph';
import type { PenPath } from './penPath';

/** Standard deviations; lengths in half digit heights. */
const SPREAD = {
  point: 0.05,
  strokeShift: 0.05,
  strokeScale: 0.05,
  slant: 0.25,
  rotation: 0.07,
  aspect: 0.2,
  bend: 0.08,
  wave: 0.045,
} as const;
const MEAN_SLANT = 0.08;
const MEAN_STRETCH = -0.05;
/** How far a blend may leave its two poses: 1 stays between them. */
const OVERSHOOT = 1.25;
/** How much of a control point's jitter its follower shares. */
const JITTER_MEMORY = 0.6;
const JITTER_FRESH = Math.sqrt(1 - JITTER_MEMORY * JITTER_MEMORY);

/** Chooses a glyph of the list by weight. */
export function chooseGlyph(glyphs: readonly Glyph[], random: Random): Glyph {
  let rest = random.uniform() * glyphs.reduce((sum, glyph) => sum + glyph.weight, 0);
  for (const glyph of glyphs) {
    rest -= glyph.weight;
    if (rest < 0) return glyph;
  }
  return glyphs[glyphs.length - 1];
}

/** Holds the buffers, so that drawing allocates nothing. */
export class Hand {
  private readonly points = new Float64Array(2 * MOST_POINTS);
  private readonly field = new Float64Array(14);

  /** Writes `glyph` into `path`, as the random stream says. Coordinates are free; y points down. */
  write(glyph: Glyph, random: Random, path: PenPath): void {
    // How careless this sample is: most are neat, some are wild.
    const care = Math.exp(0.3 * random.normal());
    this.pose(glyph, random, care);
    path.clear();
    let first = 0;
    for (const size of glyph.strokeSizes) {
      path.addStroke(this.points, glyph.corners, first, size);
      first += size;
    }
    this.distort(path, random, care);
  }

  private pose(glyph: Glyph, random: Random, care: number): void {
    const { points } = this;
    const { poses, strokeSizes } = glyph;
    const from = poses[random.int(poses.length)];
    const to = poses[random.int(poses.length)];
    const share = OVERSHOOT * (random.uniform() - 0.5) + 0.5;
    const numbers = from.length;
    for (let i = 0; i < numbers; i++) points[i] = (from[i] + share * (to[i] - from[i])) / 50;
    let jitterX = random.normal();
    let jitterY = random.normal();
    for (let i = 0; i < numbers; i += 2) {
      points[i] += care * SPREAD.point * jitterX - 1;
      points[i + 1] += care * SPREAD.point * jitterY - 1;
      jitterX = JITTER_MEMORY * jitterX + JITTER_FRESH * random.normal();
      jitterY = JITTER_MEMORY * jitterY + JITTER_FRESH * random.normal();
    }
    if (strokeSizes.length < 2) return;
    let at = 0;
    for (const size of strokeSizes) {
      const scale = 1 + care * SPREAD.strokeScale * random.normal();
      const dx = care * SPREAD.strokeShift * random.normal();
      const dy = care * SPREAD.strokeShift * random.normal();
      for (let i = 0; i < size; i++, at += 2) {
        points[at] = points[at] * scale + dx;
        points[at + 1] = points[at + 1] * scale + dy;
      }
    }
  }

  /** Slant, rotation and aspect, after a smooth polynomial bend of the plane. */
  private distort(path: PenPath, random: Random, care: number): void {
    const { field } = this;
    for (let i = 0; i < 14; i++) field[i] = care * (i < 6 ? SPREAD.bend : SPREAD.wave) * random.normal();
    const [a, b, c, d, e, f, g, h, k, l, m, n, o, p] = field;
    const turn = SPREAD.rotation * random.normal();
    const slant = MEAN_SLANT + SPREAD.slant * random.normal();
    const stretch = Math.exp(MEAN_STRETCH + SPREAD.aspect * random.normal());
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    const { x, y, count } = path;
    for (let i = 0; i < count; i++) {
      const u = x[i];
      const v = y[i];
      const uu = u * u - 0.5;
      const vv = v * v - 0.5;
      const uv = u * v;
      const uuu = (u * u - 1) * u;
      const vvv = (v * v - 1) * v;
      const bu = u + a * uu + b * uv + c * vv + g * uuu + h * uu * v + k * u * vv + l * vvv;
      const bv = v + d * uu + e * uv + f * vv + m * uuu + n * uu * v + o * u * vv + p * vvv;
      const su = stretch * (bu - slant * bv);
      x[i] = cos * su - sin * bv;
      y[i] = sin * su + cos * bv;
    }
  }
}
