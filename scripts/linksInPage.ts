// Opens altered links in the built page, in a headless Chromium, in one language after the other: the console stays silent, a place is
// shown, what the readers list is said, the address keeps what it was given or says the same settings, and a lock is there. Run by
// scripts/tryLinks.ts.
import { chromium, type Browser } from '@playwright/test';
import { plainHash } from '../src/core/plainHash';
import { createRandom } from '../src/core/random';
import { chooseToSpeak } from '../src/i18n/language';
import { LANGUAGE_IDS, LANGUAGES, type Language } from '../src/i18n/languages';
import german from '../src/features/classLink/words/de';
import english from '../src/features/classLink/words/en';
import spanish from '../src/features/classLink/words/es';
import chinese from '../src/features/classLink/words/zh';
import { inWords } from '../src/stores/catalogueWords';
import { alteredLink, type AlteredLink } from '../src/testing/links/alteredLinks';
import { BY_ACCIDENT, readAltered, settingsOf, withoutQuotes } from '../src/testing/links/readAltered';
import { findBrowser, launchOptions } from './findBrowser';
import { servePage } from './servePage';

const WORDS = { en: english, de: german, es: spanish, zh: chinese } as const;
const PATIENCE_MS = 60_000;
/** The page writes its address at most every 400 ms. */
const BETWEEN_LOOKS_MS = 600;
/** What browsers take off an address themselves. */
const TAKEN_OFF = '#:~:';
/** Reasons of the notice, and names behind them. */
const MOST_LISTED = 20;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const lettersOf = (text: string): string =>
  decoded(decoded(decoded(text)))
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Whether every pair of one address stands in the other, however they are encoded and wherever they lead. */
const keeps = (given: string, now: string): boolean =>
  plainHash(given)
    .replace(/^[^?]*/, '')
    .split(/[?&#;]/)
    .every((part) => lettersOf(now).includes(lettersOf(part).slice(0, 200)));

/** What is wrong with the page that this link opened. */
async function faultsIn(
  browser: Browser,
  url: string,
  link: AlteredLink,
  language: Language,
): Promise<readonly string[]> {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: LANGUAGES[language].numbers });
  const faults: string[] = [];
  const given = `${link.search}${link.hash}`;
  try {
    const page = await context.newPage();
    page.on('console', (message) => void faults.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => void faults.push(`page error: ${error.message}`));
    await page.goto(`${url}${given}`);
    await page
      .locator('html[data-backend]:not([data-backend=""])')
      .waitFor({ state: 'attached', timeout: PATIENCE_MS });
    await page.locator('h1').first().waitFor({ state: 'attached', timeout: PATIENCE_MS });
    for (let before = ''; before !== page.url();) {
      before = page.url();
      await page.waitForTimeout(BETWEEN_LOOKS_MS);
    }
    const said = (await page.locator('.notice').allInnerTexts()).join('\n');
    const text = await page.locator('body').innerText();
    const { search, hash } = new URL(page.url());
    const { leftOut, isLocked, faults: ofReaders } = readAltered(link);
    faults.push(...ofReaders);

    const accident = BY_ACCIDENT.exec(withoutQuotes(said)) ?? /undefined|\[object|native code/.exec(text);
    if (accident && !decoded(given).includes(accident[0]))
      faults.push(`says ${accident[0]}: ${said.slice(0, 300)}`);
    const { open } = WORDS[language].strip;
    const isShut = (await page.getByRole('button', { name: open, exact: true }).count()) > 0;
    if (isShut !== isLocked) faults.push(isLocked ? 'is not locked' : 'is locked');
    for (const { key, reason } of leftOut.slice(0, MOST_LISTED))
      if (
        reason !== '' &&
        !key.startsWith(TAKEN_OFF) &&
        !said.includes(key.slice(0, 40)) &&
        !said.includes(inWords(reason))
      )
        faults.push(`does not say: ${reason}`);
    const isHere = /^#\/(train|translate)/.test(hash);
    const isWhole = leftOut.every(({ key }) => !key.startsWith(TAKEN_OFF));
    if (isHere && settingsOf(link.search, link.hash) !== settingsOf(search, hash))
      faults.push(`the address came to ${search}${hash}`);
    if (leftOut.length > 0 && !isLocked && isWhole && !keeps(given, `${search}${hash}`))
      faults.push(`the address lost something: ${search}${hash}`);
    if (isLocked && settingsOf('', hash) !== '' && readAltered({ ...link, search, hash }).isLocked === false)
      faults.push(`the address has no lock: ${hash}`);
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  } finally {
    await context.close();
  }
  return faults;
}

/** @throws Error where something is wrong with one of the pages */
export async function tryLinksInPage(count: number, seed: number): Promise<void> {
  const server = await servePage();
  const { executablePath } = await findBrowser();
  const browser = await chromium.launch(launchOptions(executablePath));
  const broken: string[] = [];
  let [listed, locked] = [0, 0];
  try {
    for (let i = 0; i < count; i++) {
      const link = alteredLink(createRandom(seed, i));
      const language = LANGUAGE_IDS[i % LANGUAGE_IDS.length];
      const { leftOut, isLocked } = readAltered(link);
      listed += Number(leftOut.length > 0);
      locked += Number(isLocked);
      const about = `${i} in ${language} (${link.how.slice(0, 120)}) ${link.search}${link.hash}`.slice(
        0,
        600,
      );
      await chooseToSpeak(language);
      const faults = await faultsIn(browser, server.url, link, language);
      broken.push(...faults.map((fault) => `${fault.slice(0, 400)}\n  in ${about}`));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(
    `${count} links in the page (seed ${seed}): ${locked} locked, ${listed} with something listed, ${broken.length} faults`,
  );
  if (broken.length > 0) throw new Error(broken.join('\n'));
}
