// Exports runs in the real page in headless Chromium and watches its main thread meanwhile. Started by page.ts.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { mainThreadTasks } from '../../e2e/support/mainThread';
import { modelExporters } from '../../src/exporters/models';
import { Lab } from '../lab';
import { renderTable } from '../table';
import { writeReference } from './reference';

export interface PageExportOptions {
  /** Run files. */
  readonly runs: readonly string[];
  /** Folder that keeps the exported files; null to measure only. */
  readonly out: string | null;
  /** Ids of exporters; null for all. */
  readonly formats: readonly string[] | null;
}

const EXPORT_MS = 60_000;

/** Longest distance of two frames while `during` runs, ms. */
async function longestFrame(page: Page, during: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen = { longest: 0, last: performance.now(), on: true };
    Object.assign(window, { frameWatch: seen });
    const look = (now: number): void => {
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      if (seen.on) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await during();
  return page.evaluate(() => {
    const watch: unknown = Reflect.get(window, 'frameWatch');
    if (typeof watch !== 'object' || watch === null) return NaN;
    Reflect.set(watch, 'on', false);
    return Number(Reflect.get(watch, 'longest'));
  });
}

async function writeAndCheck(page: Page, title: string): Promise<number> {
  const started = performance.now();
  await page.getByRole('button', { name: 'Write and check' }).click();
  const done = page.getByRole('heading', { name: title, exact: true });
  const refused = page.getByRole('heading', { name: 'No file was handed out' });
  await done.or(refused).waitFor({ timeout: EXPORT_MS });
  if (await refused.isVisible()) throw new Error(await page.getByRole('alert').first().innerText());
  return (performance.now() - started) / 1000;
}

async function downloaded(page: Page): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /card/ }).click();
  return new Uint8Array(await readFile(await (await download).path()));
}

interface Measured {
  readonly seconds: number;
  /** Of processor time, longest first. */
  readonly tasks: readonly number[];
  readonly frameMs: number;
  readonly zip: Uint8Array;
}

/** The export once to load its runtime, then again, watched from the press of the button to the finished download. */
async function measure(browser: Browser, page: Page, title: string): Promise<Measured> {
  await writeAndCheck(page, title);
  let seconds = NaN;
  let zip = new Uint8Array();
  let frameMs = NaN;
  const tasks = await mainThreadTasks(browser, page, async () => {
    frameMs = await longestFrame(page, async () => {
      seconds = await writeAndCheck(page, title);
      zip = new Uint8Array(await downloaded(page));
    });
  });
  return { seconds, tasks, frameMs, zip };
}

async function openRun(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: 'Runs' }).first().click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a run or a model' }).click();
  await (await chooser).setFiles(path);
  const card = page.getByRole('article').first();
  await card.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForURL(/#\/train/);
  await page.getByRole('link', { name: 'Export' }).first().click();
  await page.getByRole('button', { name: 'Write and check' }).waitFor();
}

async function keep(folder: string, zip: Uint8Array): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
}

/** A run's name in paths and tables: that of its folder, or of the file. */
const nameOf = (path: string): string =>
  basename(path) === 'run.zip' ? basename(dirname(path)) : basename(path, '.zip');

/** Prints a table for each run. */
export async function exportInPage({ runs, out, formats }: PageExportOptions): Promise<void> {
  const lab = new Lab();
  const chosen = modelExporters.filter(({ id }) => formats?.includes(id) ?? true);
  const load = loadavg()[0].toFixed(1);
  console.log(`${cpus()[0].model}, ${availableParallelism()} cores, load ${load} before\n`);
  try {
    for (const run of runs) {
      if (out) await writeReference(run, join(out, nameOf(run)));
      const page = await lab.openPage(`${await lab.pageUrl()}#/runs`);
      await openRun(page, run);
      const rows: string[][] = [];
      for (const { id, label, variants } of chosen) {
        for (const variant of variants) {
          const title = `${label}, ${variant.label}`;
          await page.getByRole('combobox', { name: 'Format' }).selectOption(id);
          await page.getByRole('combobox', { name: 'Precision' }).selectOption(variant.id);
          try {
            const found = await measure(await lab.browser(), page, title);
            const over = found.tasks.filter((ms) => ms > 50).length;
            const longest = (found.tasks[0] ?? NaN).toFixed(0);
            rows.push([title, found.seconds.toFixed(2), longest, String(over), found.frameMs.toFixed(0)]);
            if (out) await keep(join(out, nameOf(run), `${id}-${variant.id}`), found.zip);
          } catch (error) {
            const message = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : '?';
            rows.push([title, `refused: ${message}`, '', '', '']);
          }
        }
      }
      const columns = [
        'format',
        's',
        'longest task, ms of processor',
        'tasks over 50 ms',
        'longest frame, ms',
      ];
      console.log(renderTable({ title: nameOf(run), columns, rows, notes: [] }));
      await page.context().close();
    }
  } finally {
    await lab.close();
  }
}
