// Trains a run, or exports one, on the CPU engine under Node: the page's own worker without a page. Loaded through Vite
// (headless.ts), since Node alone does not resolve TensorFlow.js' modules.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { GanvasError } from '../src/core/errors';
import type { HistoryPoint } from '../src/core/history';
import { readParam, type ParamValue } from '../src/core/paramSpec';
import { parseRunLink } from '../src/core/runConfig';
import { drawsFromNoise, type TaskFacts } from '../src/core/taskFacts';
import type { ContinueFolder } from '../src/protocol';
import { openNodeWorker, type NodeWorker } from '../src/testing/nodeWorker';
import { loadTestLiteRt } from '../src/testing/liteRt';
import { stepLine } from '../src/ui/run/logLines';
import { byId, catalogue } from '../src/worker/catalogue';
import type { HeadlessContinueOptions } from './headlessContinueOptions';
import type { HeadlessExportOptions } from './headlessExportOptions';
import { planStops, sweepPlan, withImages } from './headlessPlan';
import type { HeadlessSweepOptions } from './headlessSweepOptions';
import { UsageError } from './commandLine';
import { type HeadlessOptions } from './headlessOptions';
import { serveNodeFiles } from './nodeFiles';
import { givenFolder, readPicturesInNode } from './nodePictures';

const SAY_EVERY_MS = 1000;

/** Trains the open run until `steps`; @returns what it reported. @throws Error when a step fails */
async function trainTo(
  { client }: NodeWorker,
  task: TaskFacts,
  steps: number,
): Promise<readonly HistoryPoint[]> {
  const points: HistoryPoint[] = [];
  let saidMs = 0;
  await client.request('run/set', { steps });
  await new Promise<void>((resolve, reject) => {
    const stopListening = client.subscribe((event) => {
      if (event.kind === 'run/history') {
        points.push(...event.points);
        const last = event.points.at(-1);
        if (last && Date.now() - saidMs > SAY_EVERY_MS) {
          console.error(stepLine(last, task));
          saidMs = Date.now();
        }
      }
      if (event.kind !== 'run/changed') return;
      const { transition } = event;
      if (transition.kind === 'finish' || transition.kind === 'fail') stopListening();
      if (transition.kind === 'finish') resolve();
      if (transition.kind === 'fail')
        reject(new Error(`${transition.error.name}: ${transition.error.message}`));
    });
    client.request('run/play', {}).catch(reject);
  });
  return points;
}

/** Gives the worker the pictures of a folder, as a person does. @returns what ends the reading of pictures */
async function provideImages({ client }: NodeWorker, folder: string): Promise<() => void> {
  const end = readPicturesInNode();
  const given = await givenFolder(folder);
  const { message } = await client.request('dataset/provide', { dataset: 'image-folder', ...given });
  console.error(message.replace(/ They are kept until the page is closed only: .*$/, ''));
  return end;
}

/** Trains the query to its step budget and writes what the browser's headless run writes. */
async function train({ query, out, samples, sampleAt, images }: HeadlessOptions): Promise<void> {
  serveNodeFiles();
  const started = Date.now();
  const plan = planStops(images === undefined ? query : withImages(query), sampleAt);
  const config = parseRunLink(plan.query, catalogue);
  const worker = await openNodeWorker('relaxed', config.threads || availableParallelism());
  const { client, context } = worker;
  const endReading = images === undefined ? null : await provideImages(worker, images);
  const { id } = await client.request('run/start', { config });
  endReading?.();
  const format = catalogue.datasets.find((d) => d.id === config.dataset)?.shape[2] === 2 ? 'npy' : 'idx';
  const ending = format === 'npy' ? 'npy' : 'idx3-ubyte.gz';
  const task = byId(catalogue.tasks, config.task);
  const drawn = drawsFromNoise(task) ? samples : 0;
  const draw = async (suffix: string): Promise<void> => {
    if (drawn === 0) return;
    const { bytes } = await client.request('samples/file', { format, seed: config.seed, count: drawn });
    await writeFile(join(out, `samples${suffix}.${ending}`), bytes);
  };
  const history: HistoryPoint[] = [];
  for (const steps of [config.steps, ...plan.later]) {
    history.push(...(await trainTo(worker, task, steps)));
    if (sampleAt.includes(steps)) await draw(`-${steps}`);
  }
  await client.request('run/save', {});
  await writeFile(join(out, 'run.zip'), (await client.request('runs/export', { id })).bytes);
  await draw('');
  const { step = 0, seconds = 0 } = history.at(-1) ?? {};
  const stepsPerSecond = seconds > 0 ? step / seconds : 0;
  const record = {
    ...{ query, node: process.version, wallSeconds: (Date.now() - started) / 1000, samples: drawn },
    ...{ config, engine: context.engine?.report, cores: availableParallelism(), step, seconds },
    ...{ stepsPerSecond, imagesPerSecond: stepsPerSecond * config.batch },
    history: history.map(({ values, ...at }) => ({ ...at, ...values })),
    measures: context.run?.session.measures ?? [],
  };
  await writeFile(join(out, 'run.json'), `${JSON.stringify(record, null, 1)}\n`);
  console.log(
    `${step} steps on ${context.engine?.report.description} under Node: ${stepsPerSecond.toFixed(2)} steps/s; ` +
      `${drawn > 0 ? `${drawn} samples, ` : ''}run.json and run.zip in ${out}`,
  );
  await worker.close();
}

