// `npx tsx bench/kiosk/measure.ts [--rounds N] [--quick] [--full-speed]`: time of one image on the kiosk's runtime, ganvas-player, onnxruntime-web
// and LiteRT.js, interleaved, on one browser, with the processor at full speed and slowed 4 and 10 times by the DevTools
// protocol, which slows a page's own thread alone (it refuses workers): there all run on that; `--full-speed` leaves that out. Two
// threads are compared in workers, at full speed.
// Prints Markdown and writes build/bench/kiosk.json. For quiet figures: chrt -r 1 npx tsx bench/kiosk/measure.ts
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser, launchOptions } from '../../scripts/findBrowser';
import { repositoryRoot } from '../../scripts/runTool';
import { benchPageFolder, serveBenchPage } from '../browser/serve';
import { interleave, type Timing } from '../statistics';
import { renderTable } from '../table';
import { ON_ONE_THREAD } from './contestants';
import { benchModels, type BenchModel } from './models';
import { buildPlayer } from './player';
import {
  ENTRIES,
  playerTable,
  sizesTable,
  timesTable,
  type Case,
  type ContestantFacts,
  type Entry,
} from './tables';

const THROTTLES = [1, 4, 10] as const;
const WARM_IMAGES = 30;
/** Length of a round while the processor is slowed. */
const WINDOW_MS = 1200;
/** A round counts when the known work in it was slowed by this share of what was asked for, at least. */
const LEAST_SLOWED = 0.9;
const MOST_TRIES = 6;

interface Contestant extends ContestantFacts {
  readonly page: Page;
  readonly throttle: (rate: number) => Promise<void>;
}

const factsOf = (c: Contestant): ContestantFacts => ({
  runtime: c.runtime,
  label: c.label,
  file: c.file,
  runtimeBytes: c.runtimeBytes,
  memoryBytes: c.memoryBytes,
  modelBytes: c.modelBytes,
});

/** Notes every WebAssembly memory that a page makes or is given. */
const WATCH_MEMORY = `
  const memories = new Set();
  const Memory = WebAssembly.Memory;
  WebAssembly.Memory = class extends Memory { constructor(o) { super(o); memories.add(this); } };
  const note = (instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof Memory) memories.add(value);
  };
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...args) => {
    const result = await instantiate(...args);
    note(result.instance ?? result);
    return result;
  };
  globalThis.wasmBytes = () => [...memories].reduce((sum, m) => sum + m.buffer.byteLength, 0);
`;

async function loadedBytes(page: Page): Promise<number> {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  let sum = 0;
  for (const url of new Set(urls.filter((candidate) => candidate.startsWith('http')))) {
    const file = join(benchPageFolder('kiosk'), 'assets', basename(new URL(url).pathname));
    sum += gzipSync(await readFile(file)).length;
  }
  return sum;
}

async function openContestant(
  browser: Browser,
  url: string,
  entry: Entry,
  model: BenchModel,
  threads: number,
): Promise<Contestant> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(WATCH_MEMORY);
  await page.goto(url);
  await page.waitForFunction(() => window.kioskBench);
  const bytes = model.files[entry.file];
  const player = entry.runtime === 'ganvas-player' ? playerScript : undefined;
  const request = {
    runtime: entry.runtime,
    threads,
    ...(player === undefined ? {} : { player }),
    latent: model.latent,
    model: Buffer.from(bytes).toString('base64'),
  };
  await page.evaluate(([what, where]) => window.kioskBench?.open(what, where), [
    request,
    threads > 1 ? 'worker' : 'page',
  ] as const);
  await page.evaluate((count) => window.kioskBench?.run(count), WARM_IMAGES);
  const session = await page.context().newCDPSession(page);
  return {
    ...entry,
    page,
    throttle: async (rate) => void (await session.send('Emulation.setCPUThrottlingRate', { rate })),
    runtimeBytes: (await loadedBytes(page)) + (player === undefined ? 0 : gzipSync(player).length),
    memoryBytes: Number(await page.evaluate('wasmBytes()')),
    modelBytes: bytes.length,
  };
}

