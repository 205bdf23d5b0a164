// What a network names in a picture: the share of each class, the largest first, as bars with their words.
import { element } from './dom';
import type { Say } from './texts';

/** Of more classes the first ones are shown. */
const MOST_SHOWN = 10;

export interface Shares {
  readonly element: HTMLElement;
  /** @param values one for each name */
  show(values: Float32Array): void;
}

export function shares(names: readonly string[], say: Say): Shares {
  const list = element('ol', { className: 'shares' });
  const percent = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  function show(values: Float32Array): void {
    const order = names.map((_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
    list.replaceChildren(
      ...order.slice(0, MOST_SHOWN).map((i) => {
        const bar = element('span', { className: 'bar' });
        bar.style.width = `${100 * Math.max(0, Math.min(1, values[i]))}%`;
        const text = say('nameShare', { name: names[i], share: percent.format(values[i]) });
        return element('li', {}, element('span', { textContent: text }), bar);
      }),
    );
  }
  const title = element('h2', { textContent: say('namedPicture') });
  return { element: element('section', { className: 'shown' }, title, list), show };
}
