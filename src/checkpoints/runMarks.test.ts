// Notes and stars of saved runs: kept with the run, in the file that leaves, through a copy and an import; checked where they come in.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fixtureSnapshot, fixtureVocabulary } from '../testing/runFixture';
import { memoryByteStore } from './byteStore';
import { decodeRecord, decodeSnapshot, encodeSnapshot } from './format';
import { createRunArchive } from './runArchive';

const finite = fixtureSnapshot().tensors.map((one) => ({
  ...one,
  values: one.values.map((v) => (Number.isFinite(v) ? v : 0)),
}));
const openArchive = () =>
  createRunArchive(memoryByteStore(), fixtureVocabulary, {
    createId: () => 'made-1',
    room: async () => null,
  });

/** The file with other marks in its header. */
function altered(file: Uint8Array, marks: object): Uint8Array {
  const files = unzipSync(file);
  const header: unknown = JSON.parse(strFromU8(files['run.json']));
  return zipSync({ ...files, 'run.json': strToU8(JSON.stringify(Object.assign(Object(header), marks))) });
}

it('keeps marks with the run, changes one without the other, and takes them along', async () => {
  const archive = openArchive();
  await archive.save(fixtureSnapshot({ tensors: finite }));
  expect((await archive.list()).runs).toMatchObject([{ note: '', starred: false }]);
  const plain = (await archive.exportZip('run-1')).bytes;
  expect(await archive.mark('run-1', { note: '  Two 7s\u0007 look alike.\r\n' })).toMatchObject({
    ...{ note: 'Two 7s look alike.', starred: false },
  });
  await archive.mark('run-1', { starred: true });
  const kept = { note: 'Two 7s look alike.', starred: true };
  expect((await archive.list()).runs).toMatchObject([kept]);
  expect(await archive.record('run-1')).toMatchObject(kept);
  expect(await archive.load('run-1')).toEqual(fixtureSnapshot({ tensors: finite, ...kept }));
  expect(await archive.duplicate('run-1')).toMatchObject({ id: 'made-1', ...kept });

  const { bytes } = await archive.exportZip('run-1');
  const elsewhere = openArchive();
  expect(await elsewhere.importZip(new Blob([Uint8Array.from(bytes)]))).toMatchObject(kept);
  await archive.mark('run-1', { note: '', starred: false });
  expect((await archive.exportZip('run-1')).bytes).toEqual(plain); // as if it had never been marked
});

it('reads files without marks as before, cleans notes of others, and refuses what is none', () => {
  const file = encodeSnapshot(fixtureSnapshot());
  expect(strFromU8(unzipSync(file)['run.json'])).not.toMatch(/note|starred/);
  expect(decodeSnapshot(file, fixtureVocabulary)).toEqual(fixtureSnapshot());
  expect(decodeRecord(file, fixtureVocabulary)).toMatchObject({ note: '', starred: false });
  const long = altered(file, { note: `a\u202E${'b'.repeat(9000)}`, starred: true });
  expect(decodeSnapshot(long, fixtureVocabulary)).toMatchObject({
    note: `a${'b'.repeat(1999)}`,
    starred: true,
  });
  for (const wrong of [{ note: 7 }, { note: ['x'] }, { starred: 'yes' }, { starred: null }])
    expect(() => decodeSnapshot(altered(file, wrong), fixtureVocabulary)).toThrow('damaged');
});
