// Turns a pen path into a 28x28 picture the way MNIST was made (LeCun et al. 1998): the digit fits a 20x20
// box with its aspect ratio kept, is anti-aliased, and its centre of mass is moved to pixel (14, 14).
import type { Random } from '../../core/random';
import type { PenPath } from './penPath';

/** Pixels along a side of the picture. */
export const SIDE = 28;
const BOX = 20;
const MARGIN = (SIDE - BOX) / 2;
/** Where the centre of mass goes, counting pixels from 0 as MNIST does. */
const CENTRE = SIDE / 2;
const NO_INK = -100;

const PEN = { median: 2.4, logSpread: 0.3, least: 1.3, most: 5.4 } as const;
/** Width over which an edge fades, in pixels. */
const EDGE = { least: 1.0, span: 0.5 } as const;
const PRESSURE_SPREAD = 0.12;

/** Holds the buffers, so that drawing allocates nothing. */
export class Ink {
  /** How deep inside the ink a pixel's centre lies, in pixels; negative outside. */
  private readonly depth = new Float64Array(SIDE * SIDE);
  private readonly radius = new Float64Array(512);

  /** Draws `path` into the 784 bytes of `out` from `offset`. The path's points are moved into the box. */
  draw(path: PenPath, random: Random, out: Uint8Array, offset: number): void {
    const pen = Math.min(
      PEN.most,
      Math.max(PEN.least, PEN.median * Math.exp(PEN.logSpread * random.normal())),
    );
    const edge = EDGE.least + EDGE.span * random.uniform();
    this.fit(path, pen);
    this.press(path, pen / 2, random);
    this.depth.fill(NO_INK);
    for (let i = 1; i < path.count; i++) if (path.penDown[i] === 1) this.stroke(path, i);
    this.develop(edge, out, offset);
  }

  /** Scales and moves the path so that it and half a pen width around it fill the box. */
  private fit(path: PenPath, pen: number): void {
    const { x, y, count } = path;
    let left = Infinity;
    let right = -Infinity;
    let top = Infinity;
    let bottom = -Infinity;
    for (let i = 0; i < count; i++) {
      if (x[i] < left) left = x[i];
      if (x[i] > right) right = x[i];
      if (y[i] < top) top = y[i];
      if (y[i] > bottom) bottom = y[i];
    }
    const scale = (BOX - pen) / Math.max(right - left, bottom - top);
    const dx = SIDE / 2 - (scale * (left + right)) / 2;
    const dy = SIDE / 2 - (scale * (top + bottom)) / 2;
    for (let i = 0; i < count; i++) {
      x[i] = scale * x[i] + dx;
      y[i] = scale * y[i] + dy;
    }
  }

  /** The pen's radius along each stroke: pressure swells and fades slowly. */
  private press(path: PenPath, radius: number, random: Random): void {
    const swell = PRESSURE_SPREAD * random.normal();
    const phase = 2 * Math.PI * random.uniform();
    const turns = 3 + 4 * random.uniform();
    const taper = PRESSURE_SPREAD * random.normal();
    for (let i = 0; i < path.count; i++) {
      const along = path.along[i];
      const factor = 1 + swell * Math.sin(turns * along + phase) + taper * (along - 0.5);
      this.radius[i] = radius * Math.min(1.3, Math.max(0.7, factor));
    }
  }

  /** Inks the straight piece from point i - 1 to point i. */
  private stroke(path: PenPath, i: number): void {
    const { depth } = this;
    const ax = path.x[i - 1];
    const ay = path.y[i - 1];
    const ar = this.radius[i - 1];
    const dx = path.x[i] - ax;
    const dy = path.y[i] - ay;
    const dr = this.radius[i] - ar;
    const inverse = 1 / Math.max(1e-9, dx * dx + dy * dy);
    const reach = Math.max(ar, ar + dr) + 0.75;
    const x0 = Math.max(MARGIN, Math.floor(Math.min(ax, ax + dx) - reach));
    const x1 = Math.min(MARGIN + BOX, Math.ceil(Math.max(ax, ax + dx) + reach));
    const y0 = Math.max(MARGIN, Math.floor(Math.min(ay, ay + dy) - reach));
    const y1 = Math.min(MARGIN + BOX, Math.ceil(Math.max(ay, ay + dy) + reach));
    for (let py = y0; py < y1; py++) {
      const v = py + 0.5 - ay;
      for (let px = x0; px < x1; px++) {
        const u = px + 0.5 - ax;
        const t = Math.min(1, Math.max(0, (u * dx + v * dy) * inverse));
        const eu = u - t * dx;
        const ev = v - t * dy;
        const inside = ar + t * dr - Math.sqrt(eu * eu + ev * ev);
        const at = py * SIDE + px;
        if (inside > depth[at]) depth[at] = inside;
      }
    }
  }

  /** Depth to grey values, moved by whole pixels so that the centre of mass is in the middle. */
  private develop(edge: number, out: Uint8Array, offset: number): void {
    const { depth } = this;
    const slope = 255 / edge;
    let mass = 0;
    let massX = 0;
    let massY = 0;
    for (let y = MARGIN; y < MARGIN + BOX; y++) {
      for (let x = MARGIN; x < MARGIN + BOX; x++) {
        const at = y * SIDE + x;
        const grey = Math.round(Math.min(255, Math.max(0, 127.5 + slope * depth[at])));
        depth[at] = grey;
        mass += grey;
        massX += grey * x;
        massY += grey * y;
      }
    }
    const shift = (moment: number): number =>
      Math.min(MARGIN, Math.max(-MARGIN, Math.round(CENTRE - moment / mass)));
    const dx = shift(massX);
    const dy = shift(massY);
    out.fill(0, offset, offset + SIDE * SIDE);
    for (let y = MARGIN; y < MARGIN + BOX; y++) {
      const from = y * SIDE;
      const to = offset + (y + dy) * SIDE + dx;
      for (let x = MARGIN; x < MARGIN + BOX; x++) out[to + x] = depth[from + x];
    }
  }
}
