import { describe, expect, it } from 'vitest';
import { UsageError } from '../commandLine';
import { isLoopback, readServeOptions, readTrainOptions } from './options';

describe('serving', () => {
  it('serves this machine alone, at a port that may give way', () => {
    expect(readServeOptions([])).toEqual({
      host: '127.0.0.1',
      port: 4173,
      isPortGiven: false,
      opens: false,
    });
  });

  it('takes what is asked for', () => {
    expect(readServeOptions(['--port', '0', '--host=0.0.0.0', '--open'])).toEqual({
      host: '0.0.0.0',
      port: 0,
      isPortGiven: true,
      opens: true,
    });
  });

  it.each([
    [
      ['--prot', '80'],
      "Unknown option '--prot'. To serve the page there are --port N, --host NAME and --open.",
    ],
    [['here'], "Unexpected argument 'here'."],
    [['--port', 'x'], '--port is "x"; give a whole number from 0 (any free port) to 65535.'],
    [['--port', '65536'], '--port is "65536"'],
    [['--port='], '--port is ""'],
    [['--host='], '--host is empty'],
  ])('%j is refused with the way out', (argv, words) => {
    expect(() => readServeOptions(argv)).toThrow(UsageError);
    expect(() => readServeOptions(argv)).toThrow(words);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.example.org', false],
    ['192.168.0.7', false],
  ])('%s is this machine alone: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('training', () => {
  it('is under Node', () => {
    const options = readTrainOptions(['?seed=1&steps=2', '--out', 'x', '--samples', '3']);
    expect(options).toMatchObject({ query: 'seed=1&steps=2', out: 'x', samples: 3, engine: 'node' });
  });

  it.each(['--engine', '--engine=browser', '--chromium-arg=--x'])('has no %s', (word) => {
    expect(() => readTrainOptions(['seed=1', '--out', 'x', word])).toThrow(`leave ${word} out`);
  });
});
