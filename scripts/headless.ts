// `npm run headless -- '<query>' --out DIR`: a run without a window, for teachers, benchmarks and tests.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureKernels } from './ensureBuilt';
import { UsageError } from './commandLine';
import { readHeadlessOptions, USAGE } from './headlessOptions';
import { prepareFolders } from './headlessFolders';
import { readContinueOptions } from './headlessContinueOptions';
import { readExportOptions } from './headlessExportOptions';
import { readSweepOptions } from './headlessSweepOptions';
import { runHeadless } from './headlessRun';
import { runThroughVite } from './runThroughVite';
import { servePage } from './servePage';
import './testData';

async function main(): Promise<void> {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'export') {
    const asked = readExportOptions(rest);
    const folder = await prepareFolders({ out: asked.out, images: undefined });
    await ensureKernels();
    await runThroughVite('/scripts/nodeRun.ts', 'exportInNode', { ...asked, out: folder });
  }
  if (first === 'continue') {
    const asked = readContinueOptions(rest);
    const folder = await prepareFolders(asked);
    await ensureKernels();
    await runThroughVite('/scripts/nodeRun.ts', 'continueInNode', { ...asked, out: folder });
  }
  if (first === 'sweep') {
    const asked = readSweepOptions(rest);
    const folder = await prepareFolders({ out: asked.out, images: undefined });
    await ensureKernels();
    await runThroughVite('/scripts/nodeRun.ts', 'sweepInNode', { ...asked, out: folder });
  }
  const options = readHeadlessOptions(process.argv.slice(2));
  const out = await prepareFolders(options);
  if (options.engine === 'node') {
    await ensureKernels();
    await runThroughVite('/scripts/nodeRun.ts', 'trainInNode', { ...options, out });
  }
  const startedMs = Date.now();
  const progress = (line: string): void => {
    console.error(`${((Date.now() - startedMs) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  };
  const keep = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(out, name), content);
  const server = await servePage();
  try {
    const { record, browser, failures } = await runHeadless({ ...options, url: server.url, progress, keep });
    const { query, samples } = options;
    const wallSeconds = (Date.now() - startedMs) / 1000;
    await keep(
      'run.json',
      `${JSON.stringify({ query, browser, wallSeconds, samples, ...record }, null, 1)}\n`,
    );
    console.log(
      `${record.step} steps on ${record.engine.description}: ${record.stepsPerSecond.toFixed(2)} steps/s, ` +
        `${record.imagesPerSecond.toFixed(0)} images/s; ${samples} samples, run.json and run.zip in ${out}`,
    );
    for (const failure of failures) console.error(`Not written: ${failure}`);
    if (failures.length > 0) process.exitCode = 1;
  } finally {
    await server.close();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    if (error instanceof UsageError) console.error(`\n${USAGE}`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
