import { describe, expect, it } from 'vitest';
import { readBenchOptions, UsageError } from './options';

const known = ['step', 'quality', 'gpu', 'page'];

describe('readBenchOptions', () => {
  it('runs everything unless told otherwise', () => {
    expect(readBenchOptions([], known)).toEqual({
      sections: known,
      rounds: 5,
      quick: false,
      freshReference: false,
      engine: 'browser',
      out: 'build/bench',
    });
  });

  it('keeps the order of the registry and takes fewer rounds when quick', () => {
    const options = readBenchOptions(['--sections', 'page,step', '--quick', '--out', 'x'], known);
    expect(options).toMatchObject({ sections: ['step', 'page'], rounds: 2, quick: true, out: 'x' });
    expect(readBenchOptions(['--quick', '--rounds', '7'], known).rounds).toBe(7);
  });

  it('runs the graphics card alone without a browser', () => {
    expect(readBenchOptions(['--engine', 'node', '--sections', 'gpu'], known)).toMatchObject({
      engine: 'node',
    });
  });

  it.each([
    [['--sections', 'steps'], /no section steps; choose from step, quality, gpu, page/],
    [['--rounds', '0'], /--rounds is 0; give a whole number from 1/],
    [['--fast'], /fast/],
    [['--engine', 'deno'], /--engine is deno; give browser or node/],
    [['--engine', 'node', '--sections', 'gpu,page'], /--engine node measures the section gpu alone/],
  ])('refuses %j', (argv, message) => {
    expect(() => readBenchOptions(argv, known)).toThrow(UsageError);
    expect(() => readBenchOptions(argv, known)).toThrow(message);
  });
});
