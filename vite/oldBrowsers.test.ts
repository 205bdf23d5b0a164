import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';
import { importersOfEntries, oldBrowsers, withoutNameBlocks } from './oldBrowsers';

const chunk = (fileName: string, isEntry: boolean, imports: string[], dynamicImports: string[] = []) => ({
  fileName,
  isEntry,
  imports,
  dynamicImports,
});

it('finds chunks that import an entry', () => {
  const good = [chunk('entry.js', true, [], ['door.js']), chunk('door.js', false, ['shared.js'])];
  expect(importersOfEntries(good)).toEqual([]);
  expect(importersOfEntries([...good, chunk('late.js', false, ['entry.js'])])).toEqual([
    'late.js imports entry.js',
  ]);
});

it('keeps the name of a class without a block', async () => {
  const code = withoutNameBlocks(
    'const n=(c,value)=>Object.defineProperty(c,`name`,{value});var A$1=class{static{n(this,`A`)}x=1;#y=2;y(){return this.#y}};export{A$1 as A}',
  );
  expect(code).not.toContain('static{');
  const module: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  expect(module).toHaveProperty('A.name', 'A');
});

const modules: Readonly<Record<string, string>> = {
  shared: 'export class Shared { constructor() { this.made = true; } }',
  whole:
    'import { Shared } from "shared"; globalThis.first = new Shared(); import("late"); export { Shared };',
  late: 'import { Shared } from "shared"; globalThis.second = new Shared();',
  block: 'globalThis.Block = class { static { globalThis.ran = true; } };',
  behind: 'globalThis.found = /(?<=a)b/.test(globalThis.text);',
};

const built = (entry: string): Promise<Rollup.RollupOutput | Rollup.RollupOutput[] | Rollup.RollupWatcher> =>
  build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      oldBrowsers('worker'),
      {
        name: 'modules',
        resolveId: (id) => (id in modules ? `\0${id}` : null),
        load: (id) => modules[id.slice(1)] ?? null,
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, preserveEntrySignatures: 'allow-extension' },
    },
  });

it('refuses a build whose entry others import or that old browsers cannot parse', async () => {
  await expect(built('whole')).rejects.toThrow(/would run it twice: .*late\S* imports \S*whole/);
  await expect(built('block')).rejects.toThrow(/static block/);
  await expect(built('behind')).rejects.toThrow(/looks back/);
});
