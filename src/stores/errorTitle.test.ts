// No class name stands above an error: neither of the classes that the sources hold today, nor of the browser's own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toWireError } from '../core/errors';
import { errorTitle } from './errorTitle';

const SRC = fileURLToPath(new URL('../', import.meta.url));
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
  .map((path) => readFileSync(join(SRC, path), 'utf8'));
const classes = sources.flatMap((text) =>
  [...text.matchAll(/class (\w+Error) extends/g)].map(([, name]) => name),
);

describe('titles of errors', () => {
  it.each([...new Set(classes), 'RangeError', 'TypeError', 'SecurityError', 'QuotaExceededError', 'x', ''])(
    '%s is said in words',
    (name) => {
      const title = errorTitle(name);
      expect(title).toMatch(/^[A-Z][a-z]*( [a-zA-Z.]+)+$/);
      expect(title).not.toMatch(/error/i);
    },
  );

  it('knows the classes', () => expect(classes.length).toBeGreaterThan(40));
});

describe('what is thrown without a class of its own', () => {
  it.each([
    [new RangeError('Array buffer allocation failed'), /gave no memory for it/],
    [new RangeError('Invalid array length'), /gave no memory for it/],
    [new TypeError('Failed to fetch dynamically imported module: https://a/b.js'), /b\.js\.$/],
    [{ some: 'object' }, /gave no reason/],
    [undefined, /gave no reason/],
    [new Error(''), /gave no reason/],
    ['in words', /^in words$/],
  ])('%o is a sentence', (thrown, sentence) => {
    const { message, hint } = toWireError(thrown);
    expect(message).toMatch(sentence);
    expect(`${message} ${hint}`).not.toMatch(/\[object|undefined|RangeError/);
  });
});
