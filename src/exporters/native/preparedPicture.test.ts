// model.bin of a translator whose pictures do not go in as they are, or that makes neither greys nor colours (GANVAS4): what
// ganvas-infer makes of a picture is what the kiosk shows of it, and what is made up is refused here and there.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { crc32 } from '../../core/crc32';
import type { KioskManifest } from '../../core/kioskManifest';
import { volume, type NetworkSpec } from '../../core/network';
import type { PictureShape, Preparation } from '../../core/pictureFit';
import { toSignedUnit } from '../../datasets/sampling';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { inputShape, outputShape } from '../../graph/edges';
import { runFloatGraph } from '../../graph/floatReference';
import { quantizeGraph, type Int8Graph } from '../../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../../graph/integerReference';
import { seePicture } from '../../inference/pictureWork';
import { unet } from '../../models/networks/unet';
import type { LeavingPicture } from '../../protocol';
import { DamagedModelError } from '../../readers/errors';
import { readNativeModel } from '../../readers/native/graph';
import { difference } from '../../testing/exportEngine';
import { seededInputs, seededWeights } from '../../testing/exportModels';
import { PROGRAM_PATIENCE_MS } from '../../testing/patience';
import { readPng } from '../../testing/readPng';
import { commandMisses, inTemporaryFolder, runProgram } from '../../testing/tools';
import { modelBinary } from './binary';

const MAKEFILE = fileURLToPath(new URL('../../../board/native/Makefile', import.meta.url));
const SANITIZED = '-O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all';
const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');
const [HEIGHT, WIDTH] = [12, 16];
const translator = (shape: PictureShape, channels: number): NetworkSpec =>
  unet({ shape, channels, width: 4, depth: 2, normalization: 'instance' });
const CASES = [
  ['its lightness', [HEIGHT, WIDTH, 3], { kind: 'lightness' }, translator([HEIGHT, WIDTH, 1], 2)],
  ['its blocks', [HEIGHT, WIDTH, 3], { kind: 'coarse', block: 5 }, translator([HEIGHT, WIDTH, 3], 3)],
  ['itself, to five channels', [HEIGHT, WIDTH, 1], undefined, translator([HEIGHT, WIDTH, 1], 5)],
] as const;

let built = '';
beforeAll(async () => {
  if (noGcc) return;
  built = await mkdtemp(join(tmpdir(), 'prepared-picture-'));
  await runProgram('make', ['-s', '-f', MAKEFILE, 'all', `CFLAGS=${SANITIZED}`, 'BUILD=.'], built);
});
afterAll(() => (built ? rm(built, { recursive: true }) : undefined));

const bytesOf = (count: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: count }, (_, i) => (i * 37 + (i >> 5) * 11) % 256);
const netpbm = (header: string, body: Uint8Array): Uint8Array =>
  Uint8Array.from(Buffer.concat([Buffer.from(header), body]));

async function fileOf(
  shape: PictureShape,
  preparation: Preparation | undefined,
  spec: NetworkSpec,
): Promise<{ q: Int8Graph; picture: LeavingPicture; file: Uint8Array<ArrayBuffer> }> {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  const ranges = await calibrate(graph, seededInputs(spec, 2), 2, 'percentile', runFloatGraph);
  const q = quantizeGraph(graph, ranges);
  const picture = preparation ? { shape, preparation } : { shape };
  return { q, picture, file: modelBinary(q, { latent: volume(inputShape(graph)), classes: 0 }, picture) };
}

/** Runs the program in a folder. */
function infer(folder: string, ...args: string[]): { status: number | null; said: string; warned: string } {
  const how = { cwd: folder, encoding: 'utf8', timeout: PROGRAM_PATIENCE_MS } as const;
  const { status, stdout, stderr } = spawnSync(join(built, 'ganvas-infer'), ['model.bin', ...args], how);
  return { status, said: stdout, warned: stderr };
}

it.skipIf(noGcc).each(CASES)(
  `ganvas-infer makes of %s what the kiosk shows ${noGcc ?? ''}`,
  async (...of) => {
    const [, shape, preparation, spec] = of;
    const { q, picture, file } = await fileOf(shape, preparation, spec);
    expect(new TextDecoder().decode(file.subarray(0, 7))).toBe('GANVAS4');
    const pixels = bytesOf(volume(shape));
    const [, , channels] = outputShape(q.graph);
    const drawn = (input: Float32Array) =>
      dequantizeValues(runInt8Graph(q, quantizeValues(input, q.input), 1), q.output);
    await inTemporaryFolder(async (write, folder) => {
      await write('model.bin', file);
      const header = `P${shape[2] === 1 ? 5 : 6} ${WIDTH} ${HEIGHT} 255\n`;
      await write('a.ppm', netpbm(header, pixels));
      expect(infer(folder, '--picture', 'a.ppm')).toMatchObject({ status: 0, warned: '' });
      if (channels === 5) {
        const floats = new Float32Array((await readFile(join(folder, 'result_im_1.f32'))).slice().buffer);
        expect(difference(floats, drawn(toSignedUnit(pixels))).max).toBeLessThan(1e-6);
      } else {
        const manifest: KioskManifest = {
          ...{ version: 1, name: 'test', file: 'test.tflite', format: 'tflite', bytes: 1 },
          ...{ sha256: '0'.repeat(64), kind: 'translator', latent: 1, classes: 0, range: [-1, 1] },
          ...{ picture: shape, preparation: picture.preparation, image: [HEIGHT, WIDTH, 3] },
        };
        const shown = await seePicture(manifest, pixels, drawn);
        const made = shown.kind === 'made' ? shown.made : new Uint8Array();
        const png = readPng(await readFile(join(folder, 'result_im_1.png')), [HEIGHT, WIDTH, 3]);
        expect(Math.max(...made) - Math.min(...made)).toBeGreaterThan(20);
        // Bytes of integers lie half a step from rounded ones.
        expect(difference(Float32Array.from(png), Float32Array.from(made)).max).toBeLessThanOrEqual(1);
      }
      expect(infer(folder)).toMatchObject({ status: 2, warned: expect.stringContaining('takes pictures') });
      await write('a.ppm', netpbm('P6 12 16 255\n', bytesOf(576)));
      expect(infer(folder, '--picture', 'a.ppm')).toMatchObject({
        status: 1,
        warned: expect.stringContaining('than the'),
      });
    });
  },
);

