// A first visit over a slow line: what travels before the engine does, counted while the engine is held back, so that no race
// decides it; the page can be used meanwhile, and trains when the engine comes.
import { Board } from '../support/board';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

/** Bodies as a server sends them, gzip. */
const MOST_BYTES = 400_000;
/** What the worker fetches behind its door (src/worker/door.ts). */
const ENGINE = '**/assets/engine-*.js';
const GERMAN = /assets\/de-/;

for (const [language, label, others] of [
  ['en', 'Seed', /assets\/(de|es|zh)-/],
  ['de', 'Startwert', /assets\/(es|zh)-/],
] as const) {
  test(`in ${language} it can be used after less than 400 kB, before the engine is here`, async ({
    page,
    train,
  }) => {
    const host = await Board.start();
    let letGo = (): void => undefined;
    const wanted = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(ENGINE, async (route) => {
      await wanted;
      await route.continue();
    });
    const asked = page.waitForRequest(ENGINE);
    await page.goto(`${host.url}?lang=${language}#/train?${QUICK_RUN}`);
    await asked;
    const field = page.getByRole('textbox', { name: label, exact: true });
    await expect(field).toHaveValue('1');
    await field.fill('16');
    await field.blur();
    await expect.poll(() => page.url()).toContain('seed=16');
    expect(host.sent.filter((path) => others.test(path) || path.endsWith('.wasm'))).toEqual([]);
    expect(host.sent.some((path) => GERMAN.test(path))).toBe(language === 'de');
    expect(host.sentBytes).toBeLessThan(MOST_BYTES);

    letGo();
    await expect(train.root).toHaveAttribute('data-backend', 'wasm');
    await page.keyboard.press('Space');
    await train.reachesStep(2);
    await page.close();
    await host.stop();
  });
}
