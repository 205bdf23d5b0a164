// The page as a service worker keeps it: isolated where the host sends no headers, open without a network, changed whole or not
// at all, and gone when the person says so.
import type { Page } from '@playwright/test';
import { Board } from '../support/board';
import { expect, test as base } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const test = base.extend<{ host: Board }>({
  host: async ({ page }, use) => {
    const host = await Board.start();
    await use(host);
    await page.close();
    await host.stop();
  },
});
test.use({ serviceWorkers: 'allow' });

const TWO_THREADS = QUICK_RUN.replace('&threads=1', '&threads=2');

const isIsolated = (page: Page): Promise<boolean> => page.evaluate(() => window.crossOriginIsolated);
const versions = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('ganvas-page ')));

/** What Chromium says that the page lacks for being installed as an app; the tests' windows are private ones. */
async function missesForInstalling(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  await session.detach();
  return installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
}

async function isKept(page: Page): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/about`);
  await expect(page.getByText('This page opens without a network.')).toBeVisible();
}

test('where the host sends no headers it isolates itself, with one reload, in any folder, beside the kiosk', async ({
  page,
  host,
  train,
}) => {
  host.isolated = false;
  host.folder = 'course/gan/';
  let loads = 0;
  page.on('load', () => loads++);
  await page.goto(`${host.url}#/train?${TWO_THREADS}`);
  await expect.poll(() => isIsolated(page).catch(() => false)).toBe(true);
  await expect(train.statusBar).toContainText('on 2 threads');
  await train.trainTo(3);
  expect(loads).toBe(2);
  await page.reload();
  await expect(train.statusBar).toContainText('on 2 threads');

  await page.goto(`${host.url}kiosk/`);
  await expect(page.locator('.kiosk')).toHaveAttribute('data-model', 'built-in');
  // The kiosk isolates itself, too, by a reload that may come in the middle of a look.
  const scopes = (): Promise<string[]> =>
    page
      .evaluate(async () => {
        const registrations = await navigator.serviceWorker.getRegistrations();
        return registrations.map(({ scope }) => new URL(scope).pathname).sort();
      })
      .catch(() => []);
  await expect.poll(scopes).toEqual(['/course/gan/', '/course/gan/kiosk/']);
});

test('in a frame that is not isolated it does not reload, and trains on one thread', async ({
  page,
  host,
}) => {
  host.isolated = false;
  host.files.set(
    'outer.html',
    `<!doctype html><iframe src="./#/train?${TWO_THREADS}" width=1200 height=800></iframe>`,
  );
  await page.goto(`${host.url}outer.html`);
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('contentinfo')).toContainText('on 1 thread');
  await inside.getByRole('button', { name: 'Train', exact: true }).click();
  await expect
    .poll(async () => Number(await inside.locator('html').getAttribute('data-run-step')))
    .toBeGreaterThan(2);
  expect(host.sent.filter((path) => path === 'index.html').length, 'loaded, and kept').toBeLessThanOrEqual(2);
});

test('after one visit it opens without a network; all of it can be fetched, and none of it kept', async ({
  page,
  host,
  train,
}) => {
  await page.goto(`${host.url}#/train?${QUICK_RUN}`);
  await isKept(page);
  await expect.poll(() => missesForInstalling(page)).toEqual([]);
  host.silent = true;
  await page.goto(`${host.url}#/train?${QUICK_RUN}`);
  await page.reload();
  await train.trainTo(3);
  for (const place of ['use', 'judge', 'lab', 'export', 'runs'] as const) await train.goTo(place);

  await train.goTo('about');
  await page.getByRole('button', { name: /^Fetch all for a trip/ }).click();
  await expect(page.getByRole('alert')).toContainText('Not all could be fetched');
  host.silent = false;
  await page.getByRole('button', { name: /^Fetch all for a trip/ }).click();
  await expect(page.getByText(/^All of it is here: \d+ MB/)).toBeVisible();

  await page.getByRole('button', { name: 'Keep nothing of the page' }).click();
  await expect(page.getByText('it needs the network each time')).toBeVisible();
  expect(await versions(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText('it needs the network each time')).toBeVisible();
  await page.getByRole('button', { name: 'Keep the page on this device' }).click();
  await expect(page.getByText('This page opens without a network.')).toBeVisible();
});

test('a new version comes whole, when the person loads it; half of one changes nothing', async ({
  page,
  host,
}) => {
  const check = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const ended = new Promise<string>((resolve) =>
        registration.addEventListener('updatefound', () => {
          const { installing } = registration;
          installing?.addEventListener('statechange', () => resolve(installing.state), { once: true });
        }),
      );
      await registration.update();
      return ended;
    });
  await page.goto(host.url);
  await isKept(page);
  const [first] = await versions(page);
  const other = (path: string, content: Buffer): Buffer =>
    path === 'sw.js'
      ? Buffer.from(content.toString().replace(first.split(' ')[2] ?? '', 'another0version0'))
      : content;

  host.rewrite = (path, content) => (path === 'models/evaluator-mnist.bin' ? null : other(path, content));
  expect(await check()).toBe('redundant');
  expect(await versions(page)).toEqual([first]);

  host.rewrite = other;
  expect(await check()).toBe('installed');
  await expect(page.getByText('A new version of the page is here')).toBeVisible();
  expect(await versions(page)).toHaveLength(2);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load it' }).click()]);
  await expect.poll(() => versions(page)).toEqual(['ganvas-page / another0version0']);
});
