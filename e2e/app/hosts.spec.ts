// Any static host: the built page trains from a folder of servers that know nothing of it, and isolates itself there with one
// reload. In frames of other origins it trains, on as many threads as the outer page lets it, or says what is missing.
import { embedSnippet } from '../../src/features/classLink/embed';
import { Board } from '../support/board';
import { ISOLATED, serveCoursePage } from '../support/coursePage';
import { PLAIN_SERVERS, startPlainServer } from '../support/plainServers';
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
const FOLDERS = ['gan', 'course/gan', 'Kurs 3/Übung/gan', '~teacher/2026/+gan'];

for (const [index, server] of PLAIN_SERVERS.entries()) {
  const folder = FOLDERS[index % FOLDERS.length] ?? '';
  const { name, missing } = server;
  test(`${name} serves it from ${folder}: isolated after one reload, beside the kiosk ${missing ?? ''}`, async ({
    page,
    train,
  }) => {
    test.skip(missing !== undefined, missing);
    const host = await startPlainServer(server, folder);
    let loads = 0;
    page.on('load', () => loads++);
    await page.goto(`${host.url}#/train?${TWO_THREADS}`);
    await expect(train.statusBar).toContainText('on 2 threads');
    expect(loads).toBe(2);
    await page.reload();
    await expect(train.statusBar).toContainText('on 2 threads');
    await train.trainTo(2);
    expect(loads).toBe(3);

    await page.goto(`${host.url}kiosk/`);
    await expect(page.locator('.kiosk')).toHaveAttribute('data-model', 'built-in');
    await page.close();
    await host.stop();
  });
}

test('a host that forbids isolation is asked for one reload, and no more', async ({ page, host, train }) => {
  host.isolated = false;
  host.headers = { 'Cross-Origin-Opener-Policy': 'unsafe-none' };
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await page.goto(`${host.url}#/train?${TWO_THREADS}`);
  await expect.poll(() => loads.length, 'the one reload').toBe(2);
  await train.trainTo(3);
  await page.reload();
  await train.trainTo(4);
  await expect(train.statusBar).toContainText('on 1 thread');
  expect(loads).toHaveLength(3);
});

const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups';
const FRAMES = [
  { what: 'a course page as most are', outer: {}, named: false, change: ['', ''], threads: 1 },
  {
    what: 'an isolated course page that the host names',
    outer: ISOLATED,
    named: true,
    change: ['', ''],
    threads: 2,
  },
  {
    what: 'an isolated course page whose frame passes nothing on',
    outer: ISOLATED,
    named: true,
    change: ['cross-origin-isolated; ', ''],
    threads: 1,
  },
  {
    what: 'a sandbox that leaves the page its origin',
    outer: {},
    named: false,
    change: ['<iframe ', `<iframe sandbox="${SANDBOX}" `],
    threads: 1,
  },
] as const;

for (const { what, outer, named, change, threads } of FRAMES) {
  test(`in the frame of ${what} it trains, on ${threads} of two threads`, async ({ page, host }) => {
    const link = `${host.url}#/train?${TWO_THREADS}`;
    const [from, to] = change;
    const course = await serveCoursePage(outer, () => embedSnippet(link, 'Ganvas').replace(from, to));
    host.isolated = named;
    host.embedIn = named ? course.origin : '';
    await page.goto(course.origin);
    const inside = page.frameLocator('iframe');
    const root = inside.locator('html');
    const trainsTo = async (step: number) => {
      await inside.getByRole('button', { name: 'Train', exact: true }).click();
      await expect.poll(async () => Number(await root.getAttribute('data-run-step'))).toBeGreaterThan(step);
    };
    await trainsTo(2);
    const bar = inside.getByRole('contentinfo');
    await expect(bar).toContainText(`on ${threads} thread`);
    await bar.getByRole('button').first().click();
    await expect(inside.getByRole('dialog')).toContainText(
      threads === 2 ? 'threads can share memory' : 'The page that embeds this one does not isolate it',
    );
    expect(host.sent.filter((path) => path === 'index.html').length, 'loaded, and kept').toBeLessThanOrEqual(
      2,
    );
    await page.close();
    await course.close();
  });
}

test('in a sandbox that takes its origin away it says so, on any host', async ({ page, host }) => {
  host.isolated = false;
  const course = await serveCoursePage(
    {},
    () => `<iframe sandbox="allow-scripts" src="${host.url}"></iframe>`,
  );
  await page.goto(course.origin);
  const said = page.frameLocator('iframe').getByRole('alert');
  await expect(said).toContainText('sandbox without allow-same-origin');
  await expect(said).toContainText(`Open it by itself: ${host.url}`);
  await page.close();
  await course.close();
});
