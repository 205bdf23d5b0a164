import { describe, expect, it } from 'vitest';
import {
  CLOSED_BOARD,
  KioskModelError,
  pictureOf,
  readBoardSettings,
  readKioskManifest,
  resultFileName,
} from './kioskManifest';

const manifest = {
  version: 1,
  name: 'Digits',
  file: 'digits.tflite',
  format: 'tflite',
  bytes: 1000,
  sha256: '0123456789abcdef'.repeat(4),
  latent: 100,
  classes: 0,
  image: [28, 28, 1],
  range: [-1, 1],
};

describe('readKioskManifest', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(readKioskManifest({ ...manifest, extra: 'x' })).toEqual(manifest);
    const classNames = ['cat', 'dog'];
    expect(readKioskManifest({ ...manifest, classes: 2, classNames })).toEqual({
      ...manifest,
      classes: 2,
      classNames,
    });
  });

  it.each([
    ['version', 2],
    ['name', ''],
    ['file', '../kiosk.json'],
    ['file', 'a/b.tflite'],
    ['file', '.htaccess'],
    ['format', 'exe'],
    ['bytes', 0],
    ['bytes', 2 ** 40],
    ['bytes', '1000'],
    ['sha256', 'ABCDEF'],
    ['latent', 1.5],
    ['latent', 2 ** 20 + 1],
    ['kind', 'upscaler'],
    ['classes', -1],
    ['image', [28, 28]],
    ['image', [28, 28, 2]],
    ['image', [0, 28, 1]],
    ['range', [1, -1]],
    ['classNames', ['one']],
  ])('refuses %s = %j, and says so', (field, value) => {
    const read = () => readKioskManifest({ ...manifest, [field]: value });
    expect(read).toThrow(KioskModelError);
    expect(read).toThrow(field);
  });

  const translator = { ...manifest, kind: 'translator', latent: 784, picture: [28, 28, 1] };
  const classifier = { ...manifest, kind: 'classifier', latent: 784, classes: 2, classNames: ['cat', 'dog'] };

  it('knows what takes pictures, and which', () => {
    expect(readKioskManifest(translator)).toEqual(translator);
    expect(readKioskManifest(classifier)).toEqual(classifier);
    const colours = {
      ...translator,
      picture: [28, 28, 3],
      image: [28, 28, 3],
      preparation: { kind: 'lightness' },
    };
    expect(readKioskManifest(colours)).toEqual(colours);
    const read = [manifest, translator, classifier].map((one) => pictureOf(readKioskManifest(one)));
    expect(read).toEqual([null, [28, 28, 1], [28, 28, 1]]);
  });

  it.each([
    [translator, { latent: 100 }, 'latent'],
    [translator, { picture: undefined }, 'picture'],
    [translator, { picture: [28, 28, 3] }, 'latent'],
    [translator, { picture: [513, 28, 1] }, 'picture'],
    [translator, { classes: 3 }, 'classes'],
    [translator, { preparation: { kind: 'sharpened' } }, 'preparation'],
    [translator, { preparation: { kind: 'coarse' } }, 'block'],
    [translator, { preparation: { kind: 'lightness' } }, 'three channels'],
    [classifier, { classes: 0, classNames: [] }, 'classes'],
    [classifier, { classNames: ['cat'] }, 'classNames'],
    [classifier, { image: [28, 28, 3] }, 'latent'],
  ])('refuses %j with %j', (of, change, words) => {
    const read = () => readKioskManifest({ ...of, ...change });
    expect(read).toThrow(KioskModelError);
    expect(read).toThrow(words);
  });

  it.each([null, [], 'text', 7, undefined])('refuses %j', (value) => {
    expect(() => readKioskManifest(value)).toThrow(KioskModelError);
  });
});

it('lets a board allow saving, and nothing by accident', () => {
  expect(readBoardSettings({ version: 1, saveResults: true }).saveResults).toBe(true);
  for (const value of [null, {}, { version: 1, saveResults: 'yes' }, { version: 2, saveResults: true }]) {
    expect(readBoardSettings(value)).toEqual(CLOSED_BOARD);
  }
});

it('names images as the published application does', () => {
  expect([1, 10].map(resultFileName)).toEqual(['result_im_1.png', 'result_im_10.png']);
});
