import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ImageBatch } from '../core/history';
import { createRandom } from '../core/random';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { writeAnimation } from './animation';
import { GifWriter } from './formats/gif';

const missing = pythonMisses('PIL', 'python3-pil');

/** Prints `[[duration, hex of RGB], ...]`. */
const READER = `
import json, sys
from PIL import Image
with Image.open(sys.argv[1]) as gif:
    frames = []
    for i in range(gif.n_frames):
        gif.seek(i)
        frames.append([gif.info['duration'], gif.convert('RGB').tobytes().hex()])
    print(json.dumps([gif.size, gif.info.get('loop'), frames]))
`;

interface Decoded {
  readonly size: readonly [number, number];
  readonly loop: number;
  readonly frames: { readonly milliseconds: number; readonly rgb: Uint8Array }[];
}

const decode = (bytes: Uint8Array): Promise<Decoded> =>
  inTemporaryFolder(async (write) => {
    const path = await write('a.gif', bytes);
    const printed = execFileSync('/usr/bin/python3', ['-c', READER, path], {
      encoding: 'utf8',
      maxBuffer: 2 ** 27,
    });
    const [size, loop, frames]: [[number, number], number, [number, string][]] = JSON.parse(printed);
    return {
      size,
      loop,
      frames: frames.map(([milliseconds, hex]) => ({
        milliseconds,
        rgb: Uint8Array.from(Buffer.from(hex, 'hex')),
      })),
    };
  });

const noise = (length: number, seed: number): Uint8Array => {
  const random = createRandom(seed);
  return Uint8Array.from({ length }, () => random.int(256));
};

describe.skipIf(missing)(`read by Pillow ${missing ?? ''}`, () => {
  // Noise fills the code table many times over; a flat frame keeps its codes long; one pixel has hardly any.
  it.each([
    ['noise', 200, 150, () => noise(30_000, 3)],
    ['one grey', 200, 150, () => new Uint8Array(30_000).fill(77)],
    ['a ramp', 256, 40, () => Uint8Array.from({ length: 10_240 }, (_, i) => i & 255)],
    ['a pixel', 1, 1, () => Uint8Array.of(9)],
    ...[127, 128, 129, 253, 254, 255, 256, 257, 509, 510, 511, 512].map(
      (length) => [`${length} pixels`, length, 1, () => noise(length, length)] as const,
    ),
  ] as const)('%s in grey is exact', async (_, width, height, make) => {
    const writer = new GifWriter({ width, height, channels: 1 });
    const other = make().toReversed();
    writer.addFrame(make(), 10);
    writer.addFrame(other, 50);
    const { size, loop, frames } = await decode(writer.finish());
    expect([size, loop, frames.length]).toEqual([[width, height], 0, 2]);
    expect(frames.map((f) => f.milliseconds)).toEqual([100, 500]);
    for (const [i, pixels] of [make(), other].entries()) {
      expect(frames[i].rgb).toEqual(
        Uint8Array.from({ length: 3 * pixels.length }, (_, at) => pixels[Math.floor(at / 3)]),
      );
    }
  });

  it('colours keep their mean over a patch, and corners of the cube are exact', async () => {
    const writer = new GifWriter({ width: 64, height: 64, channels: 3 });
    const flat = (r: number, g: number, b: number) =>
      Uint8Array.from({ length: 3 * 4096 }, (_, i) => [r, g, b][i % 3]);
    const wanted = [
      [0, 255, 0],
      [255, 255, 255],
      [120, 33, 201],
    ] as const;
    for (const [r, g, b] of wanted) writer.addFrame(flat(r, g, b), 10);
    const { frames } = await decode(writer.finish());
    expect(frames[0].rgb).toEqual(flat(0, 255, 0));
    expect(frames[1].rgb).toEqual(flat(255, 255, 255));
    for (const c of [0, 1, 2]) {
      const mean = frames[2].rgb.filter((_, i) => i % 3 === c).reduce((sum, v) => sum + v, 0) / 4096;
      expect(Math.abs(mean - wanted[2][c])).toBeLessThan(2);
    }
  });

  it('lays pictures side by side, enlarged, a white line between them', async () => {
    const batch = (a: number, b: number): ImageBatch => ({
      count: 2,
      height: 1,
      width: 1,
      channels: 1,
      pixels: Uint8Array.of(a, b),
    });
    const file = await writeAnimation({ ...JOB, frames: [batch(10, 20), batch(30, 40)], total: 2, scale: 2 });
    const { size, frames } = await decode(file.bytes);
    expect(size).toEqual([6, 2]);
    const row = (a: number, b: number) => [a, a, 255, 255, b, b];
    expect([...frames[1].rgb].filter((_, i) => i % 3 === 0)).toEqual([...row(30, 40), ...row(30, 40)]);
  });
});

const JOB = {
  scale: 1,
  centiseconds: () => 10,
  name: 'walk',
  signal: new AbortController().signal,
  progress: () => undefined,
};
const grey: ImageBatch = { count: 4, height: 28, width: 28, channels: 1, pixels: new Uint8Array(4 * 784) };

it('is named, tells how far it is, and begins as a GIF', async () => {
  const fractions: number[] = [];
  const file = await writeAnimation({
    ...JOB,
    frames: [grey, grey],
    total: 2,
    progress: (f) => fractions.push(f),
  });
  expect(file).toMatchObject({ fileName: 'walk.gif', mimeType: 'image/gif' });
  expect(new TextDecoder().decode(file.bytes.subarray(0, 6))).toBe('GIF89a');
  expect(fractions).toEqual([0.5, 1]);
});

it('refuses points, sizes that no page holds, and nothing; ends when it is told to', async () => {
  const points = { ...grey, height: 1, width: 1, channels: 2, pixels: new Uint8Array(8) };
  await expect(writeAnimation({ ...JOB, frames: [points], total: 1 })).rejects.toThrow(/2 numbers a pixel/);
  await expect(writeAnimation({ ...JOB, frames: [grey], total: 40_000, scale: 16 })).rejects.toThrow(
    /too many for one GIF/,
  );
  await expect(writeAnimation({ ...JOB, frames: [], total: 0 })).rejects.toThrow(/no frames/);
  const stop = new AbortController();
  stop.abort();
  await expect(writeAnimation({ ...JOB, frames: [grey], total: 1, signal: stop.signal })).rejects.toThrow(
    /cancelled/,
  );
});
