// A sweep's command line: the runs that it means, and what it refuses.
import { expect, it } from 'vitest';
import { UsageError } from './commandLine';
import { readSweepOptions } from './headlessSweepOptions';

it('makes a run of every combination of values and seeds', () => {
  const { queries, name, images, out } = readSweepOptions([
    ...['steps=10&seed=4', '--vary', 'loss=hinge,wgan-gp', '--seeds', '1-2,9', '--out', 'there'],
  ]);
  expect([name, images, out]).toEqual(['Sweep', true, 'there']);
  expect(queries).toEqual([
    ...[1, 2, 9].flatMap((seed) => ['hinge', 'wgan-gp'].map((loss) => `steps=10&seed=${seed}&loss=${loss}`)),
  ]);
});

it.each([
  [['steps=1', '--out', 'x'], 'Say what the runs differ in'],
  [['steps=1', '--seeds', '3-1', '--out', 'x'], '--seeds is 3-1'],
  [['steps=1', '--vary', 'loss', '--out', 'x'], '--vary is loss'],
  [['steps=1', '--vary', 'seed=1', '--seeds', '1', '--out', 'x'], 'seed is varied twice'],
  [['steps=1', '--vary', 'a=1,2', '--seeds', '0-998', '--out', 'x'], 'The sweep has 1998 runs'],
  [['steps=1', '--seeds', '1'], 'Say where to write'],
  [['--seeds', '1', '--out', 'x'], 'Give one query'],
])('refuses %j by name', (argv, message) => {
  expect(() => readSweepOptions(argv)).toThrow(UsageError);
  expect(() => readSweepOptions(argv)).toThrow(message);
});
