// model.bin and the program that runs it: built by the Makefile of board/native, run here, on an emulated Cortex-A53 and
// on an emulated Cortex-M7, its PNGs read back by Python's zlib or, where that is missing, by Node's.
import { inputShape, outputShape } from '../../graph/edges';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { runFloatGraph } from '../../graph/floatReference';
import { volume } from '../../graph/graph';
import { quantizeGraph, type Int8Graph } from '../../graph/int8Graph';
import { runInt8Graph } from '../../graph/integerReference';
import { crc32 } from '../../core/crc32';
import type { NetworkSpec } from '../../core/network';
import type { GeneratorInput } from '../../protocol';
import { PLAIN_RESNET_GENERATOR, UNET_GENERATOR } from '../../testing/branchedModels';
import {
  AN12954_SMALL_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  ODD_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../../testing/exportModels';
import { readPng } from '../../testing/readPng';
import { commandMisses, inTemporaryFolder, pythonMisses, runProgram } from '../../testing/tools';
import { modelBinary } from './binary';
import { nativeLatent } from './latents';
import { PROGRAM_PATIENCE_MS } from '../../testing/patience';

const NATIVE = fileURLToPath(new URL('../../../board/native', import.meta.url));
const SANITIZED = '-O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all';
const IMAGES = 10;
const FEW_IMAGES = 3;
const SEED = 1;

const made = new Map<NetworkSpec, Promise<Int8Graph>>();

function quantized(spec: NetworkSpec): Promise<Int8Graph> {
  const known = made.get(spec) ?? quantize(spec);
  made.set(spec, known);
  return known;
}

async function quantize(spec: NetworkSpec): Promise<Int8Graph> {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  return quantizeGraph(graph, await calibrate(graph, seededInputs(spec, 4), 4, 'percentile', runFloatGraph));
}

/** Pixels as the integer reference draws them. */
function expectedPixels(q: Int8Graph, input: GeneratorInput, chosen?: number, images = IMAGES): Uint8Array[] {
  return Array.from({ length: images }, (_, i) => {
    const kind = chosen ?? (input.classes > 0 ? i % input.classes : 0);
    return Uint8Array.from(runInt8Graph(q, nativeLatent(input, q.input, SEED, i, kind), 1), (v) => v + 128);
  });
}

const make = (folder: string, target: string, flags: string, ...more: string[]): Promise<string> =>
  runProgram(
    'make',
    ['-s', '-f', join(NATIVE, 'Makefile'), target, `CFLAGS=${flags}`, 'OUT=out', ...more],
    folder,
  );

/** Emulated ARM takes many seconds for large models; they run natively, and draw few. */
const LARGE: readonly NetworkSpec[] = [AN12954_SMALL_GENERATOR, UNET_GENERATOR, PLAIN_RESNET_GENERATOR];
const isLarge = (spec: NetworkSpec): boolean => LARGE.includes(spec);

/** Where a program with certain flags is built once: any model runs in it, but for the one that has its model linked in. */
const builds = new Map<string, Promise<string>>();
afterAll(async () => {
  for (const folder of builds.values()) await rm(await folder, { recursive: true });
});
const buildFolder = (flags: string): Promise<string> => {
  const known = builds.get(flags) ?? mkdtemp(join(tmpdir(), 'native-build-'));
  builds.set(flags, known);
  return known;
};

/** Draws ten images with the program, which is built where it is not; compares each with the reference. */
async function drawsAsReference(spec: NetworkSpec, target: string, flags: string): Promise<void> {
  const q = await quantized(spec);
  const input = { latent: volume(inputShape(q.graph)), classes: 0 };
  const build = `BUILD=${await buildFolder(flags)}`;
  await inTemporaryFolder(async (write, folder) => {
    await write('model.bin', modelBinary(q, input));
    await mkdir(join(folder, 'out'));
    const images = isLarge(spec) ? FEW_IMAGES : IMAGES;
    const said = await make(folder, target, flags, build, `COUNT=${images}`);
    expect(said).toMatch(/^\d+ images, median \d+\.\d+ ms an image, slowest \d+\.\d+ ms$/m);
    for (const [i, expected] of expectedPixels(q, input, undefined, images).entries()) {
      const png = await readFile(join(folder, 'out', `result_im_${i + 1}.png`));
      expect(readPng(png, outputShape(q.graph))).toEqual(expected);
    }
  });
}

const models = [
  ['tiny generator', TINY_GENERATOR],
  ['odd generator', ODD_GENERATOR],
  ['dcgan-light', LIGHT_GENERATOR],
  ['depthwise', DEPTHWISE_GENERATOR],
  ['dcgan-an12954 of 12 pixels', AN12954_SMALL_GENERATOR],
  ['U-Net, from a picture', UNET_GENERATOR],
  ['ResNet, from a picture', PLAIN_RESNET_GENERATOR],
] as const;

const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');
const noAarch64 =
  noGcc ??
  commandMisses('aarch64-linux-gnu-gcc', 'gcc-aarch64-linux-gnu libc6-dev-arm64-cross') ??
  commandMisses('qemu-aarch64-static', 'qemu-user-static');
const noM7 =
  noGcc ??
  commandMisses('arm-none-eabi-gcc', 'gcc-arm-none-eabi libnewlib-arm-none-eabi') ??
  commandMisses('qemu-system-arm', 'qemu-system-arm');

describe.each(models)('ganvas-infer draws %s bit for bit as the integer reference', (_, spec) => {
  it.skipIf(noGcc)(`natively, with sanitizers ${noGcc ?? ''}`, () =>
    drawsAsReference(spec, 'run', SANITIZED),
  );
  it.skipIf(noGcc ?? spec !== LIGHT_GENERATOR)(`natively, as it is shipped ${noGcc ?? ''}`, () =>
    drawsAsReference(spec, 'run', '-O3'),
  );
  it.skipIf(noAarch64 ?? isLarge(spec))(`on a Cortex-A53 ${noAarch64 ?? ''}`, () =>
    drawsAsReference(spec, 'run-aarch64', '-O2'),
  );
  it.skipIf(noM7 ?? isLarge(spec))(`on a Cortex-M7, the model linked in ${noM7 ?? ''}`, () =>
    drawsAsReference(spec, 'run-cortex-m7', '-O2'),
  );
});

describe.skipIf(noGcc)(`ganvas-infer ${noGcc ?? ''}`, () => {
  const input = { latent: 11, classes: 5 };

  let folder = '';
  let program = '';
  const run = (...args: string[]): { status: number | null; said: string } => {
    const ran = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: PROGRAM_PATIENCE_MS,
    });
    return { status: ran.status, said: ran.stdout + ran.stderr };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'native-'));
    await writeFile(join(folder, 'model.bin'), modelBinary(await quantized(TINY_GENERATOR), input));
    const build = await buildFolder(SANITIZED);
    await make(folder, 'all', SANITIZED, `BUILD=${build}`);
    program = join(build, 'ganvas-infer');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('draws one class after the other, or the one that is asked for', async () => {
    const q = await quantized(TINY_GENERATOR);
    const pixels = async (i: number): Promise<Uint8Array> =>
      readPng(await readFile(join(folder, `result_im_${i + 1}.png`)), outputShape(q.graph));
    expect(run('model.bin').status).toBe(0);
    for (const [i, expected] of expectedPixels(q, input).entries()) expect(await pixels(i)).toEqual(expected);
    expect(run('model.bin', '--class', '3', '--seed', String(SEED)).status).toBe(0);
    for (const [i, expected] of expectedPixels(q, input, 3).entries()) {
      expect(await pixels(i)).toEqual(expected);
    }
  });

  it.skipIf(pythonMisses('zlib', 'python3'))('writes PNGs that Python reads too', async () => {
    run('model.bin', '--count', '1');
    const script = `
import struct, sys, zlib
data = open('result_im_1.png', 'rb').read()
at, chunks = 8, []
while at < len(data):
    length, kind = struct.unpack('>I4s', data[at:at + 8])
    body = data[at + 8:at + 8 + length]
    assert struct.unpack('>I', data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + body)
    chunks.append((kind, body)); at += 12 + length
print([k.decode() for k, _ in chunks], struct.unpack('>II', chunks[0][1][:8]), len(zlib.decompress(chunks[1][1])))`;
    const said = execFileSync('/usr/bin/python3', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(said.trim()).toBe(`['IHDR', 'IDAT', 'IEND'] (12, 12) ${12 * (1 + 12 * 3)}`);
  });

  it('refuses options that it does not understand, and says which', async () => {
    for (const [args, said] of [
      [[], 'name a model'],
      [['model.bin', '--count'], 'needs a value'],
      [['model.bin', '--count', '0'], '--count takes'],
      [['model.bin', '--count', '3x'], '--count takes'],
      [['model.bin', '--seed', '4294967296'], '--seed takes'],
      [['model.bin', '--class', '5'], 'none of the model'],
      [['model.bin', 'other.bin'], 'more than one model'],
      [['model.bin', '--sed', '1'], 'unknown option'],
    ] as const) {
      const ran = run(...args);
      expect(ran.status).toBe(2);
      expect(ran.said).toContain(said);
    }
    expect(run('missing.bin')).toMatchObject({
      status: 1,
      said: expect.stringContaining('cannot be opened'),
    });
    expect(run('model.bin', '--out', 'no/such/folder')).toMatchObject({
      status: 1,
      said: expect.stringContaining('cannot write'),
    });
  });

  it('refuses a file that is cut, damaged, or made up with a right checksum, without reading beside it', async () => {
    const whole = modelBinary(await quantized(TINY_GENERATOR), input);
    await inTemporaryFolder(async (write, folder) => {
      const damaged: Uint8Array[] = [whole.subarray(0, 40), whole.subarray(0, whole.length - 4)];
      const flipped = whole.slice();
      flipped[whole.length - 9] ^= 1;
      damaged.push(flipped, Uint8Array.from([...whole, 0, 0, 0, 0]));
      // Every word of header and steps in turn becomes something that no exporter writes; the checksum is put right.
      const words = (64 + 96 * new DataView(whole.buffer).getUint32(16, true)) / 4;
      for (let word = 4; word < words; word++) {
        for (const value of [-5, 0x7fffffff, 1_000_003]) {
          const made = whole.slice();
          const view = new DataView(made.buffer);
          view.setInt32(4 * word, value, true);
          view.setUint32(12, crc32(made.subarray(16)), true);
          damaged.push(made);
        }
      }
      const [refused, opened] = await opensAll(damaged, write, folder);
      expect(refused + opened).toBe(damaged.length);
      // Words that no step of this model uses, and zeros, may hold anything; all that opened ran within its memory.
      expect(refused).toBeGreaterThan(damaged.length / 3);
    });
  });

  it('draws with factors as large as a file may claim, without an overflow', async () => {
    const chain = modelBinary(await quantized(TINY_GENERATOR), input);
    const branched = await quantized(PLAIN_RESNET_GENERATOR);
    const joined = modelBinary(branched, { latent: volume(inputShape(branched.graph)), classes: 0 });
    const forged = [withLargestFactors(chain, 24), withLargestFactors(joined, 27)];
    expect(await inTemporaryFolder((write, folder) => opensAll(forged, write, folder))).toEqual([0, 2]);
  });
});

