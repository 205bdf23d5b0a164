import { expect, it } from 'vitest';
import { keptFile } from './pageOffline';

it('keeps what every visit needs, offers the rest, and leaves to board and kiosk what is theirs', () => {
  const core = (path: string, bytes = 10) => keptFile(path, 'x'.repeat(bytes))?.core ?? null;
  expect(core('index.html')).toBe(true);
  expect(core('assets/page-Cnr8oVS9.js')).toBe(true);
  expect(core('assets/relaxed-single-CugAdVBC.wasm')).toBe(true);
  expect(core('models/evaluator-mnist.bin')).toBe(true);
  expect(core('assets/kioskManifest-BOTAZ9hH.js')).toBe(true);
  expect(core('assets/kioskDoor-BOTAZ9hH.js')).toBe(false);
  expect(core('assets/hdf5_hl-D5BD_5AB.js')).toBe(false);
  expect(core('assets/large-D5BD_5AB.js', 3_000_000)).toBe(false);
  expect(core('board/install.sh')).toBeNull();
  expect(core('kiosk/index.html')).toBeNull();
});

it('holds files to their content where the name does not change with it', () => {
  expect(keptFile('models/a.bin', 'x')?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(keptFile('assets/a-12345678.js', 'x')?.sha256).toBeNull();
  expect(keptFile('index.html', 'x')?.sha256).toBeNull();
});
