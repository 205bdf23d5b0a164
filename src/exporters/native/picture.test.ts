// A picture in the place of noise: what ganvas-infer makes of a PGM file, bit for bit as the integer reference, and what it refuses.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { outputShape } from '../../graph/edges';
import { runFloatGraph } from '../../graph/floatReference';
import { quantizeGraph } from '../../graph/int8Graph';
import { quantizeValues, runInt8Graph } from '../../graph/integerReference';
import { UNET_GENERATOR } from '../../testing/branchedModels';
import { seededInputs, seededWeights } from '../../testing/exportModels';
import { PROGRAM_PATIENCE_MS } from '../../testing/patience';
import { readPng } from '../../testing/readPng';
import { commandMisses, inTemporaryFolder, runProgram } from '../../testing/tools';
import { modelBinary } from './binary';

const MAKEFILE = fileURLToPath(new URL('../../../board/native/Makefile', import.meta.url));
const SANITIZED = '-O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all';
const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');

it.skipIf(noGcc)(
  `ganvas-infer takes a picture, and refuses what the network does not take ${noGcc ?? ''}`,
  async () => {
    const graph = buildGraph(UNET_GENERATOR, seededWeights(UNET_GENERATOR, 3));
    const inputs = seededInputs(UNET_GENERATOR, 2);
    const q = quantizeGraph(graph, await calibrate(graph, inputs, 2, 'percentile', runFloatGraph));
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
