// A picture in the place of noise: what ganvas-infer makes of a PGM file, bit for bit as the integer reference, and what it refuses;
// and how it names a picture by a classifier's file.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { NetworkSpec } from '../../core/network';
import { crc32 } from '../../core/crc32';
import { normalArray } from '../../core/random';
import { toSignedUnit } from '../../datasets/sampling';
import { readNativeModel } from '../../readers/native/graph';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { outputShape } from '../../graph/edges';
import { runFloatGraph } from '../../graph/floatReference';
import { quantizeGraph, type Int8Graph } from '../../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../../graph/integerReference';
import { DamagedModelError } from '../../readers/errors';
import { UNET_GENERATOR } from '../../testing/branchedModels';
import { seededInputs, seededWeights } from '../../testing/exportModels';
import { PROGRAM_PATIENCE_MS } from '../../testing/patience';
import { readPng } from '../../testing/readPng';
import { commandMisses, inTemporaryFolder, runProgram } from '../../testing/tools';
import { modelBinary } from './binary';

const NAMES = ['daisy', 'rose', '鬱金香', 'tulip', 'none'];
/** Two branches, so that steps have all their words. */
const CLASSIFIER: NetworkSpec = {
  name: 'classifier',
  inputs: [{ name: 'input', shape: [10, 14, 3] }],
  nodes: [
    { id: 'a', from: ['input'], kind: 'conv2d', filters: 4, kernel: 3, stride: 2 },
    { id: 'b', from: ['input'], kind: 'conv2d', filters: 4, kernel: 1, stride: 2 },
    { id: 'sum', from: ['a', 'b'], kind: 'add' },
    { id: 'flat', from: ['sum'], kind: 'flatten' },
    { id: 'dense', from: ['flat'], kind: 'dense', units: NAMES.length },
    { id: 'shares', from: ['dense'], kind: 'softmax' },
  ],
  outputs: ['shares'],
};
const PICTURE = { shape: [10, 14, 3] } as const;
const INPUT = { latent: 420, classes: 0, names: NAMES };

async function quantized(spec: NetworkSpec): Promise<Int8Graph> {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  return quantizeGraph(graph, await calibrate(graph, seededInputs(spec, 2), 2, 'percentile', runFloatGraph));
}

const MAKEFILE = fileURLToPath(new URL('../../../board/native/Makefile', import.meta.url));
const SANITIZED = '-O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all';
const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');

it.skipIf(noGcc)(
  `ganvas-infer takes a picture, and refuses what the network does not take ${noGcc ?? ''}`,
  async () => {
    const q = await quantized(UNET_GENERATOR);
    await inTemporaryFolder(async (write, folder) => {
      await runProgram('make', ['-s', '-f', MAKEFILE, 'all', `CFLAGS=${SANITIZED}`, 'BUILD=build'], folder);
      const run = (model: string, picture: string): { status: number | null; said: string } => {
        const args = [model, '--picture', picture];
        const how = { cwd: folder, encoding: 'utf8', timeout: PROGRAM_PATIENCE_MS } as const;
        const ran = spawnSync(join(folder, 'build', 'ganvas-infer'), args, how);
        return { status: ran.status, said: ran.stdout + ran.stderr };
      };
      await write('unet.bin', modelBinary(q, { latent: 1024, classes: 0 }));
      await write('classes.bin', modelBinary(q, { latent: 1020, classes: 4 }));
      const pixels = Uint8Array.from({ length: 1024 }, (_, i) => (i * 37 + (i >> 5) * 11) % 256);
      const file = (header: string, body: Uint8Array = pixels): Promise<unknown> =>
        write('picture.pgm', Uint8Array.from(Buffer.concat([Buffer.from(header), body])));
      await file('P5\n# a comment\n32 32\n255\n');
      expect(run('unet.bin', 'picture.pgm').status).toBe(0);
      const given = quantizeValues(
        Float32Array.from(pixels, (byte) => (2 * byte) / 255 - 1),
        q.input,
      );
      const expected = Uint8Array.from(runInt8Graph(q, given, 1), (v) => v + 128);
      expect(readPng(await readFile(join(folder, 'result_im_1.png')), outputShape(q.graph))).toEqual(
        expected,
      );
      expect(run('classes.bin', 'picture.pgm').said).toContain('draws classes');
      for (const [header, body, said] of [
        ['P4\n32 32\n', pixels, 'no PGM'],
        ['P5 32 x 255 ', pixels, 'header'],
        ['P5 32 99999999999 255 ', pixels, 'header'],
        ['P5 32 32 65535 ', pixels, '16 bits'],
        ['P6 32 32 255 ', pixels, 'number of values'],
        ['P5 64 16 255 ', pixels, 'proportions'],
        ['P5 32 32 255 ', pixels.subarray(1), 'ends too early'],
        ['P5 32 32 100 ', pixels, 'above its own white'],
      ] as const) {
        await file(header, body);
        const ran = run('unet.bin', 'picture.pgm');
        expect([ran.status, ran.said]).toEqual([1, expect.stringContaining(said)]);
      }
      expect(run('unet.bin', 'none.ppm').said).toContain('none.ppm cannot be opened');
    });
  },
);

