// The kiosk's texts: English where nothing else is asked for, and the same values in every language.
import { describe, expect, it } from 'vitest';
import { count, language, speaker, TEXTS, words } from '.';
import { LANGUAGE_IDS } from '../../i18n/languages';
import english from './en';

const valuesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

it('fills values in', () => {
  expect(language).toBe('en');
  expect(words('imageSpeed', { time: '5.21 ms', rate: 190 })).toBe('5.21 ms an image · 190 images/s');
  expect(words('refused', { why: 'It is {damaged}: $& $1.' })).toBe(
    'The board’s model was refused. It is {damaged}: $& $1.',
  );
  expect(count(12345)).toBe('12,345');
});

describe('what others say in English is said', () => {
  const damaged = 'The model file is damaged: the tensor w [3, 2] has 20 bytes of 24.';
  const weight = 'The weight w [2] has 1 of 2 values that are no finite numbers, the first (NaN) at place 1.';
  const camera = 'This device has no camera. Connect one, or give pictures as files.';

  it.each([
    ['de', damaged, 'Die Modelldatei ist beschädigt: der Tensor w [3, 2] hat 20 Bytes von 24.'],
    [
      'de',
      weight,
      'Das Gewicht w [2] hat 1 von 2 Werten, die keine endlichen Zahlen sind, den ersten (NaN) an der Stelle 1.',
    ],
    ['es', camera, 'Este dispositivo no tiene cámara. Conecta una, o da imágenes como archivos.'],
    ['zh', camera, '此设备没有摄像头。请连接一个，或以文件形式提供图片。'],
    ['es', 'Ganvas, one thread, plain SIMD', 'Ganvas, un hilo, SIMD simple'],
    [
      'zh',
      "The manifest's latent must be a whole number from 1 to 1048576, not 0.",
      '清单中的 latent 必须是 1 到 1048576 的整数，而不是 0。',
    ],
    ['de', 'What nobody knows.', 'What nobody knows.'],
    ['en', damaged, damaged],
  ] as const)('in %s: %s', (to, english, said) => {
    expect(speaker(to)(english)).toBe(said);
  });
});

describe.each(LANGUAGE_IDS)('in %s', (id) => {
  it.each(Object.entries(english))('%s', (key, text) => {
    const [, said] = Object.entries(TEXTS[id]).find(([name]) => name === key) ?? [];
    expect(said?.trim()).toBeTruthy();
    expect(valuesIn(said ?? '')).toEqual(valuesIn(text));
  });
});
