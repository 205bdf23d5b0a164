// board/native/tflite: compiled against the declarations that it needs and run with a stand-in for the library, which
// copies its input into the image. What TensorFlow Lite itself does is not tested here.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readPng } from '../../testing/readPng';
import { commandMisses, inTemporaryFolder } from '../../testing/tools';
import { nativeLatent } from './latents';

const NATIVE = fileURLToPath(new URL('../../../board/native', import.meta.url));
const noGcc = commandMisses('gcc', 'gcc');

it.skipIf(noGcc)(`quantizes noise, reads pixels, writes PNGs, refuses the rest ${noGcc ?? ''}`, async () => {
  await inTemporaryFolder(async (_, folder) => {
    const sources = ['tflite/ganvas-tflite.c', 'png.c', 'tests/copyingTflite.c'].map((name) =>
      join(NATIVE, name),
    );
    const flags = '-std=c99 -Wall -Wextra -pedantic -Werror -g -fsanitize=address,undefined'.split(' ');
    execFileSync('gcc', [...flags, '-I', join(NATIVE, 'tests'), '-o', 'example', ...sources, '-lm'], {
      cwd: folder,
    });
    const run = (...args: string[]) =>
      spawnSync(join(folder, 'example'), args, { cwd: folder, encoding: 'utf8' });

    expect(run('model.tflite', '--seed', '7').stdout).toContain('10 images, median');
    const affine = { scale: 1 / 64, zeroPoint: 0 };
    for (let i = 0; i < 10; i++) {
      const numbers = nativeLatent({ latent: 6, classes: 0 }, affine, 7, i, 0);
      const pixel = (v: number): number => Math.max(0, Math.min(255, Math.round((v / 64 + 1) * 127.5)));
      const drawn = readPng(await readFile(join(folder, `result_im_${i + 1}.png`)), [2, 3, 1]);
      expect(drawn).toEqual(Uint8Array.from(numbers, pixel));
    }
    for (const [args, status, said] of [
      [[], 2, 'usage'],
      [['model.tflite', '--count'], 2, 'usage'],
      [['model.tflite', '--count', '0'], 2, 'usage'],
      [['other.tflite'], 1, 'cannot be read'],
      [['model.tflite', '--out', 'no/folder'], 1, 'cannot be written'],
    ] as const) {
      const ran = run(...args);
      expect(ran.status).toBe(status);
      expect(ran.stderr).toContain(said);
    }
  });
});
