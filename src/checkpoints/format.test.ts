import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { describe, expect, it } from 'vitest';
import { GanvasError } from '../core/errors';
import { fixtureHistory, fixtureSnapshot, fixtureVocabulary } from '../testing/runFixture';
import { decodeSnapshot, encodeSnapshot } from './format';

const PYTHON = '/usr/bin/python3';
const decode = (bytes: Uint8Array) => decodeSnapshot(bytes, fixtureVocabulary);

/** The run file with its parts changed, its zip sound. */
function rezipped(change: (files: Unzipped) => void): Uint8Array {
  const files = unzipSync(encodeSnapshot(fixtureSnapshot()));
  change(files);
  return zipSync(files);
}

function withHeader(change: (header: Record<string, unknown>) => void): Uint8Array {
  return rezipped((files) => {
    const header: Record<string, unknown> = JSON.parse(strFromU8(files['run.json']));
    change(header);
    files['run.json'] = strToU8(JSON.stringify(header));
  });
}

function errorOf(bytes: Uint8Array): GanvasError {
  try {
    decode(bytes);
  } catch (error) {
    if (error instanceof GanvasError) return error;
    throw error;
  }
  throw new Error('was read without an error');
}

describe('the run file', () => {
  it('brings a run back bit for bit', () => {
    const snapshot = fixtureSnapshot();
    const bytes = encodeSnapshot(snapshot);
    const back = decode(bytes);
    expect(back).toEqual(snapshot);
    expect(encodeSnapshot(back)).toEqual(bytes);
    expect(back.seconds).toBe(4.000000000000001);
    expect(Object.is(back.tensors[1].values[3], -0)).toBe(true);
  });

  it('says which backend it was saved on, and takes no other word for one', () => {
    const on = fixtureSnapshot({ backend: 'cpu' });
    expect(decode(encodeSnapshot(on))).toEqual(on);
    for (const backend of ['auto', 'abacus', 7, null])
      expect(errorOf(withHeader((header) => (header.backend = backend))).name).toBe('DamagedRunError');
  });

  it('keeps the bits of every float, also of odd NaNs and of views into larger arrays', () => {
    const bits = Uint32Array.of(1, 0x7fc12345, 0xffa00001, 0x80000000, 0x00000001, 9);
    const values = new Float32Array(bits.buffer, 4, 4);
    const back = decode(encodeSnapshot(fixtureSnapshot({ tensors: [{ name: 'a', shape: [2, 2], values }] })));
    expect([...new Uint32Array(back.tensors[0].values.buffer)]).toEqual([...bits.subarray(1, 5)]);
  });

  it('reads from a view into a larger buffer', () => {
    const bytes = encodeSnapshot(fixtureSnapshot());
    const larger = new Uint8Array(bytes.length + 11);
    larger.set(bytes, 7);
    expect(decode(larger.subarray(7, 7 + bytes.length))).toEqual(fixtureSnapshot());
  });

  it('holds a run that has not begun, and one from another', () => {
    const fresh = { tensors: [], history: [], timeline: [], step: 0, seconds: 0, parent: 'run-0' };
    expect(decode(encodeSnapshot(fixtureSnapshot(fresh)))).toEqual(fixtureSnapshot(fresh));
  });

  it('writes the numbers of an adversarial run under the names and in the order of all versions', () => {
    const header = unzipSync(encodeSnapshot(fixtureSnapshot()))['run.json'];
    const text = strFromU8(header).replace(/\s+/g, '');
    expect(text).toContain('"columns":["step","seconds","dLoss","gLoss","accuracyReal","accuracyFake"]');
    expect(text).toContain('"updates":{"generator":40,"discriminator":80}');
  });

  it('holds the numbers of any task by their names', () => {
    const points = [1, 2].map((step) => ({
      step,
      seconds: step,
      values: { 'loss/l1': 0.1 * step, rate: 3 },
    }));
    const other = fixtureSnapshot({ history: points, updates: { student: 7 } });
    expect(decode(encodeSnapshot(other))).toEqual(other);
  });

  it('compresses history and frames, and stores tensors as they are', () => {
    const files = unzipSync(encodeSnapshot(fixtureSnapshot()));
    expect(files['tensors.bin'].length).toBe(4 * 307);
    const long = fixtureSnapshot({ history: fixtureHistory(4000) });
    expect(encodeSnapshot(long).length).toBeLessThan(0.85 * 4000 * 48);
  });

  it('refuses a snapshot that contradicts itself', () => {
    const tensor = { name: 'a', shape: [2, 2], values: new Float32Array(3) };
    expect(() => encodeSnapshot(fixtureSnapshot({ tensors: [tensor] }))).toThrow(/\[2, 2\] with 3 values/);
    const twice = [1, 2].map(() => ({ name: 'a', shape: [1], values: new Float32Array(1) }));
    expect(() => encodeSnapshot(fixtureSnapshot({ tensors: twice }))).toThrow('cannot be saved');
    expect(() => encodeSnapshot(fixtureSnapshot({ seconds: NaN }))).toThrow('seconds is NaN');
    expect(() => encodeSnapshot(fixtureSnapshot({ id: '../other' }))).toThrow('its id is "../other"');
    const images = { count: 2, height: 3, width: 3, channels: 1, pixels: new Uint8Array(17) };
    expect(() => encodeSnapshot(fixtureSnapshot({ timeline: [{ step: 3, images }] }))).toThrow('expected 18');
  });

  it.skipIf(!existsSync(PYTHON))(
    'is read by an independent reader, and read after it packed it again',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'run-file-'));
      try {
        const [file, again] = [join(folder, 'a.zip'), join(folder, 'b.zip')];
        writeFileSync(file, encodeSnapshot(fixtureSnapshot()));
        const script = `
import json, struct, sys, zipfile, zlib
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
run = json.loads(z.read('run.json'))
t = z.read('tensors.bin'); h = z.read('history.bin'); v = z.read('timeline.bin')
n = run['history']['points']
f = run['timeline'][0]
px = zlib.decompress(v[:f['packedBytes']], -15)
assert len(px) == f['count'] * f['height'] * f['width'] * f['channels']
print(json.dumps([run['name'], struct.unpack_from('<f', t, run['tensors'][2]['offset'])[0],
  struct.unpack_from('<d', h, 8 * (2 * n + 5))[0], px[3], zlib.crc32(t) == run['parts']['tensors.bin']['crc32']]))
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as out:
  for name in z.namelist(): out.writestr('my run/' + name, z.read(name))
`;
        const snapshot = fixtureSnapshot();
        expect(JSON.parse(execFileSync(PYTHON, ['-c', script, file, again], { encoding: 'utf8' }))).toEqual([
          snapshot.name,
          Math.fround(0.1),
          snapshot.history[5].values.dLoss,
          snapshot.timeline[0].images.pixels[3],
          true,
        ]);
        expect(decode(readFileSync(again))).toEqual(snapshot);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

describe('a file that cannot be read', () => {
  it('is refused at every length that it may be cut off at', () => {
    const bytes = encodeSnapshot(fixtureSnapshot());
    for (let length = 0; length < bytes.length; length += length < 200 ? 1 : 97) {
      const error = errorOf(bytes.subarray(0, length));
      expect(error.name, `${length} bytes`).toBe(length < 2 ? 'ForeignFileError' : 'DamagedRunError');
      expect(error.hint).not.toBe('');
    }
    expect(errorOf(bytes.subarray(0, bytes.length - 1)).name).toBe('DamagedRunError');
  });

  it('never gives other content when a bit has flipped', () => {
    const bytes = encodeSnapshot(fixtureSnapshot());
    const whole = fixtureSnapshot();
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 13) {
      const damaged = bytes.slice();
      damaged[at] ^= 1 << (at % 8);
      try {
        expect(decode(damaged), `bit of byte ${at}`).toEqual(whole);
      } catch (error) {
        if (!(error instanceof GanvasError)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan((0.9 * bytes.length) / 13);
  });

  it('is named foreign when it is something else', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Uint8Array(40));
    expect(errorOf(png)).toMatchObject({ name: 'ForeignFileError' });
    expect(errorOf(png).message).toContain('48 bytes that begin with 89 50 4e 47');
    const zip = zipSync({ 'holiday/1.jpg': Uint8Array.of(1), 'holiday/2.jpg': Uint8Array.of(2) });
    expect(errorOf(zip)).toMatchObject({ name: 'ForeignFileError' });
    expect(errorOf(zip).message).toContain('holiday/1.jpg, holiday/2.jpg and no run.json');
    expect(errorOf(zipSync({})).name).toBe('ForeignFileError');
    expect(errorOf(withHeader((header) => (header.format = 'other'))).message).toContain('"other"');
  });

  it('is named newer when its version is', () => {
    const error = errorOf(withHeader((header) => (header.version = 2)));
    expect(error).toMatchObject({ name: 'NewerFormatError' });
    expect(error.message).toContain('version 2');
  });

  it('says which setting this page does not have', () => {
    const dataset = errorOf(withHeader((header) => (header.config = { dataset: 'moon-rocks' })));
    expect(dataset.name).toBe('RunSettingsError');
    expect(dataset.message).toContain('no dataset named "moon-rocks"');
    expect(dataset.hint).toContain('synthetic-digits');
    const batch = errorOf(withHeader((header) => (header.config = { batch: 100000 })));
    expect(batch.message).toContain('Batch size (batch) is 100000');
  });

  it.each<[string, (files: Unzipped) => void, RegExp]>([
    ['a part is missing', (files) => delete files['history.bin'], /history\.bin is missing/],
    [
      'a part is shorter',
      (f) => (f['tensors.bin'] = f['tensors.bin'].slice(4)),
      /tensors\.bin has 1224 bytes, not 1228/,
    ],
    ['a part is of another run', (f) => (f['timeline.bin'][0] ^= 1), /timeline\.bin belongs to another/],
    ['the header is no JSON', (f) => (f['run.json'] = strToU8('{"format": ')), /run\.json is no JSON/],
  ])('is refused when %s', (_case, change, message) => {
    const error = errorOf(rezipped(change));
    expect(error.name).toBe('DamagedRunError');
    expect(error.message).toMatch(message);
  });

  it.each<[string, unknown, RegExp]>([
    ['step', -1, /step is -1/],
    ['step', 1.5, /step is 1.5, expected a whole number/],
    ['seconds', null, /seconds is null/],
    ['id', '../../etc', /id is "..\/..\/etc"/],
    ['name', 5, /name is 5, expected a text/],
    ['updates', [], /updates is \[\], expected an object/],
    ['tensors', {}, /tensors is \{\}, expected a list/],
    ['tensors', [], /tensors.bin has 1228 bytes, its index describes 0/],
    ['tensors', [{ name: 'a', shape: [1e9], offset: 0 }], /"a" \[1000000000\] does not fit/],
    ['history', { points: 39, columns: [] }, /history has the columns/],
    ['history', { points: 40, columns: ['step', 'seconds', 'a', 'a', 'b', 'c'] }, /history has the columns/],
    [
      'history',
      { points: 40, columns: ['step', 'seconds', 'a b', 'c', 'd', 'e'] },
      /history has the columns/,
    ],
    ['history', { points: 40, columns: ['step', 'seconds', 'dLoss'] }, /history.bin has 1920 bytes/],
    ['updates', { generator: -1 }, /generator is -1/],
    [
      'timeline',
      [{ step: 0, count: 1e9, height: 1e9, width: 9, channels: 3, packedBytes: 4 }],
      /timeline\[0\]/,
    ],
    ['timeline', [], /timeline.bin has \d+ bytes, its index describes 0/],
  ])('is refused when %s is %j', (key, value, message) => {
    const error = errorOf(withHeader((header) => (header[key] = value)));
    expect(error.name).toBe('DamagedRunError');
    expect(error.message).toMatch(message);
  });
});
