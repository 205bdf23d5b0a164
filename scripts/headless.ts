// `npm run headless -- '<query>' --out DIR`: a run without a window, for teachers, benchmarks and tests.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readHeadlessOptions, UsageError, USAGE } from './headlessOptions';
import { runHeadless } from './headlessRun';
import { servePage } from './servePage';

async function main(): Promise<void> {
  const options = readHeadlessOptions(process.argv.slice(2));
  const startedMs = Date.now();
  const progress = (line: string): void => {
    console.error(`${((Date.now() - startedMs) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  };
  const server = await servePage({ host: '127.0.0.1', port: 0, strictPort: false });
  try {
    const { record, browser, samples, samplesAt, zip } = await runHeadless({
      ...options,
      url: server.url,
      progress,
    });
    const out = resolve(options.out);
    await mkdir(out, { recursive: true });
    const summary = {
      query: options.query,
      browser,
      wallSeconds: (Date.now() - startedMs) / 1000,
      samples: options.samples,
      ...record,
    };
    await writeFile(join(out, 'run.json'), `${JSON.stringify(summary, null, 1)}\n`);
    await writeFile(join(out, 'samples.idx3-ubyte.gz'), samples);
    for (const { step, bytes } of samplesAt) {
      await writeFile(join(out, `samples-${step}.idx3-ubyte.gz`), bytes);
    }
    await writeFile(join(out, 'run.zip'), zip);
    console.log(
      `${record.step} steps on ${record.engine.description}: ${record.stepsPerSecond.toFixed(2)} steps/s, ` +
        `${record.imagesPerSecond.toFixed(0)} images/s; ${options.samples} samples, run.json and run.zip in ${out}`,
    );
  } finally {
    await server.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    if (error instanceof UsageError) console.error(`\n${USAGE}`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
