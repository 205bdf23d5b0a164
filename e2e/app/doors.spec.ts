// Doors that are shut: a page that cannot start says what is missing, wherever it is opened, and one that may keep nothing
// trains all the same. A healthy session leaves nothing loud in the console.
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const PAGES = ['index.html', 'kiosk/index.html'];
const dist = new URL('../../dist/', import.meta.url);

/** The one that no other script of the page asks for. */
const lastScript = async (name: string): Promise<string | undefined> =>
  [...(await readFile(new URL(name, dist), 'utf8')).matchAll(/src="[^"]*?(assets\/[^"]+\.js)"/g)].at(-1)?.[1];

test('each page says what it lacks: a server, an origin, a file', async ({ page, baseURL }) => {
  const said = page.getByRole('alert');
  for (const name of PAGES) {
    await test.step(`${name} as a file`, async () => {
      await page.goto(pathToFileURL(fileURLToPath(new URL(name, dist))).href);
      await expect(said).toContainText('Ganvas cannot start');
      await expect(said).toContainText('This page was opened as a file.');
      await expect(said).toContainText('npm start');
    });

    await test.step(`${name} in a frame without its origin`, async () => {
      await page.route('**/outer.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
          body: `<iframe sandbox="allow-scripts" src="./${name}"></iframe>`,
        }),
      );
      await page.goto(`${baseURL}outer.html`);
      const inside = page.frameLocator('iframe').getByRole('alert');
      await expect(inside).toContainText('sandbox without allow-same-origin');
      await expect(inside).toContainText(`Open it by itself: ${baseURL}${name}`);
    });

    await test.step(`${name} without its script`, async () => {
      const script = await lastScript(name);
      expect(script).toBeTruthy();
      await page.route(`**/${script}`, (route) => route.fulfill({ status: 404 }));
      await page.goto(`${baseURL}${name}`);
      await expect(said).toContainText(`A file of this page is missing: /${script}.`);
      await page.unrouteAll();
    });

    await test.step(`${name} with its script as text`, async () => {
      const script = await lastScript(name);
      await page.route(`**/${script}`, (route) => route.fulfill({ contentType: 'text/plain', body: '1' }));
      await page.goto(`${baseURL}${name}`);
      await expect(said).toContainText(`says of /${script} that it is text/plain`);
      await page.unrouteAll();
    });
  }
});

test('where the browser keeps nothing, the page trains all the same', async ({ page, train }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(globalThis, name, { get: denied });
  });
  await train.open(QUICK_RUN);
  await train.trainTo(2);
  await expect(train.samples).toBeVisible();
  await train.goTo('runs');
  await expect(page.getByRole('heading', { level: 1, name: 'Runs' })).toBeVisible();
});

test('nothing of a healthy session is loud in the console; the page carries the licences of what it bundles', async ({
  page,
  train,
}) => {
  const loud: string[] = [];
  page.on('console', (message) => {
    // A file that is missing is named by where the message stands only.
    if (message.text().includes('blocked by Playwright')) return; // service workers, see playwright.config.ts
    if (['warning', 'error'].includes(message.type()))
      loud.push(`${message.location().url}: ${message.text()}`);
  });
  await train.open(QUICK_RUN);
  await train.trainTo(3);
  for (const place of ['use', 'judge', 'lab', 'runs', 'about', 'export'] as const) await train.goTo(place);
  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('button', { name: /^Download \d/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'TensorFlow.js' });
  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('heading', { name: /^TensorFlow.js/ })).toBeVisible();
  await train.goTo('about');
  const [opened] = await Promise.all([
    page.context().waitForEvent('response', (response) => response.url().endsWith('/licences.txt')),
    page.getByRole('link', { name: 'their licences' }).click(),
  ]);
  const text = await opened.text();
  for (const name of [
    '@litertjs/core',
    '@tensorflow/tfjs-core',
    'chart.js',
    'fflate',
    'h5wasm',
    'idb',
    'vue',
  ])
    expect(text).toContain(`\n${name} `);
  expect(loud).toEqual([]);
});
