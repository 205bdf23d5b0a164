// Firefox by WebDriver BiDi, which puppeteer speaks without a program between. https://pptr.dev/webdriver-bidi
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { PROGRAM_PATIENCE_MS, STATE_PATIENCE_MS } from '../../src/testing/patience';
import type { OtherBrowser } from './browser';
import { downloadInto } from './downloads';

/** Whether the pointer would meet an element, which is brought into view. Runs in the page. */
function isInReach(selector: string): boolean {
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = element?.getBoundingClientRect();
  const met = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return Boolean(met && element?.contains(met));
}

/** @param prefs settings as about:config has them */
export async function openFirefox(
  executablePath: string,
  prefs: Readonly<Record<string, unknown>> = {},
): Promise<OtherBrowser> {
  const downloads = await mkdtemp(join(tmpdir(), 'ganvas-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    timeout: PROGRAM_PATIENCE_MS,
    protocolTimeout: STATE_PATIENCE_MS,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      ...prefs,
    },
  });
  const [page] = await browser.pages();
  if (!page) throw new Error('Firefox has no page.');
  page.setDefaultTimeout(STATE_PATIENCE_MS);

  return {
    name: (await browser.version()).replace(/^firefox\//, 'Firefox '),
    async goTo(url) {
      // A document of its own: from one place of the page to another no load would follow.
      await page.goto('about:blank');
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    look: (fn, ...args) => page.evaluate(`(${String(fn)})(...${JSON.stringify(args)})`),
    async click(selector) {
      if (!(await page.evaluate(isInReach, selector))) return false;
      await page.click(selector);
      return true;
    },
    async choose(selector, path) {
      const input = await page.$(selector);
      if (!input) throw new Error(`There is no ${selector}.`);
      await (await input.toElement('input')).uploadFile(path);
    },
    download: (begin) => downloadInto(downloads, begin),
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}
