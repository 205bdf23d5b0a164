// What is no part of the page does not run in it, and is said: markup in names and links, scripts put into the document,
// text as code; with the headers of `npm start`, and on a server that sends none.
import type { Page } from '@playwright/test';
import { pageHeaders } from '../../vite/pageHeaders';
import { RunsPage } from '../support/runsPage';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const MARKUP = '<img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>';
const BLOCKED = 'Something was kept from running';

test('every answer carries the same headers', async ({ request }) => {
  for (const path of ['./', './kiosk/', './files.json', './datasets/mnist/none.gz', './icon.svg']) {
    const headers = (await request.get(path)).headers();
    for (const [name, value] of Object.entries(pageHeaders())) {
      expect(headers[name.toLowerCase()], `${name} of ${path}`).toBe(value);
    }
  }
});

/** Tries to run something in the page in every way that markup and text have; which of them threw. */
const attack = (page: Page): Promise<string[]> =>
  page.evaluate(async (markup) => {
    // A script that drives the page may turn text into code by itself; what comes after a turn is the page's own.
    await new Promise((resolve) => setTimeout(resolve));
    const thrown: string[] = [];
    const attempt = (name: string, act: () => void): void => {
      try {
        act();
      } catch {
        thrown.push(name);
      }
    };
    const ran = "document.title = 'ran'";
    attempt('markup', () => (document.body.innerHTML += markup));
    attempt('code', () => void new Function(ran)());
    attempt('worker', () => void new Worker(`data:text/javascript,${ran}`));
    attempt('handler', () => {
      const image = document.createElement('img');
      image.setAttribute('onerror', ran);
      image.src = './no-such-image.png';
      document.body.append(image);
    });
    attempt('script', () => {
      const script = document.createElement('script');
      script.append(ran);
      document.body.append(script);
    });
    return thrown;
  }, MARKUP);

for (const sends of ['the headers of npm start', 'no headers'] as const) {
  test(`what is injected does not run: a server that sends ${sends}`, async ({ page, train }) => {
    if (sends === 'no headers') {
      await page.route(/\/(#.*)?$/, async (route) => {
        const answer = await route.fetch();
        const headers = Object.fromEntries(
          Object.entries(answer.headers()).filter(([name]) => name !== 'content-security-policy'),
        );
        await route.fulfill({ response: answer, headers });
      });
    }
    await train.open(QUICK_RUN);
    await train.goTo('about');
    expect(await attack(page)).toEqual(['markup', 'code', 'worker', 'handler']);
    await expect(page.getByText(BLOCKED).first()).toBeVisible();
    await expect(page).toHaveTitle(/About/);
    await train.goTo('train');
    await train.trainTo(3);
    await expect(page).toHaveTitle(/Train/);
  });
}

test('names and links are text wherever they are shown', async ({ page, train }) => {
  const runs = new RunsPage(page);
  await train.open(`${QUICK_RUN}&model.width=${encodeURIComponent(MARKUP)}`);
  await expect(page.getByText('<img src=x onerror').first()).toBeVisible();
  await train.trainTo(2);
  await train.goTo('runs');
  await runs.rename(MARKUP);
  await expect(runs.card(MARKUP)).toBeVisible();
  await train.goTo('lab');
  await expect(page.getByText(BLOCKED)).toHaveCount(0);
  await expect(page).toHaveTitle(/Lab/);
});
