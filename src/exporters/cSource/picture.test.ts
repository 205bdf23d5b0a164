// C projects of networks that take pictures: built with sanitizers, given PGM, PPM and bare floats by name, and held against the
// integer reference and what the kiosk makes of the same picture; what they refuse.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KioskManifest } from '../../core/kioskManifest';
import { labOf } from '../../core/labColour';
import { chain, type NetworkSpec } from '../../core/network';
import { coarsened } from '../../core/pictureFit';
import { normalArray } from '../../core/random';
import { toSignedUnit } from '../../datasets/sampling';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { inputShape, outputShape } from '../../graph/edges';
import { volume } from '../../graph/graph';
import { runFloatGraph } from '../../graph/floatReference';
import { quantizeGraph, type Int8Graph } from '../../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../../graph/integerReference';
import { seePicture } from '../../inference/pictureWork';
import type { LeavingPicture } from '../../protocol';
import { unet } from '../../models/networks/unet';
import { seededInputs, seededWeights } from '../../testing/exportModels';
import { PROGRAM_PATIENCE_MS } from '../../testing/patience';
import { commandMisses, inTemporaryFolder, runProgram } from '../../testing/tools';
import { cSourceFiles } from './files';

const SANITIZED = '-O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all';
const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');
const [HEIGHT, WIDTH] = [12, 16];
const NAMES = ['daisy', 'rose "red"', '鬱金香', 'tulip'];

const CLASSIFIER = chain(
  'classifier',
  [HEIGHT, WIDTH, 3],
  [
    { kind: 'conv2d', filters: 6, kernel: 3, stride: 2 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'flatten' },
    { kind: 'dense', units: NAMES.length },
    { kind: 'softmax' },
  ],
);
const translator = (shape: readonly [number, number, number], channels: number): NetworkSpec =>
  unet({ shape, channels, width: 4, depth: 2, normalization: 'none' });

interface Given {
  readonly run: (...args: string[]) => { status: number | null; said: string; warned: string };
  readonly write: (name: string, content: Uint8Array) => Promise<string>;
  readonly read: (name: string) => Promise<Uint8Array>;
}

async function quantized(spec: NetworkSpec): Promise<Int8Graph> {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  return quantizeGraph(graph, await calibrate(graph, seededInputs(spec, 2), 2, 'min-max', runFloatGraph));
}

/** Builds the project, which checks its built-in inputs, and hands over its program. */
async function built(
  q: Int8Graph,
  picture: LeavingPicture,
  names: readonly string[] | undefined,
  use: (given: Given) => Promise<void>,
): Promise<void> {
  const latent = volume(inputShape(q.graph));
  const job = { picture, input: { latent, classes: 0, ...(names && { names }) } };
  await inTemporaryFolder(async (write, folder) => {
    for (const [name, text] of Object.entries(cSourceFiles(q, job))) await write(name, text);
    const said = await runProgram('make', ['-s', 'run', `CFLAGS=${SANITIZED}`], folder);
    expect(said).toContain('10 pictures seen, 0 differ from the exporting page');
    await use({
      write,
      read: (name) => readFile(join(folder, name)),
      run(...args) {
        const how = { cwd: folder, encoding: 'utf8', timeout: PROGRAM_PATIENCE_MS } as const;
        const { status, stdout, stderr } = spawnSync(join(folder, 'digits'), args, how);
        return { status, said: stdout, warned: stderr };
      },
    });
  });
}

const bytesOf = (count: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: count }, (_, i) => (i * 37 + (i >> 5) * 11) % 256);
const netpbm = (header: string, body: Uint8Array): Uint8Array =>
  Uint8Array.from(Buffer.concat([Buffer.from(header), body]));
const floatsOf = (values: Float32Array): Uint8Array => new Uint8Array(values.slice().buffer);
const bodyOf = (file: Uint8Array, count: number): Uint8Array => file.slice(file.length - count);

