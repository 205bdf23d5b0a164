// Animations that Python's imaging library reads back frame by frame, and frames that make none.
import { expect, it } from 'vitest';
import { encodePng } from '../src/exporters/formats/png';
import { inTemporaryFolder, pythonMisses, runProgram } from '../src/testing/tools';
import { animatedPng } from './animatedPng';

const frame = (value: number, width = 5) => ({
  png: encodePng({ height: 3, width, channels: 3, pixels: new Uint8Array(9 * width).fill(value) }),
  milliseconds: 40 * (value + 1),
});
const missing = pythonMisses('PIL', 'python3-pil');

it.skipIf(missing)(`is read back frame by frame ${missing ?? ''}`, async () => {
  await inTemporaryFolder(async (write) => {
    const file = await write('a.png', animatedPng([frame(1), frame(2), frame(9)]));
    const script = await write(
      'read.py',
      'import sys; from PIL import Image\nimage = Image.open(sys.argv[1])\n' +
        'for i in range(image.n_frames):\n  image.seek(i); print(image.size, image.info["duration"], image.convert("RGB").getpixel((4, 2)))\n',
    );
    const stdout = await runProgram('/usr/bin/python3', [script, file]);
    expect(stdout.trim().split('\n')).toEqual([
      '(5, 3) 80.0 (1, 1, 1)',
      '(5, 3) 120.0 (2, 2, 2)',
      '(5, 3) 400.0 (9, 9, 9)',
    ]);
  });
});

it('refuses nothing, what is no PNG, and frames of several sizes', () => {
  expect(() => animatedPng([])).toThrow('at least one');
  expect(() => animatedPng([{ png: new Uint8Array(20), milliseconds: 1 }])).toThrow('no PNG');
  expect(() => animatedPng([frame(1), frame(2, 6)])).toThrow('Frame 2 has another size');
});
