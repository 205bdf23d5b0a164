// `nice npx tsx bench/kiosk/day.ts [--hours 24] [--rate 5]`: a day of the kiosk's show at so many frames a second, as quickly as
// the machine draws it: real models in the real page, another model every hour, touches, damaged models, silences of the board, saving.
// Prints what memory there is after each hour and writes build/bench/kioskDay.json; fails when it grows.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { Board, type BoardModel } from '../../e2e/support/board';
import { tinyFloatModel, tinyInt8Model } from '../../e2e/support/kiosk';
import { KioskDay, type MemoryReading } from '../../e2e/support/kioskDay';
import { findBrowser, launchOptions } from '../../scripts/findBrowser';
import { repositoryRoot } from '../../scripts/runTool';
import { renderTable } from '../table';
import { benchModels } from './models';

/** A touch comes after each. */
const PARTS_AN_HOUR = 12;
/** What a heap may differ by from the same hour of the models' turn before. */
const SLACK_BYTES = 1e6;

const { values } = parseArgs({
  options: { hours: { type: 'string', default: '24' }, rate: { type: 'string', default: '5' } },
});
const rate = Number(values.rate);

type Hour = MemoryReading & { readonly hour: number; readonly model: string; readonly images: number };

async function modelsInTurn(): Promise<readonly (readonly [string, BoardModel])[]> {
  const [light] = await benchModels();
  const facts = { latent: light.latent, classes: 0, image: [28, 28, 1] };
  return [
    ['colours float32', tinyFloatModel()],
    ['digits int8', { ...facts, bytes: light.files['tflite int8'] }],
    ['colours int8', await tinyInt8Model()],
    ['digits float32', { ...facts, bytes: light.files['tflite float32'] }],
  ];
}

async function driveHour(day: KioskDay, hour: number, model: BoardModel): Promise<void> {
  const { board } = day;
  for (let part = 0; part < PARTS_AN_HOUR; part++) {
    await day.touch(hour + part);
    if (part === 3 && hour % 6 === 5) board.put('Damaged', { ...model, bytes: model.bytes.subarray(99) });
    board.silent = part === 6 && hour % 8 === 7;
    if (part === 9) await day.page.getByRole('button', { name: 'Save' }).click();
    await day.drive((3600 * rate) / PARTS_AN_HOUR, 1000 / rate);
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);

const tableOf = (hours: readonly Hour[]) => ({
  title: 'Kiosk: memory after each hour of the show',
  columns: [
    'hour',
    'model',
    'images',
    'page, MB',
    'workers, MB',
    'buffers, MB',
    'wasm, MB',
    'nodes',
    'listeners',
    'workers',
  ],
  rows: hours.map((h) => [
    String(h.hour),
    h.model,
    h.images.toLocaleString('en'),
    ...[h.pageBytes, h.workerBytes, h.bufferBytes, h.runtimeBytes].map(megabytes),
    ...[h.nodes, h.listeners, h.workers].map(String),
  ]),
  notes: [
    `Heaps after a collection. ${rate} frames a second of the show’s time; nothing waits for the clock.`,
  ],
});

/** Hours of which something grew, against the first full turn of the models. */
function grown(hours: readonly Hour[], turn: number): readonly string[] {
  return hours.slice(2 * turn).flatMap((h) => {
    const early = hours[turn + (h.hour % turn)];
    const bytes = h.pageBytes + h.workerBytes + h.bufferBytes;
    const before = early.pageBytes + early.workerBytes + early.bufferBytes;
    const flat =
      bytes - before < SLACK_BYTES &&
      h.runtimeBytes <= early.runtimeBytes &&
      h.nodes <= early.nodes + 50 &&
      h.listeners <= early.listeners + 10 &&
      h.workers <= early.workers;
    return flat ? [] : [`hour ${h.hour}`];
  });
}

const turn = await modelsInTurn();
const { executablePath } = await findBrowser();
const browser = await chromium.launch(launchOptions(executablePath));
const board = await Board.start();
const hours: Hour[] = [];
const started = Date.now();
try {
  board.files.set('models/board.json', JSON.stringify({ version: 1, saveResults: true }));
  const day = await KioskDay.start(await (await browser.newContext()).newPage(), board);
  for (let hour = 0; hour < Number(values.hours); hour++) {
    const [name, model] = turn[hour % turn.length];
    await day.sendModel(`${name} of hour ${hour}`, model);
    await driveHour(day, hour, model);
    await day.sendModel(`${name} again`, model);
    hours.push({ hour, model: name, images: await day.images(), ...(await day.read()) });
    console.error(`${hour}: ${JSON.stringify(hours.at(-1))}`);
  }
} finally {
  await browser.close();
  await board.stop();
}
const minutes = (Date.now() - started) / 60_000;
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores; ${hours.length} hours of the show, ${(hours.length * 3600 * rate).toLocaleString('en')} frames, in ${minutes.toFixed(0)} minutes\n`,
);
console.log(renderTable(tableOf(hours)));
const out = join(repositoryRoot, 'build', 'bench');
await mkdir(out, { recursive: true });
await writeFile(join(out, 'kioskDay.json'), `${JSON.stringify({ minutes, hours }, null, 1)}\n`);
const more = grown(hours, turn.length);
if (more.length > 0) console.error(`Memory grew: ${more.join(', ')}.`);
process.exit(more.length > 0 ? 1 : 0);
