// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addWords, chooseToSpeak, decimalSign, language, startLanguage, writeNumber } from './language';

const root = document.documentElement;

describe('the language of the page', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => startLanguage('en'));

  it('comes from a link, then from what was kept, then from the browser', async () => {
    vi.stubGlobal('navigator', { languages: ['es-MX', 'de'] });
    await startLanguage(null);
    expect([language.value, root.lang, root.dir]).toEqual(['es', 'es', 'ltr']);
    await chooseToSpeak('zh');
    expect(root.lang).toBe('zh-Hans');
    await startLanguage(null);
    expect(language.value).toBe('zh');
    await startLanguage('de-AT');
    expect(language.value).toBe('de');
  });

  it('writes numbers its own way', async () => {
    expect([writeNumber(1234.5), decimalSign()]).toEqual(['1,234.5', '.']);
    await chooseToSpeak('de');
    expect([writeNumber(1234.5), decimalSign()]).toEqual(['1.234,5', ',']);
  });

  it('changes although some words cannot be fetched, and says so', async () => {
    addWords((to) => (to === 'es' ? Promise.reject(new Error('offline')) : Promise.resolve()));
    expect(await chooseToSpeak('es')).toBe(false);
    expect(language.value).toBe('es');
    expect(await chooseToSpeak('de')).toBe(true);
  });
});
