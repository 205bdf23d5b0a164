import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mix32 } from '../core/random';
import { oddZip, type OddEntry } from '../testing/oddZips';
import { DamagedZipError, ForeignZipError, UnreadableEntryError } from './errors';
import { readZip } from './zipBytes';
import { openZipFile } from './zipFile';

const noise = (length: number, seed = 0): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => mix32(i + 1000 * seed) & 255);
const LIMITS = { entries: 1_000_000, entryBytes: 2 ** 28 };
const open = (zip: Uint8Array<ArrayBuffer>) => openZipFile(new Blob([zip]), LIMITS);

/** Names with what each gives: the bytes as hexadecimal digits, or the error's name and words. */
async function contents(zip: Uint8Array<ArrayBuffer>): Promise<(readonly [string, string])[]> {
  const { entries } = await open(zip);
  const all: (readonly [string, string])[] = [];
  for (const { name, read } of entries) {
    const said = await read().then(
      (bytes) => Buffer.from(bytes).toString('hex'),
      (error: unknown) => String(error),
    );
    all.push([name, said]);
  }
  return all;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const looksLikeHeaders = Uint8Array.from([
  ...strToU8('PK\x03\x04'),
  ...noise(40),
  ...strToU8('PK\x01\x02PK\x05\x06'),
]);

const SOUND: [string, OddEntry[], Parameters<typeof oddZip>[1]][] = [
  [
    'stored and deflated',
    [
      { name: 'a/1', bytes: noise(900) },
      { name: 'a/2', bytes: new Uint8Array(70_000), deflate: true },
    ],
    {},
  ],
  [
    'sizes behind the content',
    [
      { name: '1', bytes: noise(50), streamed: true },
      { name: '2', bytes: noise(5000), deflate: true, streamed: true },
    ],
    {},
  ],
  [
    'headers within a streamed content',
    [
      { name: '1', bytes: noise(9), streamed: true },
      { name: '2', bytes: looksLikeHeaders, streamed: true },
      { name: '3', bytes: noise(7), streamed: true },
    ],
    {},
  ],
  [
    'Zip64',
    [
      { name: '1', bytes: noise(99), long: true },
      { name: '2', bytes: noise(4000), deflate: true, long: true },
    ],
    { long: true },
  ],
  [
    'behind another program, with a comment',
    [
      { name: '1', bytes: noise(99) },
      { name: '2', bytes: noise(20), long: true },
    ],
    { before: noise(333), long: true, comment: 'made elsewhere' },
  ],
  [
    'equal names, empty files',
    [
      { name: 'x', bytes: noise(3) },
      { name: 'x', bytes: noise(4, 1) },
      { name: 'y', bytes: new Uint8Array() },
    ],
    {},
  ],
];

describe('a sound zip', () => {
  it.each(SOUND)('%s: every file with its bytes, also by Python', async (_, entries, options) => {
    const zip = oddZip(entries, options);
    const wanted = entries.map(({ name, bytes }) => [String(name), hex(bytes)]);
    expect(await contents(zip)).toEqual(wanted);
    expect(readZip(zip).map((entry) => [entry.name, hex(entry.read())])).toEqual(wanted);
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    try {
      writeFileSync(join(folder, 'a.zip'), zip);
      const script =
        'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print([(i.filename,z.open(i).read().hex()) for i in z.infolist()])';
      const { stdout, stderr } = spawnSync('python3', ['-c', script, join(folder, 'a.zip')], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(stdout.trim().replaceAll("'", '"').replaceAll('(', '[').replaceAll(')', ']')).toBe(
        JSON.stringify(wanted).replaceAll(',', ', '),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is not misled by a comment that looks like its end', async () => {
    const zip = oddZip([{ name: '1', bytes: noise(5) }], { comment: `PK\x05\x06${'\0'.repeat(30)}` });
    expect(await contents(zip)).toEqual([['1', hex(noise(5))]]);
  });

  it('gives 70,000 files, in bounded windows', async () => {
    const entries = Array.from({ length: 70_000 }, (_, i) => ({ name: `set/${i}.png`, bytes: noise(40, i) }));
    const { entries: found, loss } = await open(oddZip(entries));
    expect([found.length, loss]).toEqual([70_000, null]);
    for (const i of [0, 1, 34_567, 65_536, 69_999])
      expect(hex(await found[i].read())).toBe(hex(entries[i].bytes));
  });

  it('reads names of all systems with slashes, and lists no folder', async () => {
    const western = Uint8Array.from([0x64, 0x65, 0xe9, 0x2f, 0x31]); // "deé/1", no UTF-8
    const zip = oddZip([
      { name: 'a\\b\\', bytes: new Uint8Array() },
      { name: 'a\\b\\1.png', bytes: noise(1) },
      { name: 'zwölf/二.png', bytes: noise(1) },
      { name: western, bytes: noise(1) },
    ]);
    expect((await open(zip)).entries.map(({ name }) => name)).toEqual(['a/b/1.png', 'zwölf/二.png', 'deé/1']);
  });
});

describe('an entry that cannot be read', () => {
  it('is named with its reason, and the others come', async () => {
    const zip = oddZip([
      { name: 'good', bytes: noise(10) },
      { name: 'lzma', bytes: noise(10), method: 14 },
      { name: 'odd', bytes: noise(10), method: 77 },
      { name: 'secret', bytes: noise(10), password: true },
      { name: 'changed', bytes: noise(10), crc: 1 },
      { name: 'cut', bytes: noise(10), method: 8 },
      { name: 'last', bytes: noise(11) },
    ]);
    const said = Object.fromEntries(await contents(zip));
    expect(said.good).toBe(hex(noise(10)));
    expect(said.last).toBe(hex(noise(11)));
    expect(said.lzma).toContain('lzma is packed with LZMA (method 14)');
    expect(said.odd).toContain('odd is packed with method 77');
    expect(said.secret).toContain('secret is packed with a password');
    expect(said.changed).toContain('the checksum of changed does not fit');
    expect(said.cut).toContain('cut cannot be unpacked');
  });

  it('is refused before memory is taken for what it claims', async () => {
    const zip = oddZip([{ name: 'bomb', bytes: new Uint8Array(9_000_000), deflate: true }]);
    const { entries } = await openZipFile(new Blob([zip]), { entries: 10, entryBytes: 8_000_000 });
    await expect(entries[0].read()).rejects.toThrow(
      /bomb would unpack to 9000000 bytes; 8000000 are the most/,
    );
    await expect(entries[0].read()).rejects.toBeInstanceOf(UnreadableEntryError);
    const view = new DataView(zip.buffer);
    const directory = view.getUint32(zip.length - 6, true);
    view.setUint32(directory + 24, 2_000_000_000, true);
    const claimed = (await openZipFile(new Blob([zip]), { ...LIMITS, entryBytes: Infinity })).entries[0];
    await expect(claimed.read()).rejects.toThrow(/claims 2000000000 bytes in \d+ packed ones/);
  });
});

describe('a zip that is not whole', () => {
  const entries = [0, 1, 2].map((i) => ({ name: `${i}.png`, bytes: noise(1000, i) }));
  const whole = oddZip(entries);

  it.each([
    [2500, 2, /ends too early, after 2500 bytes, without its directory; it ends within 2\.png/],
    [whole.length - 30, 3, /3 files were found before byte \d+, how many follow is unknown/],
    [40, 0, /it ends within 0\.png/],
  ])(
    'cut after %i bytes it gives the %i files that came whole, and says what is lost',
    async (length, count, loss) => {
      const zip = whole.slice(0, length);
      const opened = await open(zip);
      expect(opened.loss).toMatch(loss);
      expect((await contents(zip)).map(([, bytes]) => bytes)).toEqual(
        entries.slice(0, count).map(({ bytes }) => hex(bytes)),
      );
      expect(() => readZip(zip)).toThrow(DamagedZipError);
    },
  );

  it('guesses no size that stood in the lost directory', async () => {
    const zip = oddZip([entries[0], { ...entries[1], streamed: true }, entries[2]]).slice(0, 3000);
    const opened = await open(zip);
    expect(opened.entries.map(({ name }) => name)).toEqual(['0.png']);
    expect(opened.loss).toMatch(/the size of 1\.png and of what follows stood in it/);
  });

  it('says of other files what they are, and of too many that they are', async () => {
    await expect(open(noise(100))).rejects.toBeInstanceOf(ForeignZipError);
    await expect(open(new Uint8Array())).rejects.toThrow(/is empty, no zip/);
    await expect(openZipFile(new Blob([whole]), { ...LIMITS, entries: 2 })).rejects.toThrow(
      /lists 3 files; 2 are the most/,
    );
  });

  it('never fails but by name, whatever byte is changed', async () => {
    const zip = oddZip(
      [...entries.slice(0, 1), { name: 'x', bytes: new Uint8Array(500), deflate: true, long: true }],
      { long: true },
    );
    for (let i = 0; i < 600; i++) {
      const mutant = zip.slice();
      mutant[mix32(i) % zip.length] ^= 1 << (i % 8);
      try {
        for (const [, said] of await contents(mutant)) expect(said).not.toMatch(/RangeError|TypeError/);
      } catch (error) {
        expect(error).toSatisfy((e) => e instanceof ForeignZipError || e instanceof UnreadableEntryError);
      }
    }
  });
});
