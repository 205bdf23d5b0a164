// npm run try:kills -- [kills] [seed]: trains one run in a Chromium that is killed again and again, at random moments, with everything
// it started. After each kill the run must open at the last save that the page had shown, or later, and in the end its losses must
// be those of a run that nothing interrupted, to the last bit. Ends with 1 where one of these fails.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { PROGRAM_PATIENCE_MS, STATE_PATIENCE_MS } from '../src/testing/patience';
import { chromiumArgs, findBrowser } from './findBrowser';
import { servePage } from './servePage';

const [kills, seed] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1)];
const CONFIG =
  'dataset=synthetic-digits&dataset.size=500&model=dcgan-light&model.width=0.5&batch=8&backend=wasm&threads=2' +
  `&measureEvery=0&sampleEvery=20&autosaveSeconds=5&steps=1000000&seed=${seed}`;
/** Between these a browser trains before it is killed. */
const [LEAST_MS, MOST_MS] = [300, 11_000];

/** Park and Miller 1988: the same moments for the same seed. */
let state = (seed * 48271) % 2147483647 || 1;
const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;

type Losses = readonly (readonly [step: number, d: number, g: number])[];

const server = await servePage();
const { executablePath } = await findBrowser();

interface Opened {
  readonly browser: Browser;
  readonly page: Page;
}

async function open(profile: string, hash: string): Promise<Opened> {
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: profile,
    args: [...chromiumArgs],
    timeout: PROGRAM_PATIENCE_MS,
    protocolTimeout: STATE_PATIENCE_MS,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(STATE_PATIENCE_MS);
  await page.goto(`${server.url}?headless=1#${hash}`);
  await page.waitForSelector('html[data-backend]:not([data-backend=""])');
  return { browser, page };
}

const stepOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset.runStep ?? 0));
/** The last save that the page shows, 0 before the first. */
const savedOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const shown = /Saved at step ([\d,]+)/.exec(document.body.innerText)?.[1] ?? '0';
    return Number(shown.replaceAll(',', ''));
  });
const statusOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.dataset.runStatus ?? '');
const press = (page: Page, name: string): Promise<void> =>
  page.locator(`aria/${name}[role="button"]`).click();

async function train(page: Page): Promise<void> {
  const before = await stepOf(page);
  await press(page, 'Train');
  await page.waitForFunction((step) => Number(document.documentElement.dataset.runStep) > step, {}, before);
}

/** Kills the browser and whatever it started, as a device that loses its power would. */
async function kill({ browser }: Opened): Promise<void> {
  const child = browser.process();
  if (child?.pid === undefined) throw new Error('The browser has no process.');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await gone;
  await browser.disconnect();
}

const lossesOf = (page: Page): Promise<Losses> =>
  page.evaluate(async () => {
    const told = await window.ganvas?.result();
    return (told?.run.history ?? []).map(({ step, dLoss, gLoss }) => [step, dLoss, gLoss] as const);
  });

const faults: string[] = [];
const profile = await mkdtemp(join(tmpdir(), 'ganvas-kills-'));
let opened = await open(profile, `/train?${CONFIG}`);
let lost = 0;
for (let n = 1; n <= kills; n++) {
  await train(opened.page);
  await sleep(LEAST_MS + random() * (MOST_MS - LEAST_MS));
  const [saved, step, hash] = [
    await savedOf(opened.page),
    await stepOf(opened.page),
    await opened.page.evaluate(() => location.hash.slice(1)),
  ];
  await kill(opened);
  opened = await open(profile, hash);
  if (saved > 0)
    await opened.page.waitForFunction(() => Number(document.documentElement.dataset.runStep) > 0);
  const back = await stepOf(opened.page);
  lost = Math.max(lost, step - back);
  if (back < saved) faults.push(`kill ${n}: opened at step ${back}, saved at ${saved} before`);
  console.log(`kill ${n} at step ${step}, saved at ${saved}: opens at ${back}`);
}
await train(opened.page);
await press(opened.page, 'Pause');
await opened.page.waitForSelector('html[data-run-status=paused]');
const losses = await lossesOf(opened.page);
await kill(opened);

const last = losses.at(-1)?.[0] ?? 0;
const fresh = await mkdtemp(join(tmpdir(), 'ganvas-kills-'));
const whole = await open(fresh, `/train?${CONFIG.replace('steps=1000000', `steps=${last}`)}`);
await press(whole.page, 'Train');
// Asked again and again: a single question has to be answered before the run is through.
while ((await statusOf(whole.page)) !== 'done') await sleep(1000);
const expected = await lossesOf(whole.page);
await whole.browser.close();
const differs = expected.findIndex((row, i) => row.join() !== losses[i]?.join());
if (differs !== -1 || expected.length !== losses.length)
  faults.push(
    `losses differ from entry ${differs} on: ${losses[differs]?.join()}, expected ${expected[differs]?.join()}`,
  );
for (const folder of [profile, fresh]) await rm(folder, { recursive: true, force: true });
await server.close();
faults.forEach((fault) => console.error(fault));
console.log(
  `${kills} kills, ${last} steps, ${losses.length} losses compared, at most ${lost} steps lost; ${faults.length} faults`,
);
process.exit(faults.length > 0 ? 1 : 0);
