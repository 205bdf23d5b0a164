// The page as a person uses it, in any browser: what is shown by role and name, and the facts that the page writes on its
// root element. What does not come is named, with the alarms that the page showed instead.
import { until } from '../../src/testing/until';
import type { OtherBrowser } from './browser';
import { FOUND, markFound, ROLES, type Role } from './find';

type Name = string | RegExp;

/** Each look goes through a driver and lays the page out anew, which is taken from what the page has to do. */
const LOOK_EVERY_MS = 50;

/** A text that a name must be, as a pattern's source. */
const patternOf = (name: Name): string =>
  typeof name === 'string' ? `^${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$` : name.source;

export interface Found {
  readonly text: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');

function readFound(value: unknown): Found | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('text' in value && 'value' in value && 'disabled' in value && 'attributes' in value)) return null;
  const { attributes, disabled } = value;
  if (!isTexts(attributes)) return null;
  return { text: String(value.text), value: String(value.value), disabled: disabled === true, attributes };
}

export class StoryPage {
  constructor(
    readonly browser: OtherBrowser,
    /** With a slash at its end. */
    readonly base: string,
  ) {}

  /** Opens a place by its address behind the number sign and waits until a backend is ready. */
  async open(hash: string): Promise<void> {
    await this.browser.goTo(`${this.base}#${hash}`);
    await this.isReady();
  }

  async reload(): Promise<void> {
    await this.browser.reload();
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await this.until('a backend', async () => (await this.fact('backend')) !== '');
  }

  /** A fact of the root element; empty where there is none. */
  async fact(name: string): Promise<string> {
    const found = await this.browser.look((key) => document.documentElement.dataset[key] ?? '', name);
    return typeof found === 'string' ? found : '';
  }

  async step(): Promise<number> {
    return Number(await this.fact('runStep'));
  }

  async reachesStep(step: number): Promise<void> {
    await this.until(`step ${step}`, async () => (await this.step()) >= step);
  }

  async hasStatus(...statuses: readonly string[]): Promise<void> {
    await this.until(`a run that is ${statuses.join(' or ')}`, async () =>
      statuses.includes(await this.fact('runStatus')),
    );
  }

  /** What is shown under this role and name, or null. */
  async find(role: Role, name: Name): Promise<Found | null> {
    return readFound(await this.browser.look(markFound, ROLES[role], patternOf(name)));
  }

  /** The same, once it is shown. */
  async see(role: Role, name: Name): Promise<Found> {
    let found: Found | null = null;
    await this.until(`${role} ${String(name)}`, async () => (found = await this.find(role, name)) !== null);
    if (!found) throw new TypeError(`${role} ${String(name)} went again`);
    return found;
  }

  /** Presses a button, or whatever else has this role and name, once it may be pressed. */
  async press(name: Name, role: Role = 'button'): Promise<void> {
    await this.until(`${role} ${String(name)} that can be pressed`, async () => {
      if ((await this.find(role, name))?.disabled !== false) return false;
      return this.browser.click(FOUND);
    });
  }

  /** Presses a button as soon as the run has taken so many steps, sooner than a driver could. */
  async pressAt(step: number, name: Name): Promise<void> {
    await this.see('button', name);
    await this.browser.look(
      (selector, enough) => {
        const root = document.documentElement;
        const button = document.querySelector(selector);
        if (!(button instanceof HTMLElement)) throw new TypeError('the button is gone');
        return new Promise<void>((resolve) => {
          const look = () => {
            if (Number(root.dataset.runStep) < enough) return;
            observer.disconnect();
            button.click();
            resolve();
          };
          const observer = new MutationObserver(look);
          observer.observe(root, { attributes: true });
          look();
        });
      },
      FOUND,
      step,
    );
  }

  /** Chooses of a list by the label of the entry. Lists open outside of the page, where no driver looks. */
  async pick(name: Name, label: string): Promise<void> {
    await this.see('combobox', name);
    const chosen = await this.browser.look(
      (selector, wanted) => {
        const list = document.querySelector(selector);
        if (!(list instanceof HTMLSelectElement)) return false;
        const entry = [...list.options].find((option) => option.text.trim() === wanted);
        if (!entry) return false;
        list.value = entry.value;
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      FOUND,
      label,
    );
    if (chosen !== true) throw new TypeError(`The list ${String(name)} has no ${label}.`);
  }

  /** A text somewhere on the page. */
  async sees(text: RegExp): Promise<string> {
    let seen: string | undefined;
    await this.until(`the text ${String(text)}`, async () => {
      seen = text.exec(await this.text())?.[0];
      return seen !== undefined;
    });
    return seen ?? '';
  }

  async text(): Promise<string> {
    const text = await this.browser.look(() => document.body.innerText);
    return typeof text === 'string' ? text.replaceAll('\u00a0', ' ') : '';
  }

  async alarms(): Promise<string> {
    const found = await this.find('alert', /./);
    return found?.text ?? '';
  }

  async until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    try {
      await until(what, isSo, { everyMs: LOOK_EVERY_MS });
    } catch (error) {
      const says = (await this.alarms().catch(() => '')) || (await this.text().catch(() => '')).slice(0, 400);
      throw new Error(`${String(error)} The page says: ${says}`);
    }
  }
}
