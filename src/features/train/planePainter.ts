// Draws a moment of the plane on a canvas, in layers: what the police think, their border, real points, the forger's sheet,
// its points and where they are pushed. Reads colours from the style sheet; knows no Vue.
import type { PlaneView } from '../../core/planeView';
import {
  arrowEnd,
  arrowScale,
  borderLines,
  inkOf,
  surfacePixels,
  toX,
  toY,
} from '../../ui/images/planePicture';

export const PLANE_LAYERS = ['surface', 'real', 'sheet', 'samples', 'pushes'] as const;
export type PlaneLayer = (typeof PLANE_LAYERS)[number];

export interface PlaneScene {
  /** The moment; null where only points are known. */
  readonly view: PlaneView | null;
  /** Points of the generator, [count * 2]. */
  readonly samples: Float32Array;
  /** Real points, [count * 2]. */
  readonly real: Float32Array;
  readonly layers: ReadonlySet<PlaneLayer>;
}

/** The hues of the page as it is coloured now. */
function coloursOf(element: Element) {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    generator: of('--generator'),
    dark: of('--generator-text'),
    discriminator: of('--discriminator'),
    real: of('--real'),
    ground: of('--card'),
  };
}

/** A painter for one canvas, which is square; `paint` fills all of it. */
export function planePainter(canvas: HTMLCanvasElement): { paint(scene: PlaneScene): void } {
  const found = canvas.getContext('2d', { alpha: false });
  if (!found) throw new TypeError('The browser gives no canvas to draw on');
  const context = found;
  const small = document.createElement('canvas');

  /** Squares: a browser without a graphics card fills them many times as fast as circles. */
  function dots(points: Float32Array, side: number): void {
    const size = canvas.width;
    for (let i = 0; i + 1 < points.length; i += 2)
      context.fillRect(toX(points[i], size) - side / 2, toY(points[i + 1], size) - side / 2, side, side);
  }

  function surface({ surface: values, side }: PlaneView, real: string, forged: string): void {
    if (small.width !== side) [small.width, small.height] = [side, side];
    const pixels = surfacePixels(values, side, inkOf(real), inkOf(forged));
    small.getContext('2d')?.putImageData(new ImageData(pixels, side, side), 0, 0);
    context.imageSmoothingEnabled = true;
    context.drawImage(small, 0, 0, canvas.width, canvas.height);
  }

  function border({ surface: values, side }: PlaneView): void {
    const size = canvas.width;
    const lines = borderLines(values, side);
    context.beginPath();
    for (let i = 0; i < lines.length; i += 4) {
      context.moveTo(toX(lines[i], size), toY(lines[i + 1], size));
      context.lineTo(toX(lines[i + 2], size), toY(lines[i + 3], size));
    }
    context.stroke();
  }

  /** Rings and spokes; the generator may fold them over each other. */
  function sheet({ sheet: points, spokes }: PlaneView): void {
    const size = canvas.width;
    const rings = points.length / 2 / spokes;
    const go = (move: boolean, ring: number, spoke: number): void => {
      const i = 2 * (ring * spokes + (spoke % spokes));
      const [x, y] = [toX(points[i], size), toY(points[i + 1], size)];
      if (move) context.moveTo(x, y);
      else context.lineTo(x, y);
    };
    context.beginPath();
    for (let ring = 1; ring < rings; ring++)
      for (let spoke = 0; spoke <= spokes; spoke++) go(spoke === 0, ring, spoke);
    for (let spoke = 0; spoke < spokes; spoke += 2)
      for (let ring = 0; ring < rings; ring++) go(ring === 0, ring, spoke);
    context.stroke();
  }

  function pushes({ samples, pushes: along }: PlaneView, head: number): void {
    const size = canvas.width;
    const scale = arrowScale(along);
    if (scale === 0) return;
    context.beginPath();
    for (let i = 0; i + 1 < along.length; i += 2) {
      const end = arrowEnd(samples[i], samples[i + 1], along[i], along[i + 1], scale);
      const [x, y] = [toX(end[0], size), toY(end[1], size)];
      const angle = Math.atan2(-along[i + 1], along[i]);
      context.moveTo(toX(samples[i], size), toY(samples[i + 1], size));
      context.lineTo(x, y);
      for (const side of [2.6, -2.6]) {
        context.moveTo(x, y);
        context.lineTo(x + head * Math.cos(angle + side), y + head * Math.sin(angle + side));
      }
    }
    context.stroke();
  }

  return {
    paint({ view, samples, real, layers }) {
      const colour = coloursOf(canvas);
      const unit = canvas.width / 400;
      context.globalAlpha = 1;
      context.fillStyle = colour.ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (view && layers.has('surface')) {
        surface(view, colour.real, colour.generator);
        context.lineWidth = 1.5 * unit;
        context.strokeStyle = colour.discriminator;
        border(view);
      }
      if (layers.has('real')) {
        context.fillStyle = colour.real;
        context.globalAlpha = 0.55;
        dots(real, Math.round(2.4 * unit));
      }
      if (view && layers.has('sheet')) {
        context.strokeStyle = colour.generator;
        context.globalAlpha = 0.5;
        context.lineWidth = 0.7 * unit;
        sheet(view);
      }
      context.globalAlpha = 0.85;
      if (layers.has('samples')) {
        context.fillStyle = colour.dark;
        dots(samples, Math.round(3 * unit));
      }
      if (view && layers.has('pushes')) {
        context.strokeStyle = colour.dark;
        context.lineWidth = 1.1 * unit;
        pushes(view, 3.5 * unit);
      }
    },
  };
}
