// One person's hand on one occasion: chooses how a digit is written and distorts it. The spreads were set by
// eye and against summary figures of MNIST (slant, width, pen); no image of it and no learned number is here.
import type { Random } from '../../core/random';
import type { Glyph } from './glyph';
import type { PenPath } from './penPath';

/** Standard deviations; lengths in half digit heights. */
const SPREAD = {
  point: 0.045,
  strokeShift: 0.05,
  strokeScale: 0.05,
  slant: 0.22,
  rotation: 0.07,
  aspect: 0.17,
  bend: 0.06,
  wave: 0.035,
} as const;
const MEAN_SLANT = 0.1;

/** Blend weights over `count` poses: sometimes one pose nearly alone, sometimes an even mixture. */
function blendWeights(random: Random, weights: Float64Array, count: number): void {
  let total = 0;
  for (let i = 0; i < count; i++) {
    weights[i] = -Math.log(1 - random.uniform());
    total += weights[i];
  }
  for (let i = 0; i < count; i++) weights[i] /= total;
}

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
  private readonly points = new Float64Array(128);
  private readonly weights = new Float64Array(16);
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
    const { points, weights } = this;
    const { poses, strokeSizes } = glyph;
    blendWeights(random, weights, poses.length);
    const numbers = poses[0].length;
    points.fill(0, 0, numbers);
    for (let p = 0; p < poses.length; p++) {
      const pose = poses[p];
      const weight = weights[p] / 50;
      for (let i = 0; i < numbers; i++) points[i] += weight * pose[i];
    }
    for (let i = 0; i < numbers; i++) points[i] += care * SPREAD.point * random.normal() - 1;
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
    const stretch = Math.exp(SPREAD.aspect * random.normal());
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
