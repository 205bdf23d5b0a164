// One source for what every server says: the files of board/server are held to it here, their programs in board/.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentPolicy, finishedPage, framePolicy, pageHeaders } from './pageHeaders';

const source = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

describe('the policy', () => {
  it('lets no inline script, no style in markup, no text as code', () => {
    expect(contentPolicy()).not.toMatch(/unsafe-inline|'unsafe-eval'|nonce|\*|data:/);
  });

  it('takes what the development server adds by its nonce only', () => {
    expect(contentPolicy('n0')).toContain(`style-src 'self' 'nonce-n0'`);
  });

  it('is shown in frames of its own origin, and of those that the host names', () => {
    expect(framePolicy()).toBe(`frame-ancestors 'self'`);
    expect(pageHeaders()).toMatchObject({ 'Cross-Origin-Resource-Policy': 'same-origin' });
    expect(pageHeaders('https://a.example')).toMatchObject({
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    expect(framePolicy('https://a.example, https://b.example:8443')).toBe(
      `frame-ancestors 'self' https://a.example https://b.example:8443`,
    );
  });
});

describe.each(['index.html', 'kiosk/index.html'])('%s', (path) => {
  const page = source(path);
  const built = finishedPage(page, true);

  it('holds one inline script, which the policy knows by its hash', () => {
    const inline = [...built.matchAll(/<script(?![^>]* src=)[^>]*>([^]*?)<\/script>/g)];
    expect(inline).toHaveLength(1);
    const hash = createHash('sha256').update(inline[0][1]).digest('base64');
    expect(contentPolicy()).toContain(`'sha256-${hash}'`);
  });

  it('says its policy before anything that the policy is about', () => {
    const at = built.indexOf('http-equiv="Content-Security-Policy"');
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(built.search(/<(script|link|style)/));
    expect(finishedPage(page, false)).not.toContain('http-equiv');
  });

  it('has no style and no handler in its markup', () => {
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<style/);
  });
});

it('the kiosk connects to where it came from alone: what its camera sees stays there', () => {
  const connects = (path: string): string =>
    /connect-src ([^;]*);/.exec(finishedPage(source(path), true))?.[1] ?? '';
  expect(connects('index.html')).toBe(`'self' https:`);
  expect(connects('kiosk/index.html')).toBe(`'self'`);
});

it('a page that cannot take its guard is refused', () => {
  expect(() => finishedPage('<!doctype html><meta charset="utf-8" />', true)).toThrow('startGuard');
});

// The servers of a board add the pages that may show this one when they are installed.
const whole = (file: string): string =>
  source(`board/server/${file}`).replaceAll('@EMBED_IN@', '').replaceAll('@RESOURCES@', 'same-origin');

describe('the servers of a board', () => {
  it.each(Object.entries(pageHeaders()))('lighttpd sends %s', (name, value) => {
    expect(whole('lighttpd.conf')).toContain(`"${name}" => "${value}"`);
  });

  it.each(Object.entries(pageHeaders()))('nginx sends %s', (name, value) => {
    expect(whole('headers-nginx.conf').replaceAll('"', '')).toContain(`add_header ${name} ${value} always;`);
  });
});
