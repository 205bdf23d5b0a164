// `npm run build:player`: the library ganvas-player as a package in build/player, made from src/player: one module without
// dependencies, its declarations, a README. `npm pack build/player` makes the tarball.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import packageJson from '../package.json';
import { oldBrowsers } from '../vite/oldBrowsers';
import { playerScripts } from '../vite/playerScripts';
import { ensureKernels } from './ensureBuilt';
import { repositoryRoot } from './runTool';

const SOURCE = join(repositoryRoot, 'src/player');
const OUT = join(repositoryRoot, 'build/player');

/** What a file declares, without what it takes from others: types.ts stands by itself, and index.ts needs nothing else. */
async function declarationsOf(file: string): Promise<string> {
  const source = await readFile(join(SOURCE, file), 'utf8');
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(source, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  if (diagnostics.length > 0)
    throw new Error(`${file}: ${ts.formatDiagnostics(diagnostics, ts.createCompilerHost({}))}`);
  return outputText
    .split('\n')
    .filter((line) => !/^(import |export type \{|export \{\})/.test(line))
    .join('\n')
    .trim();
}

async function licence(): Promise<string> {
  const [own, fflate] = await Promise.all(
    ['LICENSE', 'node_modules/fflate/LICENSE'].map((path) => readFile(join(repositoryRoot, path), 'utf8')),
  );
  return `${own.trim()}\n\n---\n\nindex.js holds parts of fflate:\n\n${fflate.trim()}\n`;
}

await ensureKernels();
await mkdir(OUT, { recursive: true });
await build({
  root: repositoryRoot,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [playerScripts(repositoryRoot), oldBrowsers('page')],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: join(SOURCE, 'index.ts'),
      preserveEntrySignatures: 'strict',
      // Errors are told apart by their names.
      output: { format: 'es', entryFileNames: 'index.js', keepNames: true },
    },
  },
});
const manifest = {
  name: 'ganvas-player',
  version: packageJson.version,
  description: 'Draws from a generator that Ganvas trained, in any page or under Node.',
  license: packageJson.license,
  type: 'module',
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  types: './index.d.ts',
  sideEffects: false,
  engines: packageJson.engines,
};
const files: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'index.d.ts': `${await declarationsOf('types.ts')}\n\n${await declarationsOf('index.ts')}\n`,
  'README.md': await readFile(join(SOURCE, 'README.md'), 'utf8'),
  LICENSE: await licence(),
};
for (const [name, content] of Object.entries(files)) await writeFile(join(OUT, name), content);
console.log(`ganvas-player ${packageJson.version} in ${OUT}`);
