// What About says of a browser, by what it has.
import { expect, it } from 'vitest';
import { lookAtBrowser, type BrowserFacts, type Surroundings } from './browserFacts';

const rich: Surroundings = {
  isolated: true,
  sharesMemory: true,
  framed: false,
  hasDatabase: true,
  offersWebGpu: true,
  webgl: () => ({}),
  folder: () => Promise.resolve({}),
};
const refuses = (): Promise<never> => Promise.reject(new TypeError('not here'));

const cases: readonly (readonly [Partial<Surroundings>, Partial<BrowserFacts>])[] = [
  [{}, { threads: 'shared', graphics: 'webgpu', storage: 'files' }],
  [{ sharesMemory: false }, { threads: 'alone' }],
  [{ isolated: false }, { threads: 'host' }],
  [{ isolated: false, framed: true }, { threads: 'framed' }],
  [{ offersWebGpu: false }, { graphics: 'webgl' }],
  [{ offersWebGpu: false, webgl: () => null }, { graphics: 'none' }],
  [{ folder: refuses }, { storage: 'database' }],
  [{ folder: refuses, hasDatabase: false }, { storage: 'none' }],
];

it.each(cases)('%o is %o', async (has, expected) => {
  expect(await lookAtBrowser({ ...rich, ...has })).toMatchObject(expected);
});
