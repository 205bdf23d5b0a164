import { outputShape } from '../../graph/edges';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { runFloatGraph } from '../../graph/floatReference';
import { volume } from '../../graph/graph';
import { quantizeGraph, type Int8Graph } from '../../graph/int8Graph';
import type { NetworkSpec } from '../../core/network';
import {
  AN12954_SMALL_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  ODD_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../../testing/exportModels';
import { commandMisses, inTemporaryFolder, runProgram } from '../../testing/tools';
import { checkedImages, cSourceFiles } from './files';
import { planSteps } from './stepWords';

interface Drawn {
  readonly q: Int8Graph;
  /** What the integer reference draws. */
  readonly images: Int8Array;
}
const drawn = new Map<NetworkSpec, Promise<Drawn>>();

/** A network in integers with the images of its reference: made once, whatever runs the C. */
function reference(spec: NetworkSpec): Promise<Drawn> {
  const known = drawn.get(spec) ?? quantized(spec).then((q) => ({ q, images: checkedImages(q) }));
  drawn.set(spec, known);
  return known;
}

async function quantized(spec: NetworkSpec): Promise<Int8Graph> {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  return quantizeGraph(graph, await calibrate(graph, seededInputs(spec, 4), 4, 'percentile', runFloatGraph));
}

/** Builds with `make` in a folder and runs; the bytes of the images that the program wrote. */
async function drawnFrom(folder: string, q: Int8Graph, target = 'run', flags = '-O2'): Promise<Int8Array> {
  const printed = await runProgram('make', [target, `CFLAGS=${flags}`], folder);
  expect(printed).toContain('10 images drawn, 0 differ from the exporting page, 0 could not be written');
  const size = volume(outputShape(q.graph));
  const images = new Int8Array(10 * size);
  for (let i = 0; i < 10; i++) {
    const file = await readFile(join(folder, `image_${i}.${outputShape(q.graph)[2] === 1 ? 'pgm' : 'ppm'}`));
    images.set(
      Int8Array.from(file.subarray(file.length - size), (v) => v - 128),
      i * size,
    );
  }
  return images;
}

async function drawnBy(q: Int8Graph, target: string, flags: string): Promise<Int8Array> {
  return inTemporaryFolder(async (write, folder) => {
    for (const [name, text] of Object.entries(cSourceFiles(q))) await write(name, text);
    return drawnFrom(folder, q, target, flags);
  });
}

const models = [
  ['tiny generator', TINY_GENERATOR],
  ['odd generator', ODD_GENERATOR],
  ['dcgan-light', LIGHT_GENERATOR],
  ['depthwise', DEPTHWISE_GENERATOR],
  ['lw-gan', LW_GENERATOR],
  ['dcgan-an12954 of 12 pixels', AN12954_SMALL_GENERATOR],
] as const;

/** Emulated ARM takes many seconds for the large model; it runs natively. */
const isLarge = (spec: NetworkSpec): boolean => spec === AN12954_SMALL_GENERATOR;

const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');
const noAarch64 =
  noGcc ??
  commandMisses('aarch64-linux-gnu-gcc', 'gcc-aarch64-linux-gnu libc6-dev-arm64-cross') ??
  commandMisses('qemu-aarch64-static', 'qemu-user-static');
const noM7 =
  noGcc ??
  commandMisses('arm-none-eabi-gcc', 'gcc-arm-none-eabi libnewlib-arm-none-eabi') ??
  commandMisses('qemu-system-arm', 'qemu-system-arm');

const SANITIZED = '-O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all';

describe.each(models)('%s in C, bit for bit as the integer reference', (_, spec) => {
  it.skipIf(noGcc)(`natively, with sanitizers ${noGcc ?? ''}`, async () => {
    const { q, images } = await reference(spec);
    expect(await drawnBy(q, 'run', SANITIZED)).toEqual(images);
  });

  it.skipIf(noAarch64 ?? isLarge(spec))(`on a Cortex-A53 ${noAarch64 ?? ''}`, async () => {
    const { q, images } = await reference(spec);
    expect(await drawnBy(q, 'run-aarch64', '-O2')).toEqual(images);
  });

  it.skipIf(noM7 ?? isLarge(spec))(`on a Cortex-M7 ${noM7 ?? ''}`, async () => {
    const { q, images } = await reference(spec);
    expect(await drawnBy(q, 'run-cortex-m7', '-O2')).toEqual(images);
  });
});

describe.skipIf(noGcc)(`inputs that the program makes ${noGcc ?? ''}`, () => {
  const MAIN = `#include <stdio.h>
#include "generator.h"
int main(void) {
  int8_t latent[GENERATOR_LATENT_SIZE];
  for (unsigned seed = 0; seed < 4; seed++) {
    generator_random_latent(seed, latent);
    for (int i = 0; i < GENERATOR_LATENT_SIZE; i++) printf("%d ", latent[i]);
  }
  return 0;
}
`;

  it.each([
    ['a class', { input: { latent: 13, classes: 3 } }],
    ['several generators', { input: null, generators: 4 }],
  ] as const)('%s', async (_, job) => {
    const { q } = await reference(TINY_GENERATOR);
    const rows = await inTemporaryFolder(async (write, folder) => {
      for (const [name, text] of Object.entries(cSourceFiles(q, job))) await write(name, text);
      const images = await drawnFrom(folder, q);
      expect(images).toEqual(checkedImages(q, job));
      await write('inputs.c', MAIN);
      const flags = ['-std=c99', '-Wall', '-Wextra', '-Werror', '-pedantic', '-o', 'inputs'];
      await runProgram('gcc', [...flags, 'generator.c', 'inputs.c'], folder);
      const printed = (await runProgram(join(folder, 'inputs'), [])).trim().split(' ');
      return Array.from({ length: 4 }, (__, i) => printed.slice(16 * i, 16 * i + 16).map(Number));
    });
    const { scale, zeroPoint } = q.input;
    const one = Math.round(1 / scale) + zeroPoint;
    for (const [seed, row] of rows.entries()) {
      const quiet = row.map((v) => v === zeroPoint);
      if (job.input) expect(row.slice(13)).toEqual([0, 1, 2].map((c) => (c === seed % 3 ? one : zeroPoint)));
      else
        expect(quiet.flatMap((is, i) => (is ? [] : [Math.floor(i / 4)])).every((s) => s === seed)).toBe(true);
      expect(quiet.every(Boolean)).toBe(false);
    }
  });
});

it('uses no heap and no mathematics library, and only the memory that it says', async () => {
  const { q } = await reference(AN12954_SMALL_GENERATOR);
  const files = cSourceFiles(q);
  expect(files['generator.c']).not.toMatch(/malloc|math\.h|calloc/);
  // 3 x 3 x 128, 6 x 6 x 128, 12 x 12 x 64: the largest two neighbours.
  expect(planSteps(q).arenaBytes).toBe(6 * 6 * 128 + 12 * 12 * 64);
  expect(files['README.md']).toContain('13824');
});

it('refuses a network that draws no image', async () => {
  const q = await quantized(TINY_DISCRIMINATOR);
  expect(() => cSourceFiles(q)).toThrow('puts out [1]');
});
