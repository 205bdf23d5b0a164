// What sections measure with: the served page, a browser, the bench's own page with its workers, PyTorch processes.
// Each starts when first asked for, is shared between sections, and ends with the lab.
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser, launchOptions, softwareGpuArgs } from '../scripts/findBrowser';
import { servePage } from '../scripts/servePage';
import { serveBenchPage } from './browser/serve';
import { TorchPeer, type TorchOptions } from './peers/pytorch';

const STEP_TIMEOUT_MS = 60_000;
/** WebGPU also where the browser does not yet offer it by itself. */
const GPU_ARGS = ['--enable-unsafe-webgpu'];

export class Lab {
  readonly #closers: (() => void | Promise<void>)[] = [];
  readonly #browsers = new Map<boolean, Promise<Browser>>();
  #pageUrl: Promise<string> | null = null;
  #benchUrl: Promise<string> | null = null;
  readonly #torch = new Map<string, TorchPeer>();

  /**
   * Chromium, headless; contexts in it are private windows.
   * @param softwareGpu a second one whose WebGL and WebGPU are computed by software, whatever the machine has
   */
  browser(softwareGpu = false): Promise<Browser> {
    const running = this.#browsers.get(softwareGpu) ?? this.#launch(softwareGpu ? softwareGpuArgs : GPU_ARGS);
    this.#browsers.set(softwareGpu, running);
    return running;
  }

  /** Address of the built page, with a slash at its end. */
  pageUrl(): Promise<string> {
    return (this.#pageUrl ??= (async () => {
      const server = await servePage();
      this.#closers.push(() => server.close());
      return server.url;
    })());
  }

  /** A fresh private window at an address. */
  async openPage(url: string, { softwareGpu = false } = {}): Promise<Page> {
    const context = await (await this.browser(softwareGpu)).newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
    await page.goto(url);
    return page;
  }

  /** The bench's own page in a fresh window: `window.bench` opens the workers of the peers there. */
  async openBenchPage(options: { readonly softwareGpu?: boolean } = {}): Promise<Page> {
    this.#benchUrl ??= (async () => {
      const server = await serveBenchPage();
      this.#closers.push(server.close);
      return server.url;
    })();
    const page = await this.openPage(await this.#benchUrl, options);
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

  async #launch(args: readonly string[]): Promise<Browser> {
    const { executablePath } = await findBrowser();
    const browser = await chromium.launch(launchOptions(executablePath, args));
    this.#closers.push(() => browser.close());
    return browser;
  }
}
