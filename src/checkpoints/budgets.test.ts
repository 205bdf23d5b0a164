// Run files that are small and ask for much are refused before memory is taken; names are shown on one line, always.
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../core/crc32';
import { GanvasError } from '../core/errors';
import { fixtureSnapshot, fixtureVocabulary } from '../testing/runFixture';
import { decodeSnapshot, encodeSnapshot } from './format';
import { shownRunName } from './runId';

interface Header extends Record<string, unknown> {
  parts: Record<string, { bytes: number; crc32: number }>;
  history: { points: number; columns: string[] };
  timeline: Record<string, number>[];
  measures: Record<string, unknown>[];
  updates: Record<string, number>;
}

/** A run file whose parts and header were changed; sizes and sums of the parts are right again. */
function changed(change: (header: Header, files: Unzipped) => void): Uint8Array {
  const files = unzipSync(encodeSnapshot(fixtureSnapshot()));
  const header: Header = JSON.parse(strFromU8(files['run.json']));
  change(header, files);
  for (const name of Object.keys(header.parts)) {
    header.parts[name] = { bytes: files[name].length, crc32: crc32(files[name]) };
  }
  files['run.json'] = strToU8(JSON.stringify(header));
  return zipSync(files, { level: 9 });
}

function refusal(bytes: Uint8Array): GanvasError {
  try {
    decodeSnapshot(bytes, fixtureVocabulary);
  } catch (error) {
    if (error instanceof GanvasError) return error;
    throw error;
  }
  throw new Error('was read without an error');
}

const FRAME = { step: 1, count: 64, height: 2048, width: 2048, channels: 1, packedBytes: 0 };

describe('a small file that asks for much', () => {
  it.each<[string, (header: Header, files: Unzipped) => void, RegExp]>([
    [
      'a history of millions of points',
      (header, files) => {
        header.history.points = 2_000_000;
        files['history.bin'] = new Uint8Array(2_000_000 * header.history.columns.length * 8);
      },
      /12000000|numbers in its history/,
    ],
    ['thousands of frames', (header) => (header.timeline = Array(5000).fill(FRAME)), /5000 frames; 400 are/],
    [
      'frames that are large together',
      (header) => (header.timeline = [FRAME, FRAME]),
      /timeline\[0\]|would unpack to/,
    ],
    ['many measurements', (header) => (header.measures = Array(9000).fill({})), /9000 measurements/],
    ['many tensors', (header) => (header.tensors = Array(30_000).fill({})), /30000 tensors/],
    ['words without end', (header) => (header.notes = 'x'.repeat(40 * 2 ** 20)), /bytes in run\.json/],
    [
      'weights of zeros without end',
      (_header, files) => (files['tensors.bin'] = new Uint8Array(300 * 2 ** 20)),
      /tensors\.bin would unpack to 314572800 bytes/,
    ],
  ])('%s', (_case, change, message) => {
    const bytes = changed(change);
    expect(bytes.length).toBeLessThan(2 ** 20);
    const error = refusal(bytes);
    expect(['OversizedRunError', 'DamagedRunError']).toContain(error.name);
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe('');
  });
});

describe('numbers that no run has', () => {
  it.each<[string, (header: Header, files: Unzipped) => void, RegExp]>([
    ['step', (header) => (header.step = 9007199254740991), /step is 9007199254740991, at most 1000000/],
    ['date', (header) => (header.savedAt = 1e300), /savedAt is 1e\+300/],
    ['updates', (header) => (header.updates.generator = 1e15), /updates of generator is 1000000000000000/],
    ['measured step', (header) => (header.measures[0].step = 1e9), /step of measures\[0\]/],
    ['parent', (header) => (header.parent = '../other'), /its id is "\.\.\/other"/],
    ['frame', (header) => (header.timeline[0].count = 0), /timeline\[0\] is empty: 0 images of 6 x 5 x 1/],
    ['step of a frame', (header) => (header.timeline[0].step = 1e12), /step of timeline\[0\]/],
    [
      'point',
      (_header, files) => new Float64Array(files['history.bin'].buffer, 0, 1).fill(-3),
      /point 0 of its history stands at step -3/,
    ],
    ['text', (header) => (header.id = 'i'.repeat(2 ** 21)), /at most 10000 characters/],
  ])('%s', (_case, change, message) => {
    const error = refusal(
      changed((header, files) => {
        files['history.bin'] = files['history.bin'].slice();
        change(header, files);
      }),
    );
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(300);
  });
});

describe('names out of files', () => {
  it.each([
    ['', 'Run without a name'],
    [' \n\t', 'Run without a name'],
    ['\u202e\u2066', 'Run without a name'],
    ['two\nlines\u0000 and a \u202eturn', 'two lines and a turn'],
    ['<img src=x>', '<img src=x>'],
    ['Läufe 数字 🙂', 'Läufe 数字 🙂'],
    ['x'.repeat(2 ** 21), 'x'.repeat(120)],
  ])('%j', (name, shown) => expect(shownRunName(name).replace(/ +/g, ' ')).toBe(shown));

  it('are cut when a run is read', () => {
    const bytes = changed((header) => (header.name = `a\u202e${'b'.repeat(2 ** 21)}`));
    expect(decodeSnapshot(bytes, fixtureVocabulary).name).toHaveLength(120);
  });
});
