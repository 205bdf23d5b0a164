// The numbers of a latent as sliders: the strongest few, or all.
import { button, element } from './dom';
import type { Say } from './texts';

const FEW = 8;
const MOST = 3;
const STEP = 0.05;

export interface Sliders {
  readonly element: HTMLElement;
  /** Puts them where the latent is; the one that a person moves is there already. */
  follow(latent: Float32Array): void;
}

/** @param order indices of the numbers, first ones first */
export function sliders(
  order: readonly number[],
  say: Say,
  move: (index: number, value: number) => void,
): Sliders {
  const list = element('div', { className: 'sliders' });
  const shown = new Map<number, HTMLInputElement>();
  let latest: Float32Array | null = null;

  function slider(index: number): HTMLElement {
    const label = say('number', { number: index + 1 });
    const input = element('input', {
      type: 'range',
      min: String(-MOST),
      max: String(MOST),
      step: String(STEP),
    });
    input.addEventListener('input', () => move(index, input.valueAsNumber));
    shown.set(index, input);
    return element('label', { className: 'slider' }, element('span', { textContent: label }), input);
  }

  function follow(latent: Float32Array): void {
    latest = latent;
    for (const [index, input] of shown)
      if (Math.abs(input.valueAsNumber - latent[index]) > STEP / 2) input.value = latent[index].toFixed(2);
  }

  function show(all: boolean): void {
    shown.clear();
    list.replaceChildren(...order.slice(0, all ? order.length : FEW).map(slider));
    if (latest) follow(latest);
    more.textContent = all ? say('fewer') : say('all', { count: order.length });
    more.setAttribute('aria-expanded', String(all));
  }

  const more = button('', 'button', () => show(more.getAttribute('aria-expanded') !== 'true'));
  show(false);
  const help = element('p', {
    className: 'quiet small',
    textContent: say('slidersHelp', { count: order.length }),
  });
  const title = element('h2', { textContent: say('sliders') });
  const parts = order.length > FEW ? [title, help, list, more] : [title, help, list];
  return { element: element('section', { className: 'card panel' }, ...parts), follow };
}
