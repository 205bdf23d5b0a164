import type { ParseArgsConfig } from 'node:util';
import { expect, it } from 'vitest';
import { onlyWord, readChoice, readCommandLine, readOut, UsageError } from './commandLine';

it('reads options by name, in any order, and the words between them', () => {
  const options: NonNullable<ParseArgsConfig['options']> = {
    out: { type: 'string' },
    vary: { type: 'string', multiple: true, default: [] },
    'no-images': { type: 'boolean', default: false },
  };
  const { positionals, values } = readCommandLine(['a', '--vary', 'x=1', '--out=b', '--vary=y=2'], options);
  expect(onlyWord(positionals, 'query')).toBe('a');
  expect({ ...values }).toEqual({ out: 'b', vary: ['x=1', 'y=2'], 'no-images': false });
});

it.each([
  [() => readCommandLine(['--tow', '1'], { two: { type: 'string' } }), "Unknown option '--tow'"],
  [() => readCommandLine(['--two'], { two: { type: 'string' } }), "'--two <value>' argument missing"],
  [() => onlyWord([], 'run file'), 'Give one run file; 0 came'],
  [() => onlyWord(['a', 'b'], 'run file'), 'Give one run file; 2 came: a b'],
  [() => readOut(''), 'Say where to write with --out DIR.'],
  [() => readChoice('--engine', 'nod', ['browser', 'node']), '--engine is nod; give browser or node.'],
])('refuses %s by name', (read, message) => {
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});
