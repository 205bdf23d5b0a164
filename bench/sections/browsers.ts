// The page in other browsers than Chromium: training steps and the kiosk's images, beside one thread of Chromium in the same
// run. One browser at a time; a round goes over all of them.
import { chromium } from '@playwright/test';
import { keptState } from '../../e2e/others/beingKept';
import type { OtherBrowser } from '../../e2e/others/browser';
import { firefox, webKitGtk, wpe, type KnownBrowser } from '../../e2e/others/known';
import { holdToPlain } from '../../e2e/others/losses';
import { findBrowser, launchOptions } from '../../scripts/findBrowser';
import { until } from '../../src/testing/until';
import { median } from '../statistics';
import { figure, times, type Table } from '../table';
import { defineSection } from './define';

const STEPS = 1500;
const QUICK_STEPS = 20;
/** Plain JavaScript needs seconds for each. */
const JAVASCRIPT_STEPS = 2;
const KIOSK_IMAGES = 300;
/** A look goes through the browser's driver, whose work would be taken from what is measured. */
const SELDOM = { patienceMs: 900_000, everyMs: 1000 };
const RUN = 'dataset=synthetic-digits&model=dcgan-light&batch=8&seed=1&measureEvery=0&backend=wasm';

interface Measured {
  readonly round: number;
  readonly browser: string;
  /** What trained, in the page's words. */
  readonly on: string;
  /** From the first step on, compilation included. */
  readonly stepsPerSecond: number;
  /** Of the second half of the steps: kernels are compiled by then. */
  readonly settledPerSecond: number;
  /** Median of the kiosk for one image, in milliseconds; null where it is not measured. */
  readonly imageMs: number | null;
}

/** Chromium behind the interface of the others. @param plain its engine takes the kernels that WebKit takes */
async function openChromium(plain = false): Promise<OtherBrowser> {
  const { executablePath } = await findBrowser();
  const browser = await chromium.launch(launchOptions(executablePath));
  const context = await browser.newContext({ serviceWorkers: 'block' });
  if (plain) await holdToPlain(context);
  const page = await context.newPage();
  return {
    name: `Chromium ${browser.version()}`,
    async goTo(url) {
      await page.goto('about:blank');
      await page.goto(url);
    },
    reload: async () => void (await page.reload()),
    look: (fn, ...args) => page.evaluate(`(${String(fn)})(...${JSON.stringify(args)})`),
    click: (selector) => page.click(selector).then(() => true),
    choose: (selector, path) => page.setInputFiles(selector, path),
    close: () => browser.close(),
  };
}

/**
 * A first visit, until the browser has kept the page for a visit without a network, if it does: fetching and storing some megabytes takes
 * from the same cores as a run of seconds.
 */
async function visit(browser: OtherBrowser, url: string): Promise<void> {
  await browser.goTo(`${url}?headless=1`);
  const keeps = await browser.look(() => 'serviceWorker' in navigator);
  const isKept = async () => (await browser.look(keptState)) === 'activated';
  if (keeps === true) await until(`${browser.name} to keep the page`, isKept, SELDOM);
}

async function training(browser: OtherBrowser, url: string, threads: number, steps: number) {
  const query = `${RUN}&threads=${threads}&steps=${steps}`;
  await browser.goTo(`${url}?headless=1&autostart=1#/train?${query}`);
  const status = () => browser.look(() => document.documentElement.dataset.runStatus);
  await until(`the end of training in ${browser.name}`, async () => (await status()) === 'done', SELDOM);
  const told = await browser.look(async () => {
    const result = await window.ganvas?.result();
    const history = result?.run.history ?? [];
    const [half, last] = [history[(history.length - 1) >> 1], history.at(-1)];
    const settled = half && last ? (last.step - half.step) / (last.seconds - half.seconds) : null;
    return [result?.run.engine.description, result?.run.stepsPerSecond, settled];
  });
  const [on, stepsPerSecond, settledPerSecond]: unknown[] = Array.isArray(told) ? told : [];
  if (typeof on !== 'string' || typeof stepsPerSecond !== 'number' || typeof settledPerSecond !== 'number')
    throw new TypeError(`${browser.name} told ${JSON.stringify(told)}.`);
  return { on, stepsPerSecond, settledPerSecond };
}

async function kiosk(browser: OtherBrowser, url: string): Promise<number> {
  await browser.goTo(`${url}kiosk/?seed=1`);
  const images = () =>
    browser.look(() => Number(document.querySelector('.kiosk')?.getAttribute('data-images') ?? 0));
  const enough = async () => Number(await images()) >= KIOSK_IMAGES;
  await until(`the images of the kiosk in ${browser.name}`, enough, SELDOM);
  const said = await browser.look(() => document.querySelector('.facts')?.textContent ?? '');
  return Number(/([\d.]+) ms an image/.exec(String(said))?.[1] ?? NaN);
}

