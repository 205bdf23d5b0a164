// What training does to the page around it, and how long a person waits for the first step: longest task of the main
// thread, frames per second, bytes and milliseconds, with an empty and with a filled browser cache.
import type { Page } from '@playwright/test';
import { mainThreadTasks } from '../../e2e/support/mainThread';
import { bytesBeforeEngine, loadPage, withProfile, type FirstLoad } from '../builds/firstLoad';
import { countBytes } from '../byteCounter';
import { median } from '../statistics';
import { figure, type Table } from '../table';
import { defineSection, type SectionContext } from './define';

const WATCH_MS = 10_000;
const QUICK_WATCH_MS = 3000;

interface Smoothness {
  readonly model: string;
  readonly longestTaskMs: number;
  readonly tasksOver50Ms: number;
  readonly framesPerSecond: number;
  /** Median and longest distance of two frames. */
  readonly frameMs: number;
  readonly longestFrameMs: number;
  readonly steps: number;
}

interface Start extends FirstLoad {
  readonly cache: 'cold' | 'warm';
  /** Until the page can be used; null where it comes from the cache. */
  readonly beforeEngineBytes: number | null;
}

/** Times of the frames that the page draws for so long. */
const frameTimes = (page: Page, forMs: number): Promise<number[]> =>
  page.evaluate(async (limit) => {
    const seen: number[] = [];
    do seen.push(await new Promise<number>((resolve) => requestAnimationFrame(resolve)));
    while (seen[seen.length - 1] - seen[0] < limit);
    return seen;
  }, forMs);

const stepShown = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset.runStep ?? '0'));

async function smoothness({ lab, options }: SectionContext, model: string): Promise<Smoothness> {
  const page = await lab.openPage(
    `${await lab.pageUrl()}#/train?dataset=mnist&model=${model}&steps=100000&autostart=1&headless=1`,
  );
  await page.waitForFunction(() => Number(document.documentElement.dataset.runStep ?? '0') >= 3);
  const watchMs = options.quick ? QUICK_WATCH_MS : WATCH_MS;
  const before = await stepShown(page);
  const tasks = await mainThreadTasks(await lab.browser(), page, () => page.waitForTimeout(watchMs));
  const frames = await frameTimes(page, watchMs);
  const steps = (await stepShown(page)) - before;
  await page.context().close();
  const gaps = frames.slice(1).map((time, i) => time - frames[i]);
  const seconds = ((frames.at(-1) ?? NaN) - frames[0]) / 1000;
  return {
    model,
    longestTaskMs: tasks[0] ?? NaN,
    tasksOver50Ms: tasks.filter((ms) => ms > 50).length,
    framesPerSecond: gaps.length / seconds,
    frameMs: median(gaps),
    longestFrameMs: Math.max(...gaps),
    steps,
  };
}

/** Opens the page as a visitor does who presses Train at once; twice in one profile, the second time cached. */
async function startTwice({ lab }: SectionContext): Promise<Start[]> {
  const counter = await countBytes(await lab.pageUrl());
  try {
    const beforeEngineBytes = await withProfile((profile) => bytesBeforeEngine(counter, profile));
    return await withProfile(async (profile) => [
      { cache: 'cold', beforeEngineBytes, ...(await loadPage(counter, profile)) },
      { cache: 'warm', beforeEngineBytes: null, ...(await loadPage(counter, profile)) },
    ]);
  } finally {
    await counter.close();
  }
}

function tablesOf(smooth: readonly Smoothness[], starts: readonly Start[]): Table[] {
  return [
    {
      title: 'The page while it trains',
      columns: [
        'model',
        'longest task, ms of processor',
        'tasks over 50 ms',
        'frames/s',
        'longest frame, ms',
      ],
      rows: smooth.map((s) => [
        s.model,
        figure(s.longestTaskMs),
        String(s.tasksOver50Ms),
        figure(s.framesPerSecond),
        figure(s.longestFrameMs),
      ]),
      notes: [
        'Main thread of the page, training MNIST on all threads. Tasks count processor time, frames the time on the clock; the browser draws without a window at 60 frames/s.',
      ],
    },
    {
      title: 'From opening the page to the first step',
      columns: ['cache', 'kB until it can be used', 'kB to first step', 'ms to first step'],
      rows: (['cold', 'warm'] as const).map((cache) => {
        const those = starts.filter((start) => start.cache === cache);
        const before = those.flatMap((s) => s.beforeEngineBytes ?? []);
        return [
          cache,
          before.length > 0 ? figure(median(before) / 1000) : '',
          figure(median(those.map((s) => s.bytes)) / 1000),
          figure(median(those.map((s) => s.firstStepMs))),
        ];
      }),
      notes: [
        'The default run (synthetic digits, dcgan-light), started as the page opens; a new browser each time, the warm one on the profile of the cold one. Bytes as the bundled server sends them, gzip, with headers: until settings can be changed while the engine is held back, and all until the step is shown; the page shows a step up to 0.3 s after it is taken. Medians over rounds.',
      ],
    },
  ];
}

export const page = defineSection({
  id: 'page',
  title: 'Page',
  async run(context) {
    const { options, say } = context;
    const smooth: Smoothness[] = [];
    for (const model of ['dcgan-an12954', 'dcgan-light']) {
      say(`main thread and frames, ${model}`);
      smooth.push(await smoothness(context, model));
    }
    const starts: Start[] = [];
    for (let round = 1; round <= options.rounds; round++) {
      say(`first step, round ${round}`);
      starts.push(...(await startTwice(context)));
    }
    return { tables: tablesOf(smooth, starts), data: { smooth, starts } };
  },
});
