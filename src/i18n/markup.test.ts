// Style sheets say where a line begins and ends, not left and right, so that languages written from right to left fit in.
// What is drawn the same way in every language (time, numbers, pictures) says so by `direction: ltr` or in a script.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '..');
const PHYSICAL =
  /^\s*((margin|padding|border)-(left|right)[\w-]*|left|right|float|text-align: (left|right))\b.*;$/gm;

it('no style sheet names a side', () => {
  const found = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(vue|css)$/.test(name) && !name.startsWith('kiosk'))
    .flatMap((name) => {
      const styles = readFileSync(path.join(SRC, name), 'utf8').replace(/<script[\s\S]*?<\/script>/g, '');
      return [...styles.matchAll(PHYSICAL)].map(([line]) => `${name}: ${line.trim()}`);
    });
  expect(found).toEqual([]);
});
