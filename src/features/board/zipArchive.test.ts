import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inTemporaryFolder, pythonMisses } from '../../testing/tools';
import { zipArchive, type ArchiveEntry } from './zipArchive';

const noise = Uint8Array.from({ length: 3000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 24);
const entries: ArchiveEntry[] = [
  { path: 'a/install.sh', bytes: new TextEncoder().encode('#!/bin/sh\necho installed\n'), executable: true },
  { path: 'a/page/long.js', bytes: new TextEncoder().encode('let x = 1;\n'.repeat(5000)) },
  { path: 'a/model/noise.bin', bytes: noise },
  { path: 'a/empty', bytes: new Uint8Array() },
];

it('is read back by another zip library, byte for byte, and is small where it can be', async () => {
  const told: number[] = [];
  const zip = await zipArchive(entries, (i) => told.push(i));
  expect(told).toEqual([0, 1, 2, 3]);
  const back = unzipSync(zip);
  expect(Object.keys(back)).toEqual(entries.map((entry) => entry.path));
  for (const { path, bytes } of entries) expect(back[path]).toEqual(new Uint8Array(bytes));
  expect(zip.length).toBeLessThan(3000 + 2000);
  expect(await zipArchive(entries)).toEqual(zip);
});

const noPython = pythonMisses('zipfile', 'python3');
it.skipIf(noPython)(`keeps modes and checksums, as Python reads them ${noPython ?? ''}`, async () => {
  await inTemporaryFolder(async (write, folder) => {
    await write('x.zip', await zipArchive(entries));
    const script = `
import zipfile
z = zipfile.ZipFile('x.zip')
print(z.testzip(), [(i.filename, oct(i.external_attr >> 16), i.file_size) for i in z.infolist()])`;
    const said = execFileSync('/usr/bin/python3', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(said.trim()).toBe(
      "None [('a/install.sh', '0o100755', 25), ('a/page/long.js', '0o100644', 55000), " +
        "('a/model/noise.bin', '0o100644', 3000), ('a/empty', '0o100644', 0)]",
    );
  });
});
