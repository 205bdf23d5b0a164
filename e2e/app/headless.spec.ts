// `npm run headless`: the files of a small run, and what a refused query or a bad command line says.
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { runHeadless } from '../../scripts/headlessRun';

const SAMPLES = 96;
const SIDE = 28;

/** A square BMP of one grey level. */
function greyBmp(side: number, level: number): Buffer {
  const header = Buffer.alloc(54);
  header.write('BM');
  header.writeUInt32LE(54 + 3 * side * side, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(side, 18);
  header.writeInt32LE(side, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  return Buffer.concat([header, Buffer.alloc(3 * side * side, level)]);
}

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

/** What `npm run headless` starts, with these arguments. */
function headless(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/headless.ts', ...args]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (status) => {
      resolve({ status, output });
    });
  });
}

/** The same run without the command around it, in the page that is served already; the files that it leaves. */
async function train(url: string | undefined, query: string, samples: number, images?: string) {
  const files = new Map<string, Buffer>();
  const said: string[] = [];
  const { record, failures } = await runHeadless({
    ...{ url: url ?? '', query, samples, images, chromiumArgs: [] },
    keep: async (name, content) => void files.set(name, Buffer.from(content)),
    progress: (line) => void said.push(line),
  });
  expect(failures).toEqual([]);
  return { record, files, said: said.join('\n') };
}

test('a run leaves its record, its samples and itself, and stops on the way change nothing', async ({
  baseURL,
}, testInfo) => {
  const out = testInfo.outputPath('run');
  const query = 'dataset=synthetic-digits&model=dcgan-light&batch=8&steps=20&seed=3&logEvery=2';
  const straight = train(baseURL, query, SAMPLES);
  const { status, output } = await headless(
    query,
    ...['--out', out, '--samples', String(SAMPLES), '--sample-at', '4,20'],
  );
  expect(status, output).toBe(0);

  const written = (name: string) => readFile(join(out, name));
  const record: unknown = JSON.parse((await written('run.json')).toString());
  expect(record).toMatchObject({
    config: { dataset: 'synthetic-digits', model: 'dcgan-light', batch: 8, steps: 20, seed: 3 },
    engine: { backend: expect.stringMatching(/^(wasm|cpu|webgl|webgpu)$/) },
    cores: expect.any(Number),
    crossOriginIsolated: true,
    step: 20,
    samples: SAMPLES,
  });
  expect(record).toHaveProperty('history.length', 10);
  expect(record).toHaveProperty('history.9.step', 20);
  expect(record).toHaveProperty('history.9.seconds', expect.any(Number));
  expect((await written('run.zip')).subarray(0, 2).toString()).toBe('PK');

  const samples = await written('samples.idx3-ubyte.gz');
  const idx = gunzipSync(samples);
  expect([0, 4, 8, 12].map((at) => idx.readUInt32BE(at))).toEqual([0x00000803, SAMPLES, SIDE, SIDE]);
  expect(idx.length).toBe(16 + SAMPLES * SIDE * SIDE);
  expect(new Set(idx.subarray(16)).size, 'grey levels').toBeGreaterThan(8);
  expect(await written('samples-20.idx3-ubyte.gz')).toEqual(samples);
  expect(await written('samples-4.idx3-ubyte.gz')).not.toEqual(samples);
  expect((await straight).files.get('samples.idx3-ubyte.gz')).toEqual(samples);
});

test('points leave as numbers, beside their run', async ({ baseURL }) => {
  const query = 'dataset=points-ring&model=gan-mlp&model.width=8&batch=8&steps=4';
  const { files } = await train(baseURL, query, 50);
  expect(files.get('samples.npy')?.toString('latin1', 0, 128)).toMatch(/NUMPY.*'<f4'.*\(50, 2\)/s);
  expect([...files.keys()].sort()).toEqual(['run.zip', 'samples.npy']);
});

test('a folder of my own images trains', async ({ baseURL }, testInfo) => {
  const folder = testInfo.outputPath('set');
  for (const [name, level] of [
    ['dark/1.bmp', 10],
    ['dark/2.bmp', 20],
    ['light/3.bmp', 240],
  ] as const) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), greyBmp(8, level));
  }
  const { record, said } = await train(
    baseURL,
    'dataset.side=16&model=dcgan-light&batch=2&steps=3',
    4,
    folder,
  );
  expect(said).toContain('3 images in 2 classes (dark, light)');
  expect(record).toMatchObject({ config: { dataset: 'image-folder' }, step: 3 });
});

test('a folder that cannot be written is refused with the usage, before anything is trained', async ({}, testInfo) => {
  const file = testInfo.outputPath('file');
  await writeFile(file, 'in the way');
  const { status, output } = await headless('steps=3', '--out', join(file, 'below'));
  expect(status, output).toBe(2);
  expect(output).toContain('where no folder can be written');
  expect(output).toMatch(/--out DIR[^]*run\.zip/);
  expect(output).not.toMatch(/^ +\d+ s  /m); // a line of progress
});

test('a query that the page refuses ends with its message', async ({ baseURL }) => {
  const large = 'dataset=image-folder&dataset.side=64&model.width=4&batch=512&backend=wasm';
  for (const [query, said] of [
    ['model=stylegan9', 'There is no model named "stylegan9"'],
    [
      large,
      /Batch size 512 images takes about [\d.]+ GB of memory.*Set Batch size to \d+ images, the largest/,
    ],
  ] as const)
    await expect(train(baseURL, query, 1)).rejects.toThrow(said);
});
