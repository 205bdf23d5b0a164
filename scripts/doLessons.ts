// `npx tsx scripts/doLessons.ts [--url ADDRESS] [--language de] [lesson ...]`: does lessons to their end in a headless Chromium, of the
// built page or of one that is served already, pressing what each says until its goals tick themselves, and prints how long each took.
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { lessons } from '../src/features/lessons/lessons';
import { findBrowser, launchOptions } from './findBrowser';
import { isLanguage, lessonNames } from './lessonNames';
import { servePage } from './servePage';

/** A lesson that takes longer is too long for a class. */
const PATIENCE_MS = 30 * 60_000;
const VIEWPORT = { width: 1280, height: 800 } as const;

/** A lesson as whoever does it sees it. */
class LessonPage {
  constructor(
    readonly page: Page,
    /** What a text may be in the language of the page. */
    private readonly say: (english: string) => readonly string[],
  ) {}

  /** Exactly one of what the text may be, with one of the places in its gap. */
  named(english: string, places: readonly string[] = ['']): RegExp {
    const names = this.say(english).flatMap((name) => places.map((place) => name.replace('{place}', place)));
    return new RegExp(
      `^(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`,
      'u',
    );
  }

  button(name: string, of: Page | Locator = this.page): Locator {
    return of.getByRole('button', { name: this.named(name) });
  }

  /** Parts of the lesson that train, from 0. */
  live(number: number): Locator {
    return this.page.getByRole('region', { name: this.named('Train it here') }).nth(number);
  }

  /** Waits until the page itself has checked these. */
  async reaches(...goals: readonly string[]): Promise<void> {
    for (const goal of goals)
      await this.page
        .locator(`[data-goal="${goal}"][data-done="true"]`)
        .first()
        .waitFor({ timeout: PATIENCE_MS });
  }

  /** Trains a part of the lesson to its end. */
  async trains(number: number): Promise<void> {
    const live = this.live(number);
    await this.button('Train', live).or(this.button('Go on', live)).click();
    await this.button('Train anew', live).waitFor({ timeout: PATIENCE_MS });
  }

  async measures(number: number): Promise<void> {
    await this.button('Measure', this.live(number)).click();
  }

  /** What a busy device has not counted by the end of a run is measured by a press, as the hint says. */
  async trainsAndCounts(number: number, goal: string): Promise<void> {
    await this.trains(number);
    if ((await this.page.locator(`[data-goal="${goal}"][data-done="true"]`).count()) === 0)
      await this.measures(number);
  }

  /** Goes to where the lesson leads. */
  async goes(place: string): Promise<void> {
    await this.page.getByRole('link', { name: this.named('Open {place}', this.say(place)) }).click();
  }

  async writes(format: string, precision: string): Promise<void> {
    await this.page
      .getByRole('combobox', { name: this.named('Format') })
      .selectOption({ label: this.say(format)[0] });
    await this.page.getByRole('combobox', { name: this.named('Precision') }).selectOption(precision);
    await this.button('Write and check').click();
  }
}

/** What a person does in each lesson, until its last goal. */
const DEEDS: Readonly<Record<string, (lesson: LessonPage) => Promise<void>>> = {
  'hello-tensorflow': async (lesson) => {
    await lesson.button('Learn').click();
    await lesson.reaches('low-loss', 'right-at-ten');
  },
  'forger-and-police': async (lesson) => {
    const live = lesson.live(0);
    for (let step = 1; step <= 5; step++) {
      await lesson.button('One step', live).click();
      await lesson.page.locator(`section[data-step="${step}"]`).waitFor({ timeout: PATIENCE_MS });
    }
    await lesson.reaches('five-steps');
    await lesson.trains(0);
  },
  'first-digits': (lesson) => lesson.trainsAndCounts(0, 'ten-digits'),
  'reading-losses': async (lesson) => {
    await lesson.trains(0);
    await lesson.reaches('even-game');
    await lesson.trains(1);
  },
  'mode-collapse': async (lesson) => {
    await lesson.goes('Lab');
    await lesson.button('Play both').click();
    await lesson.reaches('collapsed');
    await lesson.button('Mend the broken run').click();
    await lesson.reaches('healthy', 'recovered');
  },
  balance: async (lesson) => {
    await lesson.goes('Lab');
    await lesson.button('Play both').click();
  },
  labels: (lesson) => lesson.trainsAndCounts(0, 'all-kinds'),
  copying: async (lesson) => {
    await lesson.trains(0);
    await lesson.measures(0);
    await lesson.reaches('few-trained', 'few-measured');
    await lesson.trains(1);
    await lesson.measures(1);
  },
  'eye-and-number': async (lesson) => {
    await lesson.trains(0);
    await lesson.measures(0);
  },
  'smaller-and-faster': async (lesson) => {
    await lesson.trains(0);
    await lesson.goes('Export');
    await lesson.writes('TensorFlow Lite', 'float32');
    await lesson.reaches('floats');
    await lesson.writes('TensorFlow Lite', 'int8');
  },
  'onto-the-board': async (lesson) => {
    await lesson.trains(0);
    await lesson.goes('Export');
    await lesson.writes('C source', 'int8');
  },
  'pictures-into-pictures': (lesson) => lesson.trains(0),
};

/** @returns minutes until all goals were reached. @throws what a person could not do */
async function doLesson(
  browser: Browser,
  url: string,
  id: string,
  goals: readonly string[],
): Promise<number> {
  const context = await browser.newContext({ locale: 'en-US', viewport: VIEWPORT, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(`${url}#/lessons?lesson=${id}&lang=${language}`);
    await page.locator('html[data-backend]:not([data-backend=""])').waitFor({ state: 'attached' });
    const from = performance.now();
    const lesson = new LessonPage(page, say);
    await DEEDS[id](lesson);
    await lesson.reaches(...goals);
    return (performance.now() - from) / 60_000;
  } finally {
    await context.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, language: { type: 'string', default: 'en' } },
});
const { language } = values;
if (!isLanguage(language)) {
  console.error(`The page does not speak ${language}.`);
  process.exit(2);
}
const say = await lessonNames(language);
const unknown = positionals.filter((id) => !(id in DEEDS));
if (unknown.length > 0) {
  console.error(`There is no lesson ${unknown.join(', ')}; give some of ${Object.keys(DEEDS).join(', ')}.`);
  process.exit(2);
}
const wanted = lessons.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
const server = values.url === undefined ? await servePage() : null;
const { executablePath } = await findBrowser();
const browser = await chromium.launch(launchOptions(executablePath));
let failed = 0;
try {
  for (const { id, goals, minutes } of wanted) {
    try {
      const took = await doLesson(
        browser,
        values.url ?? server?.url ?? '',
        id,
        goals.map((goal) => goal.id),
      );
      console.log(`${id}: ${goals.length} goals in ${took.toFixed(1)} minutes (its card says ${minutes})`);
    } catch (error) {
      failed++;
      console.error(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  await browser.close();
  await server?.close();
}
process.exitCode = failed > 0 ? 1 : 0;