/** What the page's kiosk shows of a picture, by the integers of the same network. */
function shownByKiosk(
  q: Int8Graph,
  picture: LeavingPicture,
  pixels: Uint8Array,
): ReturnType<typeof seePicture> {
  const [height, width, channels] = outputShape(q.graph);
  const { shape, preparation } = picture;
  const manifest: KioskManifest = {
    ...{ version: 1, name: 'test', file: 'test.tflite', format: 'tflite', bytes: 1, sha256: '0'.repeat(64) },
    ...{ kind: 'translator', latent: 1, classes: 0, range: [-1, 1], picture: shape, preparation },
    image: [height, width, preparation?.kind === 'lightness' ? 3 : channels],
  };
  return seePicture(manifest, pixels, (input) =>
    dequantizeValues(runInt8Graph(q, quantizeValues(input, q.input), 1), q.output),
  );
}

function mostApart(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

describe.skipIf(noGcc)(`the C program of a network that takes pictures ${noGcc ?? ''}`, () => {
  it('names a picture with the shares of the integer reference, the largest first', async () => {
    const q = await quantized(CLASSIFIER);
    const pixels = bytesOf(HEIGHT * WIDTH * 3);
    await built(q, { shape: [HEIGHT, WIDTH, 3] }, NAMES, async ({ run, write }) => {
      const told = (values: Float32Array): [string, number][] => {
        const shares = dequantizeValues(runInt8Graph(q, quantizeValues(values, q.input), 1), q.output);
        const order = [...NAMES.keys()].sort((a, b) => shares[b] - shares[a] || a - b);
        // Of 256 steps, as close as four digits are.
        return order.map((i) => [NAMES[i], Math.round(256 * shares[i])]);
      };
      const said = (line: string): [string, number] => [
        line.slice(8),
        Math.round(256 * Number(line.slice(0, 6))),
      ];
      await write('a.ppm', netpbm(`P6\n# a comment\n${WIDTH} ${HEIGHT}\n255\n`, pixels));
      const seen = run('a.ppm');
      expect(seen.said.trim().split('\n').map(said)).toEqual(told(toSignedUnit(pixels)));
      expect(seen.status).toBe(0);
      const values = normalArray(pixels.length, 4);
      await write('a.f32', floatsOf(values));
      expect(run('a.f32').said.trim().split('\n').map(said)).toEqual(told(values));
      expect(told(values)).not.toEqual(told(toSignedUnit(pixels)));
    });
  });

  it('refuses what the network does not take, and says why', async () => {
    const q = await quantized(translator([HEIGHT, WIDTH, 1], 1));
    const pixels = bytesOf(HEIGHT * WIDTH);
    await built(q, { shape: [HEIGHT, WIDTH, 1] }, undefined, async ({ run, write }) => {
      for (const [name, content, said] of [
        ['a.pgm', netpbm('P4 16 12 ', pixels), 'no PGM'],
        ['a.pgm', netpbm('P5 16 x 255 ', pixels), 'header'],
        ['a.pgm', netpbm('P5 16 12 65535 ', pixels), '16 bits'],
        ['a.pgm', netpbm('P5 12 16 255 ', pixels), '16 x 12 x 1 values; the network takes 12 x 16 x 1'],
        ['a.pgm', netpbm('P6 16 12 255 ', pixels), '12 x 16 x 3 values'],
        ['a.pgm', netpbm('P5 16 12 255 ', pixels.subarray(1)), 'ends too early'],
        ['a.pgm', netpbm('P5 16 12 100 ', pixels), 'above its own white'],
        ['a.f32', floatsOf(new Float32Array(pixels.length - 1)), 'ends too early'],
        ['a.f32', floatsOf(new Float32Array(pixels.length + 1)), 'more values'],
        ['a.f32', floatsOf(new Float32Array(pixels.length).fill(NaN)), 'no finite number'],
      ] as const) {
        await write(name, content);
        expect(run(name)).toMatchObject({ status: 1, warned: expect.stringContaining(said) });
      }
      expect(run('none.pgm').warned).toContain('none.pgm cannot be opened');
      await write('a.f32', floatsOf(new Float32Array(pixels.length).fill(-3e38)));
      expect(run('a.f32', 'no/such/folder.pgm')).toMatchObject({
        status: 1,
        warned: expect.stringContaining('cannot be written'),
      });
    });
  });

  it.each([
    ['as it is', { shape: [HEIGHT, WIDTH, 3] }, translator([HEIGHT, WIDTH, 3], 3)],
    [
      'made coarse',
      { shape: [HEIGHT, WIDTH, 1], preparation: { kind: 'coarse', block: 5 } },
      translator([HEIGHT, WIDTH, 1], 1),
    ],
    [
      'as its lightness',
      { shape: [HEIGHT, WIDTH, 3], preparation: { kind: 'lightness' } },
      translator([HEIGHT, WIDTH, 1], 2),
    ],
  ] as const)('translates a picture %s as the kiosk shows it', async (_, picture, spec) => {
    const q = await quantized(spec);
    const [, , channels] = picture.shape;
    const pixels = bytesOf(HEIGHT * WIDTH * channels);
    const shown = await shownByKiosk(q, picture, pixels);
    await built(q, picture, undefined, async ({ run, write, read }) => {
      const header = `P${channels === 1 ? 5 : 6} ${WIDTH} ${HEIGHT} 255\n`;
      await write('a.ppm', netpbm(header, pixels));
      expect(run('a.ppm', 'b.ppm')).toEqual({ status: 0, said: '', warned: '' });
      const made = shown.kind === 'made' ? shown.made : new Uint8Array();
      expect(Math.max(...made) - Math.min(...made)).toBeGreaterThan(20);
      // Bytes of integers lie half a step from rounded ones.
      expect(mostApart(bodyOf(await read('b.ppm'), made.length), made)).toBeLessThanOrEqual(1);
      expect(run('a.ppm', 'b.f32').status).toBe(0);
      const given = toSignedUnit(pixels);
      const prepared = 'preparation' in picture && picture.preparation.kind;
      const values =
        prepared === 'coarse'
          ? coarsened(given, picture.shape, 5)
          : prepared === 'lightness'
            ? labOf(pixels).lightness
            : given;
      const expected = dequantizeValues(runInt8Graph(q, quantizeValues(values, q.input), 1), q.output);
      const found = new Float32Array((await read('b.f32')).slice().buffer);
      expect(found.length).toBe(expected.length);
      expect(Math.max(...found.map((value, i) => Math.abs(value - expected[i])))).toBeLessThan(1e-6);
    });
  });

  it('takes grey pictures too where lightness is all that goes in', async () => {
    const q = await quantized(translator([HEIGHT, WIDTH, 1], 2));
    const picture = { shape: [HEIGHT, WIDTH, 3], preparation: { kind: 'lightness' } } as const;
    const greys = bytesOf(HEIGHT * WIDTH);
    await built(q, picture, undefined, async ({ run, write, read }) => {
      await write('grey.pgm', netpbm(`P5 ${WIDTH} ${HEIGHT} 255\n`, greys));
      const rgb = Uint8Array.from({ length: 3 * greys.length }, (_, i) => greys[Math.floor(i / 3)]);
      await write('rgb.ppm', netpbm(`P6 ${WIDTH} ${HEIGHT} 255\n`, rgb));
      expect(run('grey.pgm').status).toBe(0);
      expect(run('rgb.ppm', 'of-rgb.ppm').status).toBe(0);
      expect(await read('made.ppm')).toEqual(await read('of-rgb.ppm'));
    });
  });
});

it('refuses a network that names pictures and does not say which it takes', async () => {
  const q = await quantized(CLASSIFIER);
  const input = { latent: HEIGHT * WIDTH * 3, classes: 0, names: NAMES };
  expect(() => cSourceFiles(q, { input })).toThrow('does not say of which sides');
});
