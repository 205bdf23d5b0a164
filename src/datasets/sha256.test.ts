import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { sha256Hex, sha256HexLocal } from './sha256';

const bytesOf = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + 7) & 255);

afterEach(() => vi.unstubAllGlobals());

it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003])(
  'agrees with OpenSSL on %i bytes',
  async (length) => {
    const bytes = bytesOf(length);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(sha256HexLocal(bytes)).toBe(expected);
    expect(await sha256Hex(bytes)).toBe(expected);
  },
);

it('works on a page without encryption, and on part of a buffer', async () => {
  vi.stubGlobal('isSecureContext', false);
  vi.stubGlobal('crypto', {});
  const part = bytesOf(500).subarray(13, 400);
  expect(await sha256Hex(part)).toBe(createHash('sha256').update(part).digest('hex'));
});
