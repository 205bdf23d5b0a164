// WebKit by its own drivers: WebKitGTK's MiniBrowser on a screen that is drawn into memory, and WPE, the browser of boards,
// without any screen. Every session has a home of its own, which goes with it.
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATE_PATIENCE_MS } from '../../src/testing/patience';
import { arrives, until } from '../../src/testing/until';
import type { OtherBrowser } from './browser';
import { freePort, startProgram, type StartedProgram } from './programs';
import { downloadInto } from './downloads';
import { isReady, WebDriverSession } from './webDriver';

export const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Letters of complaints that an error holds. */
const LAST_WORDS = 2000;

type Env = Readonly<Record<string, string | undefined>>;

interface Kind {
  readonly name: string;
  readonly driver: string;
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly env: Env;
  /** Runs on a screen of its own, of this size. */
  readonly screen?: readonly [width: number, height: number];
  /** Keeps what a page hands out, in the home. */
  readonly keepsDownloads: boolean;
}

/** A screen in memory. @returns the program and the display's name */
async function startScreen([width, height]: readonly [number, number]): Promise<[StartedProgram, string]> {
  const started = startProgram('Xvfb', [
    ...['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', `${width}x${height}x24`],
  ]);
  const says = started.child.stdio[3];
  if (!says) throw new Error('Xvfb has no descriptor 3.');
  const [number]: unknown[] = await arrives('the display of Xvfb', once(says, 'data'));
  return [started, `:${String(number).trim()}`];
}

/** What the driver and its browser complained of at last: why the browser ended, where it did. */
const lastWords = (file: string): string => readFileSync(file, 'utf8').trim().slice(-LAST_WORDS);

async function open({
  name,
  driver,
  capabilities,
  env,
  screen,
  keepsDownloads,
}: Kind): Promise<OtherBrowser> {
  const home = await mkdtemp(join(tmpdir(), 'ganvas-webkit-'));
  const downloads = join(home, 'downloads');
  const programs: StartedProgram[] = [];
  async function end(): Promise<void> {
    for (const program of programs.reverse()) await program.end();
    await rm(home, { recursive: true, force: true });
  }
  try {
    await mkdir(downloads);
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
    let surroundings: Env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, ...env };
    if (screen) {
      const [xvfb, display] = await startScreen(screen);
      programs.push(xvfb);
      surroundings = { ...surroundings, DISPLAY: display };
    }
    const port = await freePort();
    const said = join(home, 'complaints.txt');
    const complaints = openSync(said, 'a');
    programs.push(startProgram(driver, [`--port=${port}`], surroundings, complaints));
    closeSync(complaints);
    const address = `http://127.0.0.1:${port}`;
    await until(`${driver} to listen`, () => isReady(address));
    const session = await WebDriverSession.begin(address, capabilities, () => lastWords(said));
    await session.patience(STATE_PATIENCE_MS);
    if (screen) await session.resize(...screen);
    return {
      name: `${name} ${session.version}`,
      goTo: async (url) => {
        // Another document between, for from one place of the page to another no load would follow. One of the same origin: where
        // the last was left for about:blank, WPE 2.38 now and then never loads the next (docs/browsers.md).
        await session.goTo(new URL('/licences.txt', url).href);
        await session.goTo(url);
      },
      reload: () => session.reload(),
      look: (fn, ...args) => session.look(fn, ...args),
      click: (selector) => session.click(selector),
      choose: (selector, path) => session.type(selector, path),
      ...(keepsDownloads && { download: (begin) => downloadInto(downloads, begin) }),
      async close() {
        await session.end().catch(() => undefined); // whatever is left goes with the driver's group
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** @param sharedMemory whether pages get memory that threads share, which this version keeps behind a switch */
export const openWebKitGtk = (sharedMemory: boolean): Promise<OtherBrowser> =>
  open({
    name: 'WebKitGTK',
    driver: 'WebKitWebDriver',
    capabilities: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } },
    env: { JSC_useSharedArrayBuffer: sharedMemory ? '1' : '0' },
    screen: [1440, 1000],
    keepsDownloads: true,
  });

/** cog, which keeps no downloads. */
export const openWpe = (): Promise<OtherBrowser> =>
  open({
    name: 'WPE',
    driver: 'WPEWebDriver',
    capabilities: {
      'wpe:browserOptions': { binary: 'cog', args: ['--automation', '--platform=headless'] },
    },
    env: {},
    keepsDownloads: false,
  });