describe('model.bin of a classifier', () => {
  const netpbm = (header: string, body: Uint8Array): Uint8Array =>
    Uint8Array.from(Buffer.concat([Buffer.from(header), body]));
  const pixels = Uint8Array.from({ length: 420 }, (_, i) => (i * 37 + (i >> 5) * 11) % 256);

  it.skipIf(noGcc)(`names a picture as the integer reference does ${noGcc ?? ''}`, async () => {
    const q = await quantized(CLASSIFIER);
    const order = (values: Float32Array): [string, number][] => {
      const shares = dequantizeValues(runInt8Graph(q, quantizeValues(values, q.input), 1), q.output);
      const places = [...NAMES.keys()].sort((a, b) => shares[b] - shares[a] || a - b);
      return places.map((i) => [NAMES[i], Math.round(256 * shares[i])]);
    };
    await inTemporaryFolder(async (write, folder) => {
      await runProgram('make', ['-s', '-f', MAKEFILE, 'all', `CFLAGS=${SANITIZED}`, 'BUILD=build'], folder);
      await write('flowers.bin', modelBinary(q, INPUT, PICTURE));
      const run = (...args: string[]): { status: number | null; lines: string[]; warned: string } => {
        const how = { cwd: folder, encoding: 'utf8', timeout: PROGRAM_PATIENCE_MS } as const;
        const ran = spawnSync(join(folder, 'build', 'ganvas-infer'), ['flowers.bin', ...args], how);
        return { status: ran.status, lines: ran.stdout.trim().split('\n'), warned: ran.stderr };
      };
      const named = (lines: readonly string[]): [string, number][] =>
        lines.slice(1, -1).map((line) => [line.slice(8), Math.round(256 * Number(line.slice(0, 6)))]);
      await write('a.ppm', netpbm('P6 14 10 255\n', pixels));
      const seen = run('--picture', 'a.ppm');
      expect(named(seen.lines)).toEqual(order(toSignedUnit(pixels)));
      expect(seen).toMatchObject({ status: 0, warned: '' });
      expect(seen.lines.at(-1)).toMatch(/^1 pictures, median/);
      const values = normalArray(420, 8);
      await write('a.f32', new Uint8Array(values.slice().buffer));
      expect(named(run('--picture', 'a.f32', '--count', '3').lines)).toEqual(order(values));
      await write('a.ppm', netpbm('P6 10 14 255\n', pixels));
      expect(run('--picture', 'a.ppm')).toMatchObject({
        status: 1,
        warned: expect.stringContaining('other sides'),
      });
      expect(run()).toMatchObject({ status: 2, warned: expect.stringContaining('--picture') });
    });
  });

  it('holds its names and the sides of its picture, and is refused where they are cut or made up', async () => {
    const file = modelBinary(await quantized(CLASSIFIER), INPUT, PICTURE);
    expect(readNativeModel(file)).toMatchObject({
      names: NAMES,
      graph: { inputs: [{ shape: [10, 14, 3] }] },
    });
    const at = new DataView(file.buffer).getInt32(56, true);
    for (const [place, value] of [
      [56, 1_000_000],
      [56, 8],
      [at, 0],
      [at + 8, 4],
      [44, 6],
      [44, 300],
    ] as const) {
      const forged = file.slice();
      const view = new DataView(forged.buffer);
      view.setInt32(place, value, true);
      view.setUint32(12, crc32(forged.subarray(16)), true);
      expect(() => readNativeModel(forged)).toThrow(DamagedModelError);
    }
  });

  it('is not written for other names or pictures than it has', async () => {
    const q = await quantized(CLASSIFIER);
    expect(() => modelBinary(q, { ...INPUT, names: ['a'] }, PICTURE)).toThrow('for 1 names');
    expect(() => modelBinary(q, INPUT)).toThrow('takes 420 numbers');
  });
});