/** The format's options as its fields read them. @throws UsageError */
function optionsOf({ format, options }: HeadlessExportOptions): Readonly<Record<string, ParamValue>> {
  const specs = catalogue.modelExporters.find(({ id }) => id === format)?.options ?? [];
  return Object.fromEntries(
    Object.entries(options).map(([name, text]) => {
      const spec = specs.find(({ id }) => id === name);
      if (!spec)
        throw new UsageError(
          `${format} has no option ${name}; it has: ${specs.map(({ id }) => id).join(', ') || 'none'}.`,
        );
      const reading = readParam(spec, text);
      if (!reading.ok) throw new UsageError(reading.problem);
      return [name, reading.value] as const;
    }),
  );
}

/** @returns the id that the run of the file has here */
async function importRunFile({ client }: NodeWorker, path: string): Promise<string> {
  const file = new File([Uint8Array.from(await readFile(path))], basename(path));
  const { id } = await client.request('runs/import', { files: [{ name: file.name, file }] });
  return id;
}

/** Writes the generator of a run file in a format, and what running the files proved. */
async function exportRun(asked: HeadlessExportOptions): Promise<void> {
  serveNodeFiles();
  const { format, out, calibration, network } = asked;
  const exporters = catalogue.modelExporters;
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter)
    throw new UsageError(`--format is ${format}; give ${exporters.map(({ id }) => id).join(', ')}.`);
  const variants = exporter.variants.map(({ id }) => id);
  const variant = asked.variant ?? variants[0];
  if (!variants.includes(variant))
    throw new UsageError(`--variant is ${variant}; ${format} has ${variants.join(', ')}.`);
  const options = optionsOf(asked);
  const worker = await openNodeWorker('relaxed', availableParallelism());
  const { client } = worker;
  console.debug = () => undefined; // there the runtime complains that Node has no graphics card
  await loadTestLiteRt(); // from its package; the page fetches it
  const id = await importRunFile(worker, asked.run);
  await client.request('run/open', { id });
  const made = await client.request('model/export', {
    ...{ exporter: format, variant, calibration, options },
    ...(network !== undefined && { network }),
  });
  for (const produced of [made.withCard, ...(made.file ? [made.file] : [])])
    await writeFile(join(out, produced.fileName), produced.bytes);
  const { runtime, images, maxDifference, meanDifference } = made.proof;
  console.log(
    `${(made.file ?? made.withCard).fileName} (${made.sizeBytes} bytes) in ${out}; run by ${runtime} on ${images} inputs: ` +
      `mean difference ${meanDifference.toPrecision(3)}, largest ${maxDifference.toPrecision(3)}`,
  );
  for (const note of made.notes) console.log(note);
  await worker.close();
}

/** Unpacks a folder that the worker made, without the one that its zip has around it, and says how it is started. */
async function unpackInto(out: string, { file, commands }: ContinueFolder): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(file.bytes))) {
    const place = join(out, path.slice(path.indexOf('/') + 1));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
  for (const { text } of commands) console.log(text);
}

/** Writes a run file as a folder for PyTorch. */
async function writeContinued({ run, out, images, packsImages }: HeadlessContinueOptions): Promise<void> {
  serveNodeFiles();
  const worker = await openNodeWorker('relaxed', availableParallelism());
  const endReading = images === undefined ? null : await provideImages(worker, images);
  const id = await importRunFile(worker, run);
  const folder = await worker.client.request('runs/continue', { id, images: packsImages });
  endReading?.();
  console.log(`${basename(run)} for PyTorch in ${out}; there:`);
  await unpackInto(out, folder);
  await worker.close();
}

/** Writes the folder of a sweep, whose runs have not begun. */
async function writeSweep(asked: HeadlessSweepOptions): Promise<void> {
  const { name, queries, out, images } = asked;
  serveNodeFiles();
  const configs = queries.map((query) => parseRunLink(query, catalogue));
  const plan = sweepPlan(asked, configs);
  const worker = await openNodeWorker('relaxed', availableParallelism());
  const folder = await worker.client.request('runs/sweep', { name, configs, titles: null, images, plan });
  console.log(`${configs.length} runs in ${out}; there:`);
  await unpackInto(out, folder);
  await worker.close();
}

/** What went wrong in one line, as the page says it, and the process ends. */
function fail(error: unknown): never {
  const hint = error instanceof GanvasError ? ` ${error.hint}` : '';
  console.error(error instanceof Error ? `${error.name}: ${error.message}${hint}` : error);
  process.exit(error instanceof UsageError ? 2 : 1);
}

export const trainInNode = (options: HeadlessOptions): Promise<void> => train(options).catch(fail);
export const continueInNode = (asked: HeadlessContinueOptions): Promise<void> =>
  writeContinued(asked).catch(fail);
export const sweepInNode = (asked: HeadlessSweepOptions): Promise<void> => writeSweep(asked).catch(fail);
export const exportInNode = (asked: HeadlessExportOptions): Promise<void> => exportRun(asked).catch(fail);
