import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BrowserNotFoundError, chromiumArgs, findBrowser, launchOptions } from './findBrowser';

function programFolder(name: string, mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), mode);
  return folder;
}

describe.skipIf(process.platform === 'win32')('findBrowser', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('takes the program that CHROME_PATH names', async () => {
    const program = join(programFolder('mine', 0o755), 'mine');
    vi.stubEnv('CHROME_PATH', program);
    expect(await findBrowser()).toEqual({ executablePath: program, source: 'CHROME_PATH' });
  });

  it('refuses a CHROME_PATH that names no program', async () => {
    vi.stubEnv('CHROME_PATH', join(programFolder('mine', 0o644), 'mine'));
    await expect(findBrowser()).rejects.toThrow(BrowserNotFoundError);
    await expect(findBrowser()).rejects.toThrow(/CHROME_PATH is .*mine, which is not a program/);
  });

  it('finds an installed Chrome or Chromium on the path and passes over what cannot be run', async () => {
    const broken = programFolder('google-chrome', 0o644);
    const working = programFolder('google-chrome', 0o755);
    vi.stubEnv('CHROME_PATH', '');
    vi.stubEnv('PATH', `${broken}:${working}`);
    expect(await findBrowser()).toEqual({
      executablePath: join(working, 'google-chrome'),
      source: 'installed',
    });
  });
});

it('gives up the sandbox as root only', () => {
  expect(chromiumArgs.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
});

it('turns off all that Playwright does, since the last list counts', async () => {
  const server = await chromium.launchServer(launchOptions((await findBrowser()).executablePath));
  const lists = server
    .process()
    .spawnargs.filter((flag) => flag.startsWith('--disable-features='))
    .map((flag) => flag.slice('--disable-features='.length).split(','));
  await server.close();
  expect(lists).toHaveLength(2);
  expect(lists[1]).toEqual(expect.arrayContaining(lists[0]));
});
