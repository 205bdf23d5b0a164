// The command line of `headless -- continue`: what it means, and what it refuses.
import { expect, it } from 'vitest';
import { readContinueOptions } from './headlessContinueOptions';
import { UsageError } from './commandLine';

it('takes a run file to a folder, with its images or without', () => {
  expect(readContinueOptions(['run.zip', '--out', 'there'])).toEqual({
    ...{ run: 'run.zip', out: 'there', images: undefined, packsImages: true },
  });
  expect(readContinueOptions(['run.zip', '--no-images', '--images', 'mine', '--out', 'x'])).toMatchObject({
    ...{ images: 'mine', packsImages: false },
  });
});

it.each([
  [['run.zip'], 'Say where to write'],
  [['--out', 'x'], 'Give one run file; 0 came'],
  [['a.zip', 'b.zip', '--out', 'x'], 'Give one run file; 2 came'],
  [['a.zip', '--out', 'x', '--torch'], '--torch'],
])('refuses %j by name', (argv, message) => {
  expect(() => readContinueOptions(argv)).toThrow(UsageError);
  expect(() => readContinueOptions(argv)).toThrow(message);
});
