// The same whole stories in every browser but Chromium: a run is trained, kept, opened again and taken out, files come in,
// and the judge, the lab and the kiosk do what they are for. What a browser cannot do, its own file says.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { keptState, startWorker, workerScript } from './beingKept';
import { closeTo } from './closeTo';
import type { KnownBrowser } from './known';
import { chromiumLosses, lossesInPage, readLosses, type Arithmetic, type Losses } from './losses';
import { StoryPage } from './page';

export interface StoriesOf {
  readonly known: KnownBrowser;
  /** Link of a run that is quick enough here, without seed and steps. */
  readonly run: string;
  readonly arithmetic: Arithmetic;
  /** What the status bar says of where it runs. */
  readonly says: RegExp;
  /** Steps that a run takes before it is paused. */
  readonly steps: number;
  /** Whether it is quick enough for the judge, the lab and exports of images. */
  readonly isQuick: boolean;
  /** Whether a worker that begins while the page is being kept may never start here: then they begin after that only. */
  readonly losesWorkers?: boolean;
}

const DIGITS = fileURLToPath(new URL('../../src/kiosk/model/digits.tflite', import.meta.url));

export function tellStories(told: StoriesOf): void {
  const { name, misses, open } = told.known;
  describe.skipIf(misses !== undefined)(`${name} ${misses ?? ''}`.trim(), () => {
    let page: StoryPage;
    /** Of the files that are brought in: each has a name that nothing else on the page has. */
    let files: string;
    let reference: Losses;
    const link = `/train?${told.run}&seed=1&measureEvery=0`;

    beforeAll(async () => {
      const base = `${inject('pageUrl')}?headless=1`;
      const steps = told.steps * 3;
      reference = await chromiumLosses(base, `${link}&steps=${steps}`, told.arithmetic, steps);
      files = await mkdtemp(join(tmpdir(), 'ganvas-brought-'));
      const browser = await open();
      page = new StoryPage(browser, base);
      console.log(`${browser.name}: losses held against those of Chromium on ${told.arithmetic} kernels`);
    });
    afterAll(async () => {
      await page?.browser.close();
      await rm(files, { recursive: true, force: true });
    });

    async function expectChromiumsLosses(atLeast: number): Promise<void> {
      const upTo = reference.length;
      const losses = readLosses(await page.browser.look(lossesInPage, upTo));
      expect(losses.length).toBeGreaterThanOrEqual(Math.min(atLeast, upTo));
      const expected = reference.slice(0, losses.length);
      // Exponentials and logarithms of JavaScript are each browser's own; the kernels bring theirs.
      if (told.arithmetic === 'javascript') closeTo(losses, expected);
      else expect(losses).toEqual(expected);
    }

    // The first: the keeping begins soon after the engine of a first visit is ready.
    test('workers that begin while the page is being kept start', async () => {
      await page.open(link);
      const script = String(await page.browser.look(workerScript));
      await page.until('a page that is kept', async () => {
        if (!told.losesWorkers) expect(await page.browser.look(startWorker, script)).toBe('started');
        return (await page.browser.look(keptState)) === 'activated';
      });
      expect(await page.browser.look(startWorker, script)).toBe('started');
    });

    test('a run is trained, paused and stopped, saved where it stands, and goes on after a reload', async () => {
      await page.open(`${link}&steps=100000`);
      expect(await page.text()).toMatch(told.says);
      await page.press('Train');
      await page.pressAt(told.steps, 'Pause');
      await page.hasStatus('paused');
      await expectChromiumsLosses(told.steps);

      await page.press('Train');
      await page.pressAt((await page.step()) + 2, 'Stop');
      await page.hasStatus('paused');
      // The step that was being taken when Stop was pressed counts, and is kept.
      await page.until('a save at the step that is shown', async () =>
        new RegExp(`Saved at step ${await page.step()}\\b`).test(await page.text()),
      );
      const stopped = await page.step();

      await page.reload();
      await page.reachesStep(stopped);
      expect(await page.step()).toBe(stopped);
      await page.press('Train');
      await page.pressAt(stopped + 2, 'Pause');
      await page.hasStatus('paused');
      await expectChromiumsLosses(stopped + 2);

      // Left for another page, whole or not, the run is free for the next visit.
      const paused = await page.step();
      await page.until('a save at the pause', async () =>
        new RegExp(`Saved at step ${paused}\\b`).test(await page.text()),
      );
      await page.open(String(await page.browser.look(() => location.hash.slice(1))));
      await page.reachesStep(paused);
      expect(await page.alarms()).toBe('');
    });

    test('a link brings its settings, and is copied where pages have no clipboard', async () => {
      await page.open('/train?dataset=synthetic-digits&loss=least-squares&seed=42&steps=4&backend=wasm');
      await page.browser.look(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.addEventListener('copy', () => {
          const field = document.activeElement;
          document.body.dataset.copied = field instanceof HTMLTextAreaElement ? field.value : '';
        });
      });
      await page.press('Copy link');
      await page.until(
        'the link that is copied',
        async () => (await page.browser.look(() => document.body.dataset.copied ?? '')) !== '',
      );
      const copied = await page.browser.look(() => document.body.dataset.copied);
      expect(copied).toMatch(/#\/train\?.*seed=42/);
      expect(copied).toMatch(/loss=least-squares/);
      expect(await page.alarms()).toBe('');
    });

    test('a generator is written and proved twice, and opens again', async ({ skip }) => {
      if (!told.isQuick) skip('takes minutes without SIMD');
      await page.open(`${link}&steps=100000`);
      await page.press('Train');
      await page.reachesStep(3);
      await page.press('Pause');
      await page.hasStatus('paused');
      await page.press('Export', 'link');
      await page.press('Write and check');
      await page.see('button', /^Download \d/);
      await page.pick('Format', 'ONNX');
      await page.press('Write and check');
      await page.see('heading', /^ONNX, /);
      await page.see('button', /^Download \d/);
      const file = await page.browser.download?.(() => page.press(/^Download \d/));
      expect(file?.name).toMatch(/\.onnx$/);
      expect(await page.alarms()).toBe('');

      const path = join(files, `of-ganvas-${file?.name ?? ''}`);
      await writeFile(path, file?.bytes ?? '');
      await importsModel(path);
    });

    async function importsModel(path: string): Promise<void> {
      await page.press('Runs', 'link');
      await page.see('button', 'Import a run or a model');
      await page.browser.choose('main input[type=file]', path);
      const { text } = await page.see('article', new RegExp(parse(path).name));
      expect(text).toMatch(/is not trained on/);
      expect(await page.alarms()).toBe('');
      await page.press('Open');
      await page.sees(/it draws, and has no discriminator to train with/);
      await page.press('Use', 'link');
      await page.see('img', /^Samples of seed \d+/);
      expect(await page.alarms()).toBe('');
    }

    test('a model of another program is opened and draws', async () => {
      const path = join(files, 'of-another-program.tflite');
      await copyFile(DIGITS, path);
      await page.open('/runs');
      await importsModel(path);
    });

    test('the judge learns to name digits', async ({ skip }) => {
      if (!told.isQuick) skip('takes minutes without SIMD');
      await page.open('/judge?dataset=synthetic-digits&backend=wasm');
      await page.press('Learn');
      await page.sees(/of 600 test images named rightly, after/);
      await page.press('Pause');
      await page.see('button', /^(Go on to step 400|Learn 400 steps more)$/);
      expect(await page.alarms()).toBe('');
    });

    test('both sides of the lab train', async ({ skip }) => {
      if (!told.isQuick) skip('takes minutes without SIMD');
      await page.open('/lab?pair=packing&seed=3');
      await page.press('Play both');
      for (const side of ['Broken', 'Mended']) {
        const step = async () => Number((await page.see('region', side)).attributes['data-step']);
        await page.until(`steps of the ${side} side`, async () => (await step()) > 5);
      }
      await page.press('Pause both');
      expect(await page.alarms()).toBe('');
    });

    test('the kiosk draws', async () => {
      await page.browser.goTo(`${inject('pageUrl')}kiosk/?seed=5`);
      const images = () =>
        page.browser.look(() => Number(document.querySelector('.kiosk')?.getAttribute('data-images')));
      await page.until('images', async () => Number(await images()) > 20);
      await page.press(/tile 1$/);
      expect(await page.alarms()).toBe('');
    });
  });
}
