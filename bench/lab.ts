// What sections measure with: the served page, a browser, the bench's own page with its workers, PyTorch processes.
// Each starts when first asked for, is shared between sections, and ends with the lab.
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser, launchOptions } from '../scripts/findBrowser';
import { servePage } from '../scripts/servePage';
import { serveBenchPage } from './browser/serve';
import { TorchPeer, type TorchOptions } from './peers/pytorch';

const STEP_TIMEOUT_MS = 60_000;

export class Lab {
  readonly #closers: (() => void | Promise<void>)[] = [];
  #browser: Promise<Browser> | null = null;
  #pageUrl: Promise<string> | null = null;
  #benchUrl: Promise<string> | null = null;
  readonly #torch = new Map<string, TorchPeer>();

  /** @param chromiumArgs added to the flags of every automated browser */
  constructor(private readonly chromiumArgs: readonly string[]) {}

  /** Chromium, headless; contexts in it are private windows. */
  browser(): Promise<Browser> {
    return (this.#browser ??= this.#start(async () => {
      const { executablePath } = await findBrowser();
      return chromium.launch(launchOptions(executablePath, this.chromiumArgs));
    }));
  }

  /** Address of the built page, with a slash at its end. */
  pageUrl(): Promise<string> {
    return (this.#pageUrl ??= (async () => {
      const server = await servePage({ host: '127.0.0.1', port: 0, strictPort: false });
      this.#closers.push(() => server.close());
      return server.url;
    })());
  }

  /** A fresh private window at an address. */
  async openPage(url: string): Promise<Page> {
    const context = await (await this.browser()).newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
    await page.goto(url);
    return page;
  }

  /** The bench's own page in a fresh window: `window.bench` opens the workers of the peers there. */
  async openBenchPage(): Promise<Page> {
    this.#benchUrl ??= (async () => {
      const server = await serveBenchPage();
      this.#closers.push(server.close);
      return server.url;
    })();
    const page = await this.openPage(await this.#benchUrl);
    await page.waitForFunction(() => window.bench !== undefined);
    return page;
  }

  /** The PyTorch process with these options, the same one each time. */
  torch(options: TorchOptions): TorchPeer {
    const key = JSON.stringify([options.threads, options.instructions, options.device]);
    const running = this.#torch.get(key) ?? new TorchPeer(options);
    this.#torch.set(key, running);
    return running;
  }

  /** Ends the Python processes, so that what follows has the memory and no sleeping threads beside it. */
  endTorch(): void {
    for (const peer of this.#torch.values()) peer.close();
    this.#torch.clear();
  }

  async close(): Promise<void> {
    this.endTorch();
    for (const close of this.#closers.toReversed()) await close();
  }

  async #start(launch: () => Promise<Browser>): Promise<Browser> {
    const browser = await launch();
    this.#closers.push(() => browser.close());
    return browser;
  }
}