/** Every runtime must draw the same image, or its time means nothing. */
async function checkImages(contestants: readonly Contestant[]): Promise<void> {
  const [own, ...others] = await Promise.all(
    contestants.map(({ page }) => page.evaluate(() => window.kioskBench?.image() ?? [])),
  );
  for (const [i, image] of others.entries()) {
    const { label, file } = contestants[i + 1];
    const difference = image.reduce((sum, v, at) => sum + Math.abs(v - own[at]), 0) / own.length;
    const bound = file.includes('int8') ? 0.1 : 1e-4;
    if (!(difference <= bound)) throw new RangeError(`${label}, ${file}, draws another image: ${difference}`);
  }
}

interface Measured {
  readonly timings: readonly Timing[];
  /** How much slower known work ran in the same rounds, least and most. */
  readonly slowed: readonly [number, number];
}

/**
 * The browser slows a thread by stopping it for milliseconds every few milliseconds: what is shorter than that mostly
 * escapes, so rounds are long, hold work of known length between the images, and count by their mean. The browser's own
 * timer must get a core to stop anything: rounds that were hardly slowed are done again,
 * and what is left of the difference is taken out.
 */
async function measure(
  contestants: readonly Contestant[],
  rate: number,
  rounds: number,
  count: number,
): Promise<Measured> {
  const windowOf = async ({ page }: Contestant): Promise<readonly [number, number]> => {
    const [imageMs = NaN, spinMs = NaN] =
      (await page.evaluate((ms) => window.kioskBench?.window(ms), WINDOW_MS)) ?? [];
    return [imageMs, spinMs];
  };
  const slowed: number[] = [];
  const timings = await interleave(
    contestants.map((contestant) => ({
      name: `${contestant.label}, ${contestant.file}`,
      async round() {
        if (rate === 1) return contestant.page.evaluate((n) => window.kioskBench?.run(n) ?? [], count);
        const [, spinMs] = await windowOf(contestant);
        let [imageMs, factor] = [NaN, 0];
        for (let tried = 0; tried < MOST_TRIES && factor < LEAST_SLOWED * rate; tried++) {
          await contestant.throttle(rate);
          const [slowImageMs, slowSpinMs] = await windowOf(contestant);
          await contestant.throttle(1);
          if (slowSpinMs / spinMs > factor) [imageMs, factor] = [slowImageMs, slowSpinMs / spinMs];
        }
        slowed.push(factor);
        return [(imageMs * rate) / factor];
      },
    })),
    rounds,
  );
  return { timings, slowed: rate === 1 ? [1, 1] : [Math.min(...slowed), Math.max(...slowed)] };
}

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, quick: { type: 'boolean' }, 'full-speed': { type: 'boolean' } },
});
const rounds = Number(values.rounds ?? (values.quick ? 2 : 5));
const images = values.quick ? 20 : 60;
const { executablePath } = await findBrowser();
const playerScript = await buildPlayer();
const server = await serveBenchPage('kiosk');
const browser = await chromium.launch(launchOptions(executablePath));
const cases: Case[] = [];
try {
  for (const model of await benchModels()) {
    for (const threads of [1, 2]) {
      const entries =
        threads > 1 ? ENTRIES.filter(({ runtime }) => !ON_ONE_THREAD.includes(runtime)) : ENTRIES;
      const contestants: Contestant[] = [];
      for (const entry of entries)
        contestants.push(await openContestant(browser, server.url, entry, model, threads));
      await checkImages(contestants);
      for (const throttle of threads > 1 || values['full-speed'] ? [1] : THROTTLES) {
        console.error(`${model.id}, ${threads} thread(s), slowed ${throttle}x`);
        const { timings, slowed } = await measure(contestants, throttle, rounds, images);
        const facts = contestants.map(factsOf);
        cases.push({ model: model.id, threads, throttle, timings, slowed, contestants: facts });
      }
      for (const { page } of contestants) await page.context().close();
    }
  }
  const tables = [timesTable(cases), playerTable(cases), sizesTable(cases)];
  const machine = {
    processor: cpus()[0]?.model,
    cores: cpus().length,
    load: loadavg()[0],
    browser: browser.version(),
  };
  console.log(
    `${machine.processor}, ${machine.cores} cores, load ${machine.load?.toFixed(1)}; Chromium ${machine.browser}\n`,
  );
  console.log(tables.map(renderTable).join('\n'));
  const out = join(repositoryRoot, 'build', 'bench');
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'kiosk.json'), `${JSON.stringify({ machine, cases }, null, 1)}\n`);
} finally {
  await browser.close();
  await server.close();
}
process.exit(0);