it.skipIf(noGcc)(`greys are as good as colours where lightness goes in ${noGcc ?? ''}`, async () => {
  const { file } = await fileOf(CASES[0][1], CASES[0][2], CASES[0][3]);
  const greys = bytesOf(HEIGHT * WIDTH);
  await inTemporaryFolder(async (write, folder) => {
    await write('model.bin', file);
    const made = async (header: string, body: Uint8Array): Promise<Buffer> => {
      await write('a.ppm', netpbm(header, body));
      expect(infer(folder, '--picture', 'a.ppm').warned).toBe('');
      return readFile(join(folder, 'result_im_1.png'));
    };
    const colours = Uint8Array.from({ length: 3 * greys.length }, (_, i) => greys[Math.floor(i / 3)]);
    expect(await made('P5 16 12 255\n', greys)).toEqual(await made('P6 16 12 255\n', colours));
  });
});

it.each(CASES)('opens again with what goes in: %s', async (_, shape, preparation, spec) => {
  const { q, file } = await fileOf(shape, preparation, spec);
  const { graph, names } = readNativeModel(file);
  expect([names, inputShape(graph), outputShape(graph)]).toEqual([
    null,
    inputShape(q.graph),
    outputShape(q.graph),
  ]);
  const inputs = seededInputs(spec, 1);
  const integers = dequantizeValues(runInt8Graph(q, quantizeValues(inputs, q.input), 1), q.output);
  expect(difference(runFloatGraph(graph, inputs, 1), integers).mean).toBeLessThan(0.05);
});

/** The file with a word changed; the checksum is right. */
function forgedFile(file: Uint8Array<ArrayBuffer>, place: number, value: number): Uint8Array {
  const changed = file.slice();
  const view = new DataView(changed.buffer);
  view.setInt32(place, value, true);
  view.setUint32(12, crc32(changed.subarray(16)), true);
  return changed;
}

it('is refused where what it says of pictures is cut or made up', async () => {
  for (const [, shape, preparation, spec] of CASES) {
    const { file } = await fileOf(shape, preparation, spec);
    const at = new DataView(file.buffer).getInt32(56, true);
    const forged = (
      [
        [56, 1_000_000],
        [56, file.length - 20],
        [at, 0],
        [at + 8, 4],
        [at + 20, 3],
        [44, 300],
      ] as const
    ).map(([place, value]) => forgedFile(file, place, value));
    for (const changed of forged) expect(() => readNativeModel(changed)).toThrow(DamagedModelError);
    if (noGcc) continue;
    await inTemporaryFolder(async (write, folder) => {
      await write('a.f32', new Uint8Array(4 * volume(inputShape(buildGraph(spec, seededWeights(spec, 3))))));
      for (const changed of forged) {
        await write('model.bin', changed);
        const { status, warned } = infer(folder, '--picture', 'a.f32');
        expect([status, warned]).toEqual([1, expect.stringMatching(/^ganvas-infer: model\.bin: /)]);
      }
    });
  }
});

it.skipIf(noGcc)(`whatever its header and block say, nothing beside it is read ${noGcc ?? ''}`, async () => {
  const { file } = await fileOf(CASES[1][1], CASES[1][2], CASES[1][3]);
  const at = new DataView(file.buffer).getInt32(56, true);
  const places = [...Array(12).keys(), ...Array(7).keys()].map((i, k) => (k < 12 ? 16 + 4 * i : at + 4 * i));
  await inTemporaryFolder(async (write, folder) => {
    await write('a.f32', new Uint8Array(4 * HEIGHT * WIDTH * 3));
    const ended = new Set<unknown>();
    for (const place of places)
      for (const value of [-5, 0, 1, 2, 0x7fffffff, 1_000_003]) {
        await write('model.bin', forgedFile(file, place, value));
        const { status, warned } = infer(folder, '--picture', 'a.f32');
        expect(warned).not.toMatch(/runtime error|Sanitizer/);
        ended.add(status);
      }
    // What changes nothing that is used runs; all else is refused.
    expect(ended).toEqual(new Set([0, 1]));
  });
});
