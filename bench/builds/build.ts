// A checkout of the project as it is measured against another: its built page and its benchmark pages, each served, and
// windows onto them. Builds no page of the product: `npm run build` there made it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { preview } from 'vite';
import type { Page } from '@playwright/test';
import { repositoryRoot } from '../../scripts/runTool';
import { benchPreview, buildBenchPage } from '../browser/serve';
import type { Lab } from '../lab';

/** A folder is no built checkout; the message says what it lacks. */
export class BuildMissingError extends Error {
  override readonly name = 'BuildMissingError';
}

type BenchPage = 'browser' | 'kiosk';

export class Build {
  readonly #closers: (() => Promise<void>)[] = [];
  readonly #benchUrls = new Map<BenchPage, Promise<string>>();
  #pageUrl: Promise<string> | null = null;
  readonly folder: string;

  /**
   * @param name `before` or `after`
   * @throws BuildMissingError when the folder holds no checkout with a built page and built kernels
   */
  constructor(
    readonly name: string,
    folder: string,
    readonly lab: Lab,
  ) {
    this.folder = resolve(folder);
    for (const needed of ['dist/index.html', 'src/engine/simd/wasm/relaxed-threads.wasm', 'node_modules']) {
      if (!existsSync(join(this.folder, needed)))
        throw new BuildMissingError(
          `${this.folder} has no ${needed}: run npm ci and npm run build there first.`,
        );
    }
  }

  /** Address of the built page, with a slash at its end. */
  pageUrl(): Promise<string> {
    return (this.#pageUrl ??= this.#serve({
      root: this.folder,
      preview: { host: '127.0.0.1', port: 0, open: false },
    }));
  }

  /** The checkout's own benchmark page in a fresh window: engine and kiosk without the product's page around them. */
  async openBenchPage(which: BenchPage): Promise<Page> {
    const url = this.#benchUrls.get(which) ?? this.#serveBench(which);
    this.#benchUrls.set(which, url);
    return this.lab.openPage(await url);
  }

  async close(): Promise<void> {
    for (const close of this.#closers.toReversed()) await close();
  }

  async #serveBench(which: BenchPage): Promise<string> {
    const outDir = join(repositoryRoot, 'build', `bench-builds-${this.name}-${which}`);
    await buildBenchPage(this.folder, which, outDir);
    return this.#serve(benchPreview(this.folder, which, outDir));
  }

  async #serve(config: Parameters<typeof preview>[0]): Promise<string> {
    const server = await preview(config);
    this.#closers.push(() => server.close());
    const url = server.resolvedUrls?.local[0];
    if (!url) throw new BuildMissingError(`The server of ${this.folder} has no address.`);
    return url;
  }
}
