// Small pictures of other latents, each a button that turns the picture into it. Drawn a few at a time, so that the page stays
// quick on slow devices.
import type { Images } from '../types';
import { button, element } from './dom';
import { paint } from './picture';
import type { Say } from './texts';

const COUNT = 18;
/** Longest time of drawing before the page may do something else. */
const SLICE_MS = 10;

export interface Gallery {
  readonly element: HTMLElement;
  /** Draws all of them anew, with the same latents. */
  redraw(): void;
}

interface GalleryJob {
  readonly say: Say;
  readonly fresh: () => Float32Array;
  readonly draw: (latent: Float32Array) => Images;
  readonly choose: (latent: Float32Array) => void;
}

export function gallery({ say, fresh, draw, choose }: GalleryJob): Gallery {
  const items = Array.from({ length: COUNT }, (_, i) => {
    const canvas = element('canvas');
    const item = { canvas, latent: fresh() };
    const press = element(
      'button',
      { type: 'button', className: 'thumb', onclick: () => choose(item.latent) },
      canvas,
    );
    press.setAttribute('aria-label', say('thumbnail', { number: i + 1 }));
    return { item, press };
  });
  let waiting: typeof items = [];

  function drawSome(): void {
    const until = performance.now() + SLICE_MS;
    do {
      const next = waiting.shift();
      if (next) paint(next.item.canvas, draw(next.item.latent));
    } while (waiting.length > 0 && performance.now() < until);
    if (waiting.length > 0) requestAnimationFrame(drawSome);
  }

  function redraw(): void {
    const idle = waiting.length === 0;
    waiting = [...items];
    if (idle) requestAnimationFrame(drawSome);
  }

  const others = button(say('others'), 'button', () => {
    for (const { item } of items) item.latent = fresh();
    redraw();
  });
  redraw();
  const head = element('div', { className: 'head' }, element('h2', { textContent: say('gallery') }), others);
  const help = element('p', { className: 'quiet small', textContent: say('galleryHelp') });
  const grid = element('div', { className: 'grid' }, ...items.map(({ press }) => press));
  return { element: element('section', { className: 'card panel' }, head, help, grid), redraw };
}
