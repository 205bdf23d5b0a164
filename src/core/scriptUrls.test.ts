import { describe, expect, it } from 'vitest';
import { ForeignScriptError, ownScriptUrl } from './scriptUrls';

const PAGE = 'https://ganvas.example/lab/index.html';

describe('which scripts the page may start', () => {
  it.each([
    ['assets/entry.js', 'https://ganvas.example/lab/assets/entry.js'],
    ['/sw.js', 'https://ganvas.example/sw.js'],
    ['https://ganvas.example/lab/a.js?worker', 'https://ganvas.example/lab/a.js?worker'],
  ])('%s is its own', (url, whole) => expect(ownScriptUrl(url, PAGE)).toBe(whole));

  it.each([
    'https://elsewhere.example/a.js',
    '//elsewhere.example/a.js',
    'http://ganvas.example/lab/a.js',
    'https://ganvas.example:8443/a.js',
    'blob:https://ganvas.example/1f83461a',
    'data:text/javascript,alert(1)',
    'javascript:alert(1)',
    'https://[',
  ])('%s is refused by name', (url) => {
    expect(() => ownScriptUrl(url, PAGE)).toThrow(ForeignScriptError);
    expect(() => ownScriptUrl(url, PAGE)).toThrow(url);
  });
});
