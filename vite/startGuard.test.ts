// What a page says that cannot start, in every language: the script alone, with as much of a browser as it asks for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_IDS, LANGUAGES, type Language } from '../src/i18n/languages';

const GUARD = readFileSync(fileURLToPath(new URL('./startGuard.js', import.meta.url)), 'utf8');

interface Doors {
  readonly protocol?: string;
  readonly origin?: string;
  readonly search?: string;
  readonly languages?: readonly string[];
  readonly isKiosk?: boolean;
  /** Type that the server gives the script; none where it has no such file. Absent where no file is at fault. */
  readonly script?: string | null;
}

class FakeElement {
  readonly style = {};
  readonly children: FakeElement[] = [];
  textContent = '';
  lang = '';
  get firstChild(): FakeElement | null {
    return this.children.at(0) ?? null;
  }
  setAttribute(): void {}
  appendChild(child: FakeElement): void {
    this.children.push(child);
  }
}

/** @returns what stands on the page, and in which language it says that it is */
async function said({ protocol = 'https:', origin = 'https://here', ...doors }: Doors) {
  const { search = '', languages = [], isKiosk = false, script } = doors;
  const app = new FakeElement();
  let fail: (event: unknown) => void = () => undefined;
  const window = {};
  runInNewContext(GUARD, {
    location: { protocol, pathname: '/', search, hash: '', href: 'https://here/' },
    self: { origin, fetch: true },
    navigator: { languages },
    window,
    document: {
      documentElement: { hasAttribute: () => isKiosk },
      getElementById: () => app,
      // A browser without modules, where no file is at fault.
      createElement: () => Object.assign(new FakeElement(), script === undefined ? {} : { noModule: false }),
    },
    addEventListener: (name: string, hear: typeof fail) => void (name === 'error' && (fail = hear)),
    setTimeout: () => 0,
    fetch: () =>
      Promise.resolve({ ok: script !== null, headers: { get: () => (script === '' ? null : script) } }),
    URL,
  });
  if (script !== undefined) fail({ target: { src: 'https://here/main.js' } });
  await Promise.resolve();
  await Promise.resolve();
  const [box] = app.children;
  return { lang: box.lang, lines: box.children.map(({ textContent }) => textContent) };
}

const DOORS: readonly (readonly [string, Doors])[] = [
  ['opened as a file', { protocol: 'file:' }],
  ['framed without its origin', { origin: 'null' }],
  ['a browser without modules', {}],
  ['a kiosk', { isKiosk: true }],
  ['a missing file', { script: null }],
  ['a file missing on a kiosk', { script: null, isKiosk: true }],
  ['a script as text', { script: 'text/plain' }],
  ['a script of no type', { script: '' }],
];

describe.each(LANGUAGE_IDS)('in %s', (id: Language) => {
  it.each(DOORS)('%s', async (_, doors) => {
    const { lang, lines } = await said({ ...doors, search: `?lang=${id}` });
    expect(lang).toBe(LANGUAGES[id].tag);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    const english = (await said(doors)).lines;
    for (const [i, line] of lines.entries()) {
      expect(line).toMatch(/\S/u);
      expect(line).not.toMatch(/[{}]|undefined/u);
      if (id !== 'en') expect(line).not.toBe(english[i]);
    }
  });
});

it('takes the first language of the browser that it has', async () => {
  expect((await said({ languages: ['fr-FR', 'es-MX', 'de'] })).lines[0]).toBe('Ganvas no puede arrancar');
  expect((await said({ languages: ['constructor'] })).lang).toBe('en');
  expect((await said({ languages: ['de'], search: '?lang=zh-Hans' })).lang).toBe('zh-Hans');
});