interface Contestant {
  readonly open: KnownBrowser['open'];
  /** 0 takes all that the browser lets a page have. */
  readonly threads: number;
  readonly isSlow?: boolean;
  /** Keeps nothing: its context blocks service workers. */
  readonly keepsNothing?: boolean;
  /** It only trains: the kiosk takes the kernels that it would take anyway. */
  readonly trainsOnly?: boolean;
}

const threadsOf = ({ open }: { open: KnownBrowser['open'] }): Contestant[] =>
  [1, 0].map((threads) => ({ open, threads }));

/** Which kernels a page's words of its engine name. */
const kernelsOf = (on: string): string => /relaxed SIMD|SIMD/.exec(on)?.[0] ?? 'none';

function tableOf(rows: readonly Measured[]): Table {
  const kinds = [...new Set(rows.map(({ browser, on }) => `${browser}\n${on}`))];
  const ofKind = (kind: string) => rows.filter(({ browser, on }) => `${browser}\n${on}` === kind);
  const alone = rows.filter(({ browser, on }) => browser.startsWith('Chromium') && on.endsWith(' 1 thread'));
  /** The median over rounds of the ratio within the round, to Chromium's one thread on these kernels. */
  const ratio = (kind: string, kernels: string, rate: 'stepsPerSecond' | 'settledPerSecond'): string => {
    const found = ofKind(kind).flatMap((measured) => {
      const reference = alone.find((row) => row.round === measured.round && kernelsOf(row.on) === kernels);
      return reference ? [measured[rate] / reference[rate]] : [];
    });
    return found.length > 0 ? times(median(found)) : '–';
  };
  const images = (kind: string) => ofKind(kind).flatMap(({ imageMs }) => imageMs ?? []);
  return {
    title: 'Other browsers',
    columns: [
      'browser',
      'trains on',
      'steps/s',
      'to Chromium’s one thread',
      'on the same kernels',
      'from the first step on',
      'kiosk, ms an image',
    ],
    rows: kinds.map((kind) => [
      ...kind.split('\n'),
      figure(median(ofKind(kind).map((row) => row.settledPerSecond))),
      ratio(kind, 'relaxed SIMD', 'settledPerSecond'),
      ratio(kind, kernelsOf(kind), 'settledPerSecond'),
      ratio(kind, kernelsOf(kind), 'stepsPerSecond'),
      figure(images(kind).length > 0 ? median(images(kind)) : null),
    ]),
    notes: [
      'dcgan-light on synthetic digits, batch 8, once the browser has kept the page: the second half of a run, when kernels are compiled; the last ratio is of the whole run on the same kernels. The kiosk with its built-in digits on all threads that it takes. Medians over rounds, one browser at a time; ratios within a round.',
      'Chromium on plain SIMD is held to the kernels that WebKit takes.',
    ],
  };
}

export const browsers = defineSection({
  id: 'browsers',
  title: 'Browsers',
  async run({ lab, options, say }) {
    const url = await lab.pageUrl();
    const others = [firefox, webKitGtk].filter(({ name, misses }) => {
      if (misses !== undefined) say(`${name} is left out ${misses}`);
      return misses === undefined;
    });
    const contestants: Contestant[] = [
      ...threadsOf({ open: () => openChromium() }).map((one) => ({ ...one, keepsNothing: true })),
      { open: () => openChromium(true), threads: 1, trainsOnly: true, keepsNothing: true },
      ...others.flatMap(threadsOf),
    ];
    if (wpe.misses === undefined) contestants.push({ open: wpe.open, threads: 0, isSlow: true });
    else say(`WPE is left out ${wpe.misses}`);
    const rows: Measured[] = [];
    for (let round = 1; round <= options.rounds; round++) {
      for (const { open, threads, isSlow, trainsOnly, keepsNothing } of contestants) {
        const browser = await open();
        try {
          say(`round ${round}, ${browser.name}`);
          const steps = isSlow ? JAVASCRIPT_STEPS : options.quick ? QUICK_STEPS : STEPS;
          if (!keepsNothing) await visit(browser, url);
          const trained = await training(browser, url, threads, steps);
          const imageMs = trainsOnly ? null : await kiosk(browser, url);
          const row = { round, browser: browser.name, ...trained, imageMs };
          say(
            `${row.on}: ${figure(row.settledPerSecond)} steps/s (all: ${figure(row.stepsPerSecond)}), ${figure(row.imageMs)} ms an image`,
          );
          rows.push(row);
        } finally {
          await browser.close();
        }
      }
    }
    return { tables: [tableOf(rows)], data: rows };
  },
});
