// `npm run headless`: the files of a small run, and what a refused query or a bad command line says.
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

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

function headless(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('npx', ['tsx', 'scripts/headless.ts', ...args]);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (status) => {
      resolve({ status, output });
    });
  });
}

test('a run of twenty steps leaves its record, its samples and itself', async ({}, testInfo) => {
  const out = testInfo.outputPath('run');
  const query = 'dataset=synthetic-digits&model=dcgan-light&batch=8&steps=20&seed=3&logEvery=2';
  const { status, output } = await headless(query, '--out', out, '--samples', String(SAMPLES));
  expect(status, output).toBe(0);

  const record: unknown = JSON.parse(await readFile(join(out, 'run.json'), 'utf8'));
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

  const idx = gunzipSync(await readFile(join(out, 'samples.idx3-ubyte.gz')));
  expect([0, 4, 8, 12].map((at) => idx.readUInt32BE(at))).toEqual([0x00000803, SAMPLES, SIDE, SIDE]);
  expect(idx.length).toBe(16 + SAMPLES * SIDE * SIDE);
  expect(new Set(idx.subarray(16)).size, 'grey levels').toBeGreaterThan(8);
  expect((await readFile(join(out, 'run.zip'))).subarray(0, 2).toString()).toBe('PK');
});

test('a run that stops on the way for samples trains as one that does not', async ({}, testInfo) => {
  const query = 'model=dcgan-light&batch=4&steps=6&seed=3';
  const samples = (folder: string, name: string) => readFile(join(testInfo.outputPath(folder), name));
  const run = (folder: string, ...more: string[]) =>
    headless(query, '--out', testInfo.outputPath(folder), '--samples', '16', ...more);
  for (const { status, output } of [await run('straight'), await run('stops', '--sample-at', '2,4,6')])
    expect(status, output).toBe(0);
  const end = await samples('straight', 'samples.idx3-ubyte.gz');
  expect(await samples('stops', 'samples.idx3-ubyte.gz')).toEqual(end);
  expect(await samples('stops', 'samples-6.idx3-ubyte.gz')).toEqual(end);
  expect(await samples('stops', 'samples-2.idx3-ubyte.gz')).not.toEqual(
    await samples('stops', 'samples-4.idx3-ubyte.gz'),
  );
  const record: unknown = JSON.parse((await samples('stops', 'run.json')).toString());
  expect(record).toMatchObject({ step: 6, config: { steps: 6 } });
  expect(record).toHaveProperty('history.length', 6);
});

test('points leave as numbers, beside their run', async ({}, testInfo) => {
  const out = testInfo.outputPath('points');
  const query = 'dataset=points-ring&model=gan-mlp&model.width=8&batch=8&steps=4';
  const { status, output } = await headless(query, '--out', out, '--samples', '50');
  expect(status, output).toBe(0);
  const npy = await readFile(join(out, 'samples.npy'));
  expect(npy.toString('latin1', 0, 128)).toMatch(/NUMPY.*'<f4'.*\(50, 2\)/s);
  expect((await readdir(out)).sort()).toEqual(['run.json', 'run.zip', 'samples.npy']);
});

test('a folder of my own images trains', async ({}, testInfo) => {
  const folder = testInfo.outputPath('set');
  for (const [name, level] of [
    ['dark/1.bmp', 10],
    ['dark/2.bmp', 20],
    ['light/3.bmp', 240],
  ] as const) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), greyBmp(8, level));
  }
  const out = testInfo.outputPath('run');
  const query = 'dataset.side=16&model=dcgan-light&batch=2&steps=3';
  const { status, output } = await headless(query, '--out', out, '--samples', '4', '--images', folder);
  expect(status, output).toBe(0);
  expect(output).toContain('3 images in 2 classes (dark, light)');
  const record: unknown = JSON.parse(await readFile(join(out, 'run.json'), 'utf8'));
  expect(record).toMatchObject({ config: { dataset: 'image-folder' }, step: 3 });
});

test('folders that cannot be are refused before anything is trained', async ({}, testInfo) => {
  const file = testInfo.outputPath('file');
  await writeFile(file, 'in the way');
  for (const [args, said] of [
    [['--out', file], 'where no folder can be written'],
    [['--out', join(file, 'below')], 'where no folder can be written'],
    [['--out', testInfo.outputPath('run'), '--images', file], 'no folder; give the folder'],
    [['--out', testInfo.outputPath('run'), '--images', `${file}s`], 'no such file'],
  ] as const) {
    const { status, output } = await headless('steps=3', ...args);
    expect(status, output).toBe(2);
    expect(output).toContain(said);
    expect(output).not.toMatch(/^ +\d+ s  /m); // a line of progress
  }
});

test('a query that the page refuses ends with its message', async ({}, testInfo) => {
  const large = 'dataset=image-folder&dataset.side=64&model.width=4&batch=512&backend=wasm';
  for (const [query, said] of [
    ['model=stylegan9', 'There is no model named "stylegan9"'],
    [
      large,
      /Batch size 512 images takes about [\d.]+ GB of memory.*Set Batch size to \d+ images, the largest/,
    ],
  ] as const) {
    const { status, output } = await headless(query, '--out', testInfo.outputPath('run'));
    expect(status).toBe(1);
    expect(output).toMatch(said);
  }
});

test('a command line that cannot be read ends with the usage', async () => {
  const { status, output } = await headless('steps=3');
  expect(status).toBe(2);
  expect(output).toMatch(/--out DIR[^]*run\.zip/);
});
