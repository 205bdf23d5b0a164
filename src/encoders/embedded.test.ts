import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encoders } from '.';
import { openEncoderWeights } from './openEncoder';

const MODELS = join(import.meta.dirname, '../../public/models');
const MOST_BYTES = 2_000_000;

it('come with the page whole, and small', async () => {
  const embedded = encoders.filter(({ origin }) => origin === 'embedded');
  expect(embedded.map(({ id }) => id)).toEqual(['ganvas']);
  for (const encoder of embedded) {
    let bytes = 0;
    const weights = await openEncoderWeights(encoder, async (name) => {
      const file = await readFile(join(MODELS, name));
      bytes += file.length;
      return new Uint8Array(file);
    });
    expect(bytes).toBeLessThan(MOST_BYTES);
    for (const [name, values] of weights) {
      expect(values.every(Number.isFinite), name).toBe(true);
      expect(
        values.some((value) => value !== 0),
        name,
      ).toBe(true);
    }
  }
  await expect(openEncoderWeights(embedded[0], undefined)).rejects.toThrow('no folder models/');
});
