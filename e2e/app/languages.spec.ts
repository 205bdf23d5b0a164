// The page in another language, place by place: the document says which, and no sentence that is known in English shows.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PLACES } from '../../src/places';
import catalogue from '../../src/stores/catalogueWords/de';
import later from '../../src/stores/catalogueWords/de/later';
import modelFiles from '../../src/stores/catalogueWords/de/modelFiles';
import sentences from '../../src/stores/catalogueWords/de/sentences';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const SRC = path.resolve(import.meta.dirname, '../../src');
/** Shorter texts may stand within another language's words. */
const SHORTEST = 15;

interface Texts {
  readonly [key: string]: string | Texts;
}
const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;

/** `[key, text]` of a tree of texts. */
const flat = (tree: Texts, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  );

async function textsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const loaded: unknown = await import(path.join(SRC, file));
  const tree = isTexts(loaded) ? loaded.default : undefined;
  if (!isTexts(tree)) throw new TypeError(`${file} exports no texts`);
  return new Map(flat(tree));
}

/** English sentences without values, that German has otherwise. */
async function englishSentences(): Promise<readonly string[]> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)words\/en\.ts$/.test(name),
  );
  const ofWords = await Promise.all(
    files.map(async (file) => {
      const german = await textsOf(file.replace(/en\.ts$/, 'de.ts'));
      return [...(await textsOf(file))]
        .filter(([key, text]) => german.get(key) !== text)
        .map(([, text]) => text);
    }),
  );
  const others = Object.entries({ ...catalogue, ...sentences, ...later, ...modelFiles }).filter(
    ([english, german]) => english !== german,
  );
  return [...ofWords.flat(), ...others.map(([english]) => english)].filter(
    (text) => text.length >= SHORTEST && text.includes(' ') && !/[{|*[]/.test(text),
  );
}

/** All that is read on the page, names of buttons and pictures included. */
const saidOn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('title') ?? '',
      ]),
    ].join('\n'),
  );

/** Panels of settings that scroll sideways, with all of their groups open. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    for (const group of document.querySelectorAll('aside.settings details')) group.setAttribute('open', '');
    return [...document.querySelectorAll('aside.settings')]
      .filter((panel) => panel.scrollWidth > panel.clientWidth)
      .map((panel) => `${panel.scrollWidth} > ${panel.clientWidth}`);
  });

test('every place speaks German where a link says so, errors too', async ({ page, train }) => {
  const english = await englishSentences();
  expect(english.length).toBeGreaterThan(500);
  await page.goto(`./#/train?${QUICK_RUN}&lang=de&packung=2`);
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  await expect(train.root).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('alert')).toContainText('Es gibt keine Einstellung namens "packung"');
  await page.getByRole('button', { name: 'Schritt', exact: true }).click();
  await expect(page.getByRole('img', { name: /bei Schritt 1$/ })).toBeVisible();
  for (const { path: place, name } of PLACES.filter((one) => one.name !== 'components')) {
    await page.evaluate((to) => void (location.hash = to), place);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expect
      .poll(
        async () => {
          const said = await saidOn(page);
          return english.filter((text) => said.includes(text));
        },
        { message: `English at ${name}` },
      )
      .toEqual([]);
    if (name === 'runs')
      await expect(page.getByRole('article', { name: 'DCGAN, leicht · Synthetische Ziffern' })).toBeVisible();
    expect(await tooWide(page), `settings at ${name}`).toEqual([]);
    await expect(train.root).toHaveAttribute('lang', 'de');
  }
  // A lesson link, altered by hand, on a page that is opened by it: its strip comes after the place.
  await page.goto('about:blank');
  await page.goto(`./#/train?${QUICK_RUN}&lang=de&lock=fest&hide=farbe`);
  await expect(page.getByText(/^\d+ Einstellungen sind festgelegt\.$/)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(
    'Die Sperre (lock) ist "fest"; erlaubt ist eines von allow, fix, hide. Genommen wurde fix. Es gibt keine Einstellung namens "farbe"',
  );
});
