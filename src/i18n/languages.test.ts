import { describe, expect, it } from 'vitest';
import { chooseLanguage, directionOf } from './languages';

describe('chooseLanguage', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['pt-BR', 'es-MX'], 'es'],
    [['zh-Hant-TW'], 'zh'],
    [[null, null, 'fr'], 'en'],
    [[null, 'zh', 'de'], 'zh'],
    [['constructor', 'DE'], 'de'],
    [[''], 'en'],
  ] as const)('of %j takes %s', (given, chosen) => {
    expect(chooseLanguage(given)).toBe(chosen);
  });
});

it('knows which scripts run from right to left', () => {
  expect(['ar-EG', 'he', 'FA'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl']);
  expect(['en', 'de-AT', 'zh-Hans', 'arn'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
});
