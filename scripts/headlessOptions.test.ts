import { describe, expect, it } from 'vitest';
import { UsageError } from './commandLine';
import { DEFAULT_SAMPLES, queryOf, readHeadlessOptions } from './headlessOptions';

describe('queryOf', () => {
  it.each([
    ['dataset=mnist&steps=5', 'dataset=mnist&steps=5'],
    ['?dataset=mnist', 'dataset=mnist'],
    ['http://127.0.0.1:4173/#/train?dataset=mnist&seed=2', 'dataset=mnist&seed=2'],
    ['', ''],
  ])('reads %j as %j', (text, query) => {
    expect(queryOf(text)).toBe(query);
  });
});

describe('readHeadlessOptions', () => {
  it('reads a whole command line', () => {
    const argv = ['steps=20', '--out', 'x', '--samples', '7', '--chromium-arg=--a', '--chromium-arg=--b'];
    expect(readHeadlessOptions(argv)).toEqual({
      query: 'steps=20',
      engine: 'browser',
      out: 'x',
      samples: 7,
      sampleAt: [],
      chromiumArgs: ['--a', '--b'],
    });
  });

  it('draws the usual number of samples unless told otherwise', () => {
    expect(readHeadlessOptions(['', '--out', 'x']).samples).toBe(DEFAULT_SAMPLES);
  });

  it('sorts the steps to draw samples at, each once', () => {
    const argv = ['steps=400', '--out', 'x', '--sample-at', '400,100,100'];
    expect(readHeadlessOptions(argv).sampleAt).toEqual([100, 400]);
  });

  it.each([
    [['', '--out', 'x', '--sample-at', '5,x'], /--sample-at is 5,x; give whole numbers/],
    [['steps=20', '--out', 'x', '--sample-at', '10,30'], /goes to step 30.*steps=20/],
    [[], /Give one query/],
    [['a=1', 'b=2', '--out', 'x'], /Give one query.*2 came: a=1 b=2/],
    [['steps', '--out', 'x'], /name=value/],
    [['a=1'], /--out DIR/],
    [['a=1', '--out', 'x', '--samples', '0'], /--samples is 0; give a whole number from 1/],
    [['a=1', '--out', 'x', '--speed', '2'], /speed/],
  ] as const)('refuses %j', (argv, message) => {
    expect(() => readHeadlessOptions(argv)).toThrow(UsageError);
    expect(() => readHeadlessOptions(argv)).toThrow(message);
  });

  it('trains in the browser unless Node is asked for, and says what Node cannot do', () => {
    const read = (...more: string[]) => readHeadlessOptions(['seed=1', '--out', 'x', ...more]);
    expect(read().engine).toBe('browser');
    expect(read('--engine', 'node').engine).toBe('node');
    expect(() => read('--engine', 'deno')).toThrow('--engine is deno; give browser or node.');
    expect(read('--engine', 'node', '--images', 'cats')).toMatchObject({ engine: 'node', images: 'cats' });
    expect(() => read('--engine', 'node', '--chromium-arg=--x')).toThrow(/--chromium-arg is for the browser/);
  });
});
