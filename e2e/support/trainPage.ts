// The training page as a person uses it: buttons by their names, and the facts that the page writes on its root element.
import { expect, type Page, type Worker } from '@playwright/test';
import english from '../../src/app/words/en';
import { PLACES, type Place } from '../../src/places';
import type { UploadFile } from './idxFiles';
import { pixelsAtRest } from './pixels';
import { showPlaceLink } from './placeLink';

type PlaceName = (typeof PLACES)[number]['name'];

export type ButtonName = 'Train' | 'Pause' | 'Step' | 'Stop' | 'Reset';

/**
 * A run that is small enough for a test on two cores. It names its backend, so that nothing is measured first, takes one
 * thread, so that two stories at once do not wait for each other's helpers, and leaves quality unmeasured.
 */
export const QUICK_RUN =
  'dataset=synthetic-digits&model=dcgan-light&batch=8&seed=1&steps=100000&sampleEvery=10&measureEvery=0' +
  '&backend=wasm&threads=1';

/** The same with a quarter of the weights, for stories that write files, prove them and learn from the generator. */
export const SMALL_RUN = `${QUICK_RUN}&model.width=0.5`;

/** A menu that goes away while it is pressed is looked for anew. */
const ONE_TRY = { timeout: 5000 };

/** Between two looks at a step: what is not looked at trains on, with the whole processor. */
const LOOKS_MS = [50];

export class TrainPage {
  constructor(readonly page: Page) {}

  /** Opens the page, with a run link's query if given, and waits until a backend is ready. */
  async open(query?: string): Promise<void> {
    await this.page.goto(query === undefined ? './' : `./#/train?${query}`);
    await expect(this.root).toHaveAttribute('data-backend', /.+/);
  }

  async goTo(name: PlaceName): Promise<void> {
    const place = PLACES.find((place) => place.name === name);
    if (!place) throw new TypeError(`There is no place ${name}`);
    await this.goToPlace(place);
  }

  /** Goes to a place without a reload: by the header's links, or by its address where there is none. */
  async goToPlace({ path, name, inNavigation }: Place): Promise<void> {
    const title = english.places[name];
    if (inNavigation) await this.followPlace(title);
    else await this.page.evaluate((to) => void (location.hash = to), path);
    await expect(this.page.getByRole('heading', { level: 1, name: new RegExp(title, 'i') })).toBeAttached();
  }

  private async followPlace(title: string): Promise<void> {
    const link = await showPlaceLink(this.page, english, title, (menu) => menu.click(ONE_TRY));
    await link.click();
  }

  get root() {
    return this.page.locator('html');
  }

  button(name: ButtonName) {
    return this.page.getByRole('button', { name, exact: true });
  }

  press(name: ButtonName): Promise<void> {
    return this.button(name).click();
  }

  /** The picture of the samples; its name says the step. */
  get samples() {
    return this.page.getByRole('img', { name: /^Samples of the generator/ });
  }

  /** What the picture shows while no step is taken, as text that is equal only for equal pixels. */
  samplePixels(): Promise<string> {
    return pixelsAtRest(this.samples);
  }

  get statusBar() {
    return this.page.getByRole('contentinfo');
  }

  /** The log with all its decimals, oldest line first; the page shows the newest 200. */
  async logLines(): Promise<string[]> {
    const exact = this.page.getByRole('button', { name: 'Six decimals' });
    if ((await exact.getAttribute('aria-pressed')) === 'false') await exact.click();
    const text = await this.page.getByRole('log').innerText();
    return text.trim().split('\n').reverse();
  }

  /** Gives files to the chosen data set through the file picker. */
  async chooseFiles(...files: UploadFile[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: /your (own )?files/i }).click();
    await (await chooser).setFiles(files);
  }

  /** Any error that the page shows. */
  get alert() {
    return this.page.getByRole('alert');
  }

  async closeNotices(): Promise<void> {
    await this.alert.getByRole('button', { name: 'Close' }).click();
  }

  async step(): Promise<number> {
    return Number((await this.root.getAttribute('data-run-step')) ?? 0);
  }

  async backend(): Promise<string> {
    return (await this.root.getAttribute('data-backend')) ?? '';
  }

  async reachesStep(step: number): Promise<void> {
    await expect
      .poll(() => this.step(), { message: `the run reaches step ${step}`, intervals: LOOKS_MS })
      .toBeGreaterThanOrEqual(step);
  }

  async hasStatus(status: 'idle' | 'loading' | 'running' | 'paused' | 'done' | 'failed'): Promise<void> {
    await expect(this.root).toHaveAttribute('data-run-status', status);
  }

  async stop(): Promise<void> {
    await this.press('Stop');
    await expect(this.root).not.toHaveAttribute('data-run-status', 'running');
  }

  /** The worker that trains, as the browser sees it. */
  get worker(): Worker {
    const found = this.page.workers().find((worker) => worker.url().includes('entry.worker'));
    if (!found) throw new Error('The page has no worker that trains.');
    return found;
  }

  /** Takes exactly `count` steps more, one press for each: however quick the machine, the log still shows the first. */
  async takeSteps(count: number): Promise<void> {
    const from = await this.step();
    for (let step = from + 1; step <= from + count; step++) {
      await this.press('Step');
      await expect
        .poll(() => this.step(), { message: 'the step that was pressed', intervals: LOOKS_MS })
        .toBe(step);
      await this.hasStatus('paused');
    }
  }

  /** Trains to at least `step` and pauses; returns the step that it stands at. */
  async trainTo(step: number): Promise<number> {
    await this.press('Train');
    await this.reachesStep(step);
    await this.press('Pause');
    await this.hasStatus('paused');
    return this.step();
  }
}
