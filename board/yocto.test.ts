// The Yocto recipe, as far as it can be checked without a Yocto build: what it names is there, its install step runs in a
// shell, and every file that it installs belongs to its package. Not a build.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD_FOLDER, writePage } from './serverHarness';

const RECIPES = join(BOARD_FOLDER, 'yocto');
/** Modules that the lighttpd recipe of OpenEmbedded has in the main package: those of its RDEPENDS since kirkstone. */
const IN_MAIN_PACKAGE = new Set(['staticfile', 'dirlisting', 'indexfile']);

/** Of OpenEmbedded's common-licenses/MIT, as its own recipes name it. */
const COMMON_MIT_MD5 = '0835ade698e0bcf8506ecda2f7b4f302';

interface Recipe {
  readonly file: string;
  readonly values: ReadonlyMap<string, string>;
  /** Bodies of shell functions. */
  readonly functions: ReadonlyMap<string, string>;
}

function readRecipe(file: string, text: string): Recipe {
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n');
  const values = new Map<string, string>();
  const functions = new Map<string, string>();
  for (let i = 0; i < lines.length; i++) {
    const opened = /^(\w+)\(\) \{$/.exec(lines[i]);
    const given = /^([\w:${}[\]]+) (?:\+?=) "(.*)"$/.exec(lines[i]);
    if (opened) {
      const end = lines.indexOf('}', i);
      functions.set(opened[1], lines.slice(i + 1, end).join('\n'));
      i = end;
    } else if (given) values.set(given[1], given[2]);
    else
      expect(lines[i], 'a line that is no value, function, comment or inherit').toMatch(
        /^(#.*|inherit .*|)$/,
      );
  }
  return { file, values, functions };
}

const valueOf = ({ values }: Recipe, name: string): string => values.get(name) ?? '';
const wordsOf = (recipe: Recipe, name: string): string[] =>
  valueOf(recipe, name).split(/\s+/).filter(Boolean);

let recipe: Recipe;
let base = '';
beforeAll(async () => {
  const [file] = await readdir(RECIPES);
  recipe = readRecipe(file, await readFile(join(RECIPES, file), 'utf8'));
  base = await mkdtemp(join(tmpdir(), 'yocto-'));
});
afterAll(() => rm(base, { recursive: true }));

const inProject = (path: string): Promise<string> => readFile(join(BOARD_FOLDER, '..', path), 'utf8');

describe('the Yocto recipe', () => {
  it('has the version and the licence of the project, and the checksum of a licence text that Yocto knows', async () => {
    const { version, license } = JSON.parse(await inProject('package.json'));
    expect(version).toMatch(new RegExp(`^${/_(.*)\.bb$/.exec(recipe.file)?.[1]}\\.`));
    expect(valueOf(recipe, 'LICENSE')).toBe(license);
    const [, name, sum] = /^file:\/\/\$\{COMMON_LICENSE_DIR\}\/(\w+);md5=([0-9a-f]{32})$/.exec(
      valueOf(recipe, 'LIC_FILES_CHKSUM'),
    ) ?? ['', '', ''];
    expect(name).toBe(license);
    expect(sum).toBe(COMMON_MIT_MD5);
  });

  it('takes the bundle that the page and board:bundle make', async () => {
    const [source] = wordsOf(recipe, 'SRC_URI');
    const bundle = source.replace('file://', '');
    expect(await inProject('scripts/boardBundle.ts')).toContain(`build/${bundle}`);
    const folder = /FOLDER = '(.*)'/.exec(await inProject('src/features/board/boardBundle.ts'))?.[1];
    expect(valueOf(recipe, 'S')).toBe(`\${WORKDIR}/${folder}`);
  });

  it('names units that there are, and users that they run as', async () => {
    const units = await readdir(join(BOARD_FOLDER, 'systemd'));
    for (const unit of wordsOf(recipe, 'SYSTEMD_SERVICE:${PN}')) {
      expect(units).toContain(unit);
      const user = /^User=(.*)$/m.exec(await inProject(`board/systemd/${unit}`))?.[1];
      if (user) expect(valueOf(recipe, 'USERADD_PARAM:${PN}')).toMatch(new RegExp(` ${user}(;|$)`));
    }
  });

  it('asks for every module that the server’s configuration loads', async () => {
    const configuration = await inProject('board/server/lighttpd.conf');
    const loaded = /server\.modules = \(([^)]*)\)/.exec(configuration)?.[1].match(/mod_\w+/g) ?? [];
    expect(loaded.length).toBeGreaterThan(5);
    const asked = wordsOf(recipe, 'RDEPENDS:${PN}');
    for (const module of loaded.map((name) => name.replace('mod_', '').replaceAll('_', '-'))) {
      if (!IN_MAIN_PACKAGE.has(module)) expect(asked).toContain(`lighttpd-module-${module}`);
    }
  });

  it.each([
    ['/usr/lib/systemd/system', 'merged'],
    ['/lib/systemd/system', 'split'],
  ])('installs below its own root, with units in %s, and packs all of it', async (unitDir, name) => {
    const source = join(base, `source-${name}`);
    const target = join(base, `target-${name}`);
    for (const part of ['bin', 'install.sh', 'server', 'systemd'])
      await cp(join(BOARD_FOLDER, part), join(source, part), { recursive: true });
    await writePage(join(source, 'page'));
    await mkdir(target);
    const places: Readonly<Record<string, string>> = {
      D: target,
      S: source,
      PN: 'ganvas-board',
      sysconfdir: '/etc',
      datadir: '/usr/share',
      nonarch_libdir: '/usr/lib',
      localstatedir: '/var',
      systemd_system_unitdir: unitDir,
    };
    const filled = (text: string): string =>
      text.replaceAll(/\$\{(\w+)\}/g, (_, key: string) => {
        expect(Object.keys(places)).toContain(key);
        return places[key];
      });
    // A build runs it with the users of the image; here nobody changes owners.
    const script = `set -eu; chown() { :; }; chgrp() { :; }; ${filled(recipe.functions.get('do_install') ?? 'false')}`;
    execFileSync('sh', ['-c', script], { stdio: 'pipe' });
    const files = (await readdir(target, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(target.length));
    for (const unit of wordsOf(recipe, 'SYSTEMD_SERVICE:${PN}'))
      expect(files).toContain(`${unitDir}/${unit}`);
    for (const file of wordsOf(recipe, 'CONFFILES:${PN}')) expect(files).toContain(filled(file));
    // What a package holds if FILES says nothing of it: programs and configuration.
    const packed = ['/usr/bin', '/usr/sbin', '/etc', ...filled(valueOf(recipe, 'FILES:${PN}')).split(/\s+/)];
    expect(files.filter((file) => !packed.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
  });
});