/** How many of the files are refused, and how many open and draw, with sanitizers. */
async function opensAll(
  files: readonly Uint8Array[],
  write: (name: string, content: Uint8Array) => Promise<string>,
  folder: string,
): Promise<number[]> {
  await write('all.bin', Buffer.concat(files.map((file) => Buffer.concat([lengthOf(file), file]))));
  const source = join(NATIVE, 'tests', 'openAll.c');
  const parts = ['model.c', 'check.c', 'kernels.c'].map((name) => join(NATIVE, name));
  const flags = ['-std=c99', ...SANITIZED.split(' '), '-I', NATIVE, '-o', 'openAll'];
  await runProgram('gcc', [...flags, source, ...parts], folder);
  const said = await runProgram(join(folder, 'openAll'), ['all.bin'], folder);
  return (said.match(/\d+/g) ?? []).map(Number);
}

/** The file with the largest factors that a file may have, in every step that has any; the checksum is right. */
function withLargestFactors(file: Uint8Array, stepWords: number): Uint8Array {
  const forged = file.slice();
  const view = new DataView(forged.buffer);
  for (let step = 0; step < view.getUint32(16, true); step++) {
    const [factors, , , mantissa, exponent] = [17, 18, 19, 20, 21].map((word) =>
      view.getInt32(64 + 4 * (stepWords * step + word), true),
    );
    for (let i = 0; i < factors; i++) {
      view.setInt32(mantissa + 4 * i, 0x7fffffff, true);
      view.setInt8(exponent + i, 30);
    }
  }
  view.setUint32(12, crc32(forged.subarray(16)), true);
  return forged;
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return length;
}

it('uses no memory but what it asked for when it opened the model', async () => {
  for (const name of ['model.c', 'check.c', 'kernels.c', 'png.c']) {
    expect(await readFile(join(NATIVE, name), 'utf8')).not.toMatch(
      /\b(malloc|calloc|realloc|alloca)\b|math\.h/,
    );
  }
});

it('refuses what draws no image, and inputs that are not noise and a class', async () => {
  const judge = await quantized(TINY_DISCRIMINATOR);
  expect(() => modelBinary(judge, { latent: 1, classes: 0 })).toThrow('puts out [1]');
  const generator = await quantized(TINY_GENERATOR);
  expect(() => modelBinary(generator, { latent: 10, classes: 2 })).toThrow('takes 16 numbers, not 10');
});
