// A component on a page of its own, for tests in happy-dom: found by role and words, as a person finds things.
import { createApp, nextTick, type App, type Component, h } from 'vue';

export interface Mounted {
  readonly root: HTMLElement;
  /** The one element that the selector finds. @throws Error when there is none */
  find<E extends HTMLElement = HTMLElement>(selector: string): E;
  /** The button with these words, or this name. @throws Error when there is none */
  button(words: string): HTMLButtonElement;
  /** Clicks, and waits until it is shown. */
  click(words: string): Promise<void>;
}

/**
 * @param props as in a template; listeners as `onChange`
 * @param install gives the app what its components look for: stores (`withStores`)
 */
export function mounted(
  component: Component,
  props: () => Readonly<Record<string, unknown>>,
  install: (app: App) => void = () => undefined,
): Mounted {
  const root = document.createElement('div');
  document.body.append(root);
  const app = createApp(() => h(component, { ...props() }));
  install(app);
  app.mount(root);
  const find = <E extends HTMLElement>(selector: string): E => {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector} in ${root.innerHTML}`);
    return found;
  };
  const button = (words: string): HTMLButtonElement => {
    const isIt = (one: HTMLButtonElement) =>
      one.getAttribute('aria-label') === words || one.textContent.trim() === words;
    const found = [...root.querySelectorAll('button')].find(isIt);
    if (!found) throw new Error(`There is no button "${words}" in ${root.innerHTML}`);
    return found;
  };
  return {
    root,
    find,
    button,
    async click(words) {
      button(words).click();
      await nextTick();
    },
  };
}
