import { expect, it } from 'vitest';
import { readAlteredLinks } from './fuzzLinks';

it('loses nothing of 300 altered links of every kind without saying so, and opens none that is locked', async () => {
  const { counted, broken } = await readAlteredLinks(300, 2026);
  expect(broken).toEqual([]);
  expect(counted).toMatch(/^300 links .*\n1\d\d locked, 1\d\d with something listed/);
});
