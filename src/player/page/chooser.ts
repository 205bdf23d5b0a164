// What is chosen beside the noise: a class, or one of several generators. One row of radio buttons.
import { element } from './dom';

export function chooser(
  title: string,
  names: readonly string[],
  choose: (index: number) => void,
): HTMLElement {
  const options = names.map((name, index) =>
    element(
      'label',
      { className: 'choice' },
      element('input', {
        type: 'radio',
        name: 'choice',
        checked: index === 0,
        onchange: () => choose(index),
      }),
      element('span', { textContent: name }),
    ),
  );
  return element('fieldset', { className: 'chooser' }, element('legend', { textContent: title }), ...options);
}
