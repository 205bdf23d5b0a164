// install.sh and the packages made of it: into folders, never into this system.
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandMisses } from '../src/testing/tools';
import { sha256 } from './serverFacts';
import { BOARD_FOLDER, install, writePage } from './serverHarness';

const noShellcheck = commandMisses('shellcheck', 'shellcheck');
const noDpkg = commandMisses('dpkg-deb', 'dpkg');
const noSystemd = commandMisses('systemd-analyze', 'systemd');
const noBusybox = commandMisses('busybox', 'busybox', 'sh', '-c', 'true');
const MODEL = Buffer.from('a model');

let base = '';
let bundle = '';
const inBase = (...parts: string[]): string => join(base, ...parts);
const text = (path: string): Promise<string> => readFile(path, 'utf8');

/** A bundle as it lies unpacked. */
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'install-'));
  bundle = inBase('bundle');
  for (const part of ['bin', 'debian', 'install.sh', 'native', 'README.md', 'server', 'systemd'])
    await cp(join(BOARD_FOLDER, part), join(bundle, part), { recursive: true });
  await writePage(join(bundle, 'page'));
  await mkdir(join(bundle, 'model'));
  await writeFile(join(bundle, 'model', 'digits-1.tflite'), MODEL);
  const manifest = { version: 1, name: 'Digits', file: 'digits-1.tflite', sha256: sha256(MODEL) };
  await writeFile(join(bundle, 'model', 'kiosk.json'), JSON.stringify(manifest, null, 2));
  await writeFile(join(bundle, 'origins.txt'), 'http://127.0.0.1:4173\n');
});
afterAll(() => rm(base, { recursive: true }));

const setUp = (shell: readonly string[], ...options: string[]): { status: number | null; said: string } => {
  const ran = spawnSync(shell[0], [...shell.slice(1), join(bundle, 'install.sh'), ...options], {
    encoding: 'utf8',
  });
  return { status: ran.status, said: ran.stdout + ran.stderr };
};

describe.each([
  ['sh', ['sh'], undefined],
  ['busybox sh', ['busybox', 'sh'], noBusybox],
] as const)('install.sh by %s', (name, shell, missing) => {
  it.skipIf(missing)(
    `sets up an image, twice the same, and takes everything away again ${missing ?? ''}`,
    async () => {
      const root = inBase(`root-${name.replace(' ', '-')}`);
      expect(setUp(shell, '--root', root)).toMatchObject({ status: 0 });
      const tree = (await readdir(root, { recursive: true })).sort();
      for (const path of [
        'usr/share/ganvas/page/index.html',
        'usr/share/ganvas/page/assets/engine-3c4d.wasm.gz',
        'usr/share/ganvas/page/board/install.sh',
        'usr/sbin/ganvas-token',
        'usr/bin/ganvas-kiosk',
        'usr/lib/systemd/system/ganvas-server.service',
        'etc/systemd/system/multi-user.target.wants/ganvas-server.service',
        'etc/ganvas/lighttpd.conf',
        'var/lib/ganvas/models/digits-1.tflite',
        'var/lib/ganvas/models/kiosk.json',
      ])
        expect(tree).toContain(path);
      // The key of a certificate belongs to one board, not to an image.
      expect(await readdir(join(root, 'etc/ganvas/tls'))).toEqual([]);
      expect(await text(join(root, 'etc/ganvas/credentials'))).toBe('');
      expect((await stat(join(root, 'etc/ganvas/credentials'))).mode & 0o777).toBe(0o640);
      const configuration = await text(join(root, 'etc/ganvas/lighttpd.conf'));
      expect(configuration).toContain('var.page = "/usr/share/ganvas/page"');
      expect(configuration).not.toMatch(/@[A-Z_]+@/);
      expect(await text(join(root, 'etc/ganvas/origins-lighttpd.conf'))).toContain('http://127.0.0.1:4173');

      expect(setUp(shell, '--root', root)).toMatchObject({ status: 0 });
      expect((await readdir(root, { recursive: true })).sort()).toEqual(tree);
      expect(await text(join(root, 'etc/ganvas/lighttpd.conf'))).toBe(configuration);

      expect(setUp(shell, '--root', root, '--uninstall')).toMatchObject({ status: 0 });
      const left = await readdir(root, { recursive: true, withFileTypes: true });
      const files = left
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name));
      expect(files.filter((file) => !/\/(etc|var\/lib)\/ganvas\//.test(file))).toEqual([]);
      expect(files).toContain(join(root, 'var/lib/ganvas/models/digits-1.tflite'));
      expect(setUp(shell, '--root', root, '--uninstall', '--purge')).toMatchObject({ status: 0 });
      expect((await readdir(root, { recursive: true })).filter((path) => /ganvas/.test(path))).toEqual([]);
    },
  );
});

