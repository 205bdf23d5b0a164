import { expect, it } from 'vitest';
import { readKioskManifest } from '../../core/kioskManifest';
import { fakeExport } from '../../testing/fakeExport';
import { manifestOf } from './boardModel';

const images = { count: 1, height: 28, width: 28, channels: 1, pixels: new Uint8Array(784) };
const exported = {
  ...fakeExport({ exporter: 'tflite', variant: 'int8', calibration: 'min-max' }, images),
  file: { fileName: 'my-run.tflite', mimeType: 'application/octet-stream', bytes: new Uint8Array(4) },
};

it('is a manifest that the kiosk reads, with a file name that changes with the content', () => {
  const manifest = manifestOf(exported, 'My run', null);
  expect(readKioskManifest(manifest)).toEqual(manifest);
  expect(manifest).toMatchObject({
    name: 'My run',
    file: 'my-run-df3f6198.tflite',
    bytes: 4,
    latent: 100,
    classes: 0,
    image: [28, 28, 1],
  });
});

it('names classes where there are as many names', () => {
  const withClasses = { ...exported, input: { latent: 100, classes: 2 } };
  expect(manifestOf(withClasses, 'x', ['cat', 'dog']).classNames).toEqual(['cat', 'dog']);
  expect(manifestOf(withClasses, 'x', ['cat']).classNames).toBeUndefined();
  expect(manifestOf(withClasses, 'x', null)).not.toHaveProperty('classNames');
  expect(readKioskManifest(manifestOf(withClasses, 'x', ['cat', 'dog'])).classes).toBe(2);
});

it('is a manifest of what takes pictures', () => {
  const shape = [28, 28, 1] as const;
  const input = { latent: 784, classes: 0 };
  const translator = manifestOf({ ...exported, input, picture: { shape } }, 'x', null);
  expect(translator).toMatchObject({ kind: 'translator', latent: 784, picture: shape, image: [28, 28, 1] });
  expect(readKioskManifest(translator)).toEqual(translator);
  const picture = { shape: [28, 28, 3], preparation: { kind: 'lightness' } } as const;
  const coloured = manifestOf({ ...exported, input, picture }, 'x', null);
  expect(coloured).toMatchObject({ ...{ image: [28, 28, 3], preparation: { kind: 'lightness' } } });
  expect(readKioskManifest(coloured)).toEqual(coloured);
  const names = ['cat', 'a dog '.repeat(9)];
  const classifier = manifestOf(
    { ...exported, input: { ...input, names }, picture: { shape }, drawn: null },
    'x',
    null,
  );
  expect(classifier).toMatchObject({ kind: 'classifier', classes: 2, image: [28, 28, 1] });
  expect(classifier.classNames?.map(({ length }) => length)).toEqual([3, 40]);
  expect(readKioskManifest(classifier)).toEqual(classifier);
});

it('refuses what no kiosk can show', () => {
  expect(() => manifestOf({ ...exported, input: null }, 'x', null)).toThrow('several generators');
  expect(() => manifestOf({ ...exported, file: null }, 'x', null)).toThrow('no single file');
});
