// The package's Dockerfile without Docker: what it copies is in the package, what it starts is the package's command, in words that
// the command takes, under a Node that is new enough. Its command is run by e2e/app/package.spec.ts.
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { expect, it } from 'vitest';
import packageJson from '../../package.json';
import { repositoryRoot } from '../runTool';
import { readDockerfile, type Instruction } from './dockerfile';
import { readServeOptions } from './options';

const text = await readFile(join(repositoryRoot, 'scripts/package/Dockerfile'), 'utf8');
const instructions = readDockerfile(text);
const argsOf = (word: Instruction['word']): readonly string[] =>
  instructions.find((one) => one.word === word)?.args ?? [];

it('starts from a Node that the package runs on', () => {
  const major = Number(/^node:(\d+)-/.exec(argsOf('FROM')[0] ?? '')?.[1]);
  const least = Number(/^>=(\d+)/.exec(packageJson.engines.node)?.[1]);
  expect(major).toBeGreaterThanOrEqual(least);
  expect(major % 2, 'a version with long support').toBe(0);
});

it('copies the whole package once, before it gives up being root, and starts the package’s command there', () => {
  expect(instructions.map(({ word }) => word)).toEqual([
    'FROM',
    'COPY',
    'USER',
    'EXPOSE',
    'ENTRYPOINT',
    'CMD',
  ]);
  const [source, place] = argsOf('COPY');
  expect(source).toBe('.');
  const [program, script] = argsOf('ENTRYPOINT');
  expect(program).toBe('node');
  expect(posix.relative(place, script)).toBe('bin/ganvas.js');
  expect(argsOf('USER')).toEqual(['node']);
});

it('serves to all of the container, on the port that it names', () => {
  const options = readServeOptions(argsOf('CMD'));
  expect(options).toEqual({
    host: '0.0.0.0',
    port: Number(argsOf('EXPOSE')[0]),
    isPortGiven: true,
    opens: false,
  });
  const published = [...text.matchAll(/-p (?:[\d.]+:)?(\d+):(\d+)/g)].map(([, , inside]) => Number(inside));
  expect(published).toEqual([options.port]);
});

it.each([
  ['COPY . /a', /first instruction is not FROM/],
  ['FROM node:22\nADDD x y', /ADDD begins no instruction/],
  ['FROM node:22\nCOPY', /COPY says nothing/],
  ['FROM node:22\nCMD ["a", 1]', /CMD is no list of words/],
  ['FROM node:22\nCMD node x', /JSON/],
])('refuses %j', (wrong, message) => {
  expect(() => readDockerfile(wrong)).toThrow(message);
});