it('keeps the token, the model that was sent, and allowed origins when it runs again', async () => {
  const root = inBase('again');
  const token = ['--token', 'a-token-of-this-test', '--allow-origin', 'https://first.example'];
  install('--try', root, '--page', join(bundle, 'page'), ...token);
  const credentials = await text(join(root, 'etc/ganvas/credentials'));
  const certificate = await text(join(root, 'etc/ganvas/tls/board.pem'));
  expect(credentials).toMatch(/^ganvas:\$6\$[^:\n]+\n$/);
  await writeFile(join(root, 'var/lib/ganvas/models/kiosk.json'), 'sent');
  install('--try', root, '--page', join(bundle, 'page'), '--allow-origin', 'https://second.example');
  expect(await text(join(root, 'etc/ganvas/credentials'))).toBe(credentials);
  expect(await text(join(root, 'etc/ganvas/tls/board.pem'))).toBe(certificate);
  expect(await text(join(root, 'var/lib/ganvas/models/kiosk.json'))).toBe('sent');
  expect(JSON.parse(await text(join(root, 'etc/ganvas/board.json')))).toMatchObject({ upload: true });
  const origins = await text(join(root, 'etc/ganvas/origins-nginx.conf'));
  expect(origins).toContain('https://first.example');
  expect(origins).toContain('https://second.example');
  const off = ['--off', '--config', join(root, 'etc/ganvas')];
  execFileSync('sh', [join(BOARD_FOLDER, 'bin/ganvas-token'), ...off]);
  expect(await text(join(root, 'etc/ganvas/credentials'))).toBe('');
  expect(JSON.parse(await text(join(root, 'etc/ganvas/board.json')))).toMatchObject({ upload: false });
});

it('switches off the services of Debian that hold its ports, unless it takes others', async () => {
  const root = inBase('ports');
  const wants = join(root, 'etc/systemd/system/multi-user.target.wants');
  const services = async (): Promise<string[]> =>
    (await readdir(wants)).filter((name) => !name.startsWith('ganvas')).sort();
  await mkdir(wants, { recursive: true });
  for (const name of ['lighttpd.service', 'nginx.service', 'ssh.service'])
    await writeFile(join(wants, name), '');
  const page = ['--page', join(bundle, 'page')];
  install('--root', root, ...page, '--http-port', '8080', '--https-port', '8443');
  expect(await services()).toEqual(['lighttpd.service', 'nginx.service', 'ssh.service']);
  expect(install('--root', root, ...page)).toContain('switched off nginx.service');
  expect(await services()).toEqual(['ssh.service']);
});

it('makes tokens that are long, different each time, and stored as a hash only', async () => {
  const root = inBase('token');
  install('--try', root, '--page', join(bundle, 'page'));
  const make = (): string =>
    execFileSync('sh', [join(BOARD_FOLDER, 'bin/ganvas-token'), '--config', join(root, 'etc/ganvas')], {
      encoding: 'utf8',
    }).replace(/.*: /, '');
  const [first, second] = [make().trim(), make().trim()];
  expect(first).toMatch(/^[0-9a-f]{40}$/);
  expect(second).not.toBe(first);
  expect(await text(join(root, 'etc/ganvas/credentials'))).not.toContain(second);
  const before = await text(join(root, 'etc/ganvas/credentials'));
  for (const [weak, said] of [
    ['0123456789abcde', 'has 15 characters'],
    ['1212121212121212', 'only 2 different characters'],
  ]) {
    const read = [join(BOARD_FOLDER, 'bin/ganvas-token'), '--read', '--config', join(root, 'etc/ganvas')];
    const ran = spawnSync('sh', read, { input: `${weak}\n`, encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining(said)]);
  }
  expect(await text(join(root, 'etc/ganvas/credentials'))).toBe(before);
});

