// Prints speed and arithmetic efficiency of the engine's convolution kernels, in headless Chromium (default: that is
// where they run) or under Node (`--node`; its V8 is older and slower on the 6-row tiles).
// `npx tsx bench/simdKernels.ts [--node] [--threads 1,2] [--simd relaxed,plain] [--rounds 9] [--model dcgan-light] [--batch 32] [--json]`
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';
import { loadTestModule } from '../src/testing/simdModule';
import { benchKernels, type BenchResult } from './simdKernelsCore';

const { values } = parseArgs({
  options: {
    node: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    threads: { type: 'string', default: '1,2' },
    simd: { type: 'string', default: 'relaxed' },
    rounds: { type: 'string', default: '9' },
    batch: { type: 'string', default: '0' },
    model: { type: 'string', default: 'dcgan-an12954' },
  },
});
const rounds = Number(values.rounds);
const batch = Number(values.batch);
const { model } = values;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Runs `use` with an isolated page of the project in headless Chromium. */
async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    plugins: [
      {
        name: 'empty-page',
        configureServer: ({ middlewares }) => {
          middlewares.use('/bench-page', (_request, response) => {
            for (const [name, value] of Object.entries(isolated)) response.setHeader(name, value);
            response.setHeader('Content-Type', 'text/html');
            response.end('<!doctype html><title>kernels</title>');
          });
        },
      },
    ],
    server: { host: '127.0.0.1', port: 0, hmr: false, headers: isolated },
  });
  await server.listen();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-quic'],
  });
  try {
    const page = await browser.newPage();
    const address = server.httpServer?.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await page.goto(`http://127.0.0.1:${port}/bench-page`);
    return await use(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** One worker in the page: loads the engine, times the kernels, answers. */
const inBrowser = (page: Page, threads: number, relaxed: 'on' | 'off'): Promise<BenchResult> =>
  page.evaluate(
    (request) =>
      new Promise<BenchResult>((resolve, reject) => {
        const worker = new Worker('/bench/simdKernels.worker.ts', { type: 'module' });
        worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.result));
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(request);
      }),
    { threads, relaxed, model, rounds, batch },
  );

async function inNode(threads: number, relaxed: 'on' | 'off'): Promise<BenchResult> {
  const module = await loadTestModule({ threads, relaxed });
  const result = benchKernels(module, model, rounds, batch);
  module.dispose();
  return result;
}

function print(result: BenchResult): void {
  console.log(
    `\n${result.build}, ${result.threads} thread(s); ceiling ${result.ceilingGflops.toFixed(1)} GFLOP/s`,
  );
  console.log('kernel'.padEnd(40), 'best ms', ' median', 'GFLOP/s', 'of ceiling', 'x per step');
  for (const row of result.rows) {
    console.log(
      row.name.padEnd(40),
      row.bestMs.toFixed(2).padStart(7),
      row.medianMs.toFixed(2).padStart(7),
      row.gflops.toFixed(1).padStart(7),
      `${(row.share * 100).toFixed(0)} %`.padStart(10),
      String(row.perStep).padStart(10),
    );
  }
  const step = result.rows.reduce((sum, row) => sum + row.bestMs * row.perStep, 0);
  const operations = result.rows.reduce((sum, row) => sum + row.operations * row.perStep, 0);
  const share = operations / step / 1e6 / result.ceilingGflops;
  console.log(
    `one training step's convolutions: ${step.toFixed(1)} ms, ${(operations / 1e9).toFixed(2)} GFLOP, ${(share * 100).toFixed(0)} % of the ceiling`,
  );
}

const results: BenchResult[] = [];
const runAll = async (one: (threads: number, relaxed: 'on' | 'off') => Promise<BenchResult>) => {
  for (const simd of values.simd.split(',')) {
    for (const threads of values.threads.split(',').map(Number)) {
      results.push(await one(threads, simd === 'plain' ? 'off' : 'on'));
    }
  }
};
if (values.node) await runAll(inNode);
else await withPage((page) => runAll((threads, relaxed) => inBrowser(page, threads, relaxed)));
if (values.json) console.log(JSON.stringify(results, null, 2));
else results.forEach(print);
process.exit(0);