it('refuses what it does not understand, short tokens, and a damaged model', async () => {
  const root = inBase('refused');
  for (const [options, said] of [
    [['--frobnicate'], 'unknown option'],
    [['--server', 'apache'], 'choose lighttpd, nginx or busybox'],
    [['--http-port', '80x'], 'whole number'],
    [['--https-port', '70000'], 'give 1 to 65535'],
    [['--bind', '0.0.0.0"; evil'], 'address'],
    [['--allow-origin', 'https://a.example"; evil'], 'like https://'],
    [['--token', 'short'], 'at least 16'],
    [['--token', 'passwordpassword'], 'only 7 different characters'],
    [['--token', 'with a space and more'], 'letters, digits'],
    [['--server', 'busybox', '--token', 'a-token-of-this-test'], 'only reads'],
  ] as const) {
    const ran = setUp(['sh'], '--try', root, ...options);
    expect(ran.status, options.join(' ')).not.toBe(0);
    expect(ran.said).toContain(said);
    // Nothing was begun.
    expect(await readdir(inBase('.')), options.join(' ')).not.toContain('refused');
  }
  await writeFile(join(bundle, 'model', 'digits-1.tflite'), 'another model');
  const damaged = setUp(['sh'], '--try', inBase('damaged'));
  await writeFile(join(bundle, 'model', 'digits-1.tflite'), MODEL);
  expect(damaged.status).not.toBe(0);
  expect(damaged.said).toContain('damaged');
});

it.skipIf(noShellcheck)(`its scripts pass shellcheck ${noShellcheck ?? ''}`, async () => {
  const names = ['install.sh', 'debian/build.sh', 'debian/postinst', 'debian/prerm', 'debian/postrm'];
  const programs = (await readdir(join(BOARD_FOLDER, 'bin'))).map((name) => join('bin', name));
  const scripts = [...names, ...programs].map((name) => join(BOARD_FOLDER, name));
  expect(execFileSync('shellcheck', scripts, { encoding: 'utf8' })).toBe('');
});

it.skipIf(noSystemd)(`its units are understood by systemd ${noSystemd ?? ''}`, async () => {
  const root = inBase('units');
  install('--root', root, '--page', join(bundle, 'page'));
  // So that the programs that the units name are there.
  await mkdir(join(root, 'usr/sbin'), { recursive: true });
  await writeFile(join(root, 'usr/sbin/lighttpd'), '#!/bin/sh\n', { mode: 0o755 });
  const units = (await readdir(join(root, 'usr/lib/systemd/system'))).filter((name) =>
    name.startsWith('ganvas'),
  );
  expect(units.length).toBe(5);
  const said = spawnSync('systemd-analyze', ['verify', '--root', root, '--man=no', ...units], {
    encoding: 'utf8',
  });
  const own = (said.stdout + said.stderr)
    .split('\n')
    .filter((line) => /ganvas/.test(line) && !/target not found/.test(line));
  expect(own).toEqual([]);
});

it.skipIf(noDpkg)(
  `becomes a Debian package without token, key or model of a board ${noDpkg ?? ''}`,
  async () => {
    const file = inBase('ganvas-board.deb');
    execFileSync('sh', [join(bundle, 'debian/build.sh'), bundle, file], { stdio: 'pipe' });
    const listed = execFileSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' });
    for (const path of [
      './usr/share/ganvas/page/index.html',
      './usr/share/ganvas/model/digits-1.tflite',
      './usr/sbin/ganvas-token',
      './etc/ganvas/lighttpd.conf',
      './usr/lib/systemd/system/ganvas-server.service',
    ])
      expect(listed).toContain(path);
    expect(listed).not.toMatch(/credentials|board\.pem|var\/lib\/ganvas\/models\/.+/);
    expect(listed).toMatch(/root\/root .*ganvas-token/);
    const field = (name: string): string =>
      execFileSync('dpkg-deb', ['--field', file, name], { encoding: 'utf8' }).trim();
    expect(field('Package')).toBe('ganvas-board');
    expect(field('Depends')).toContain('lighttpd-mod-webdav');
  },
);
