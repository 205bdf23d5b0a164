// Compiles kernels/ with AssemblyScript into the four modules of src/engine/simd/wasm:
// {relaxed, plain} SIMD x {threads, single}. `npm run build:kernels`.
import { mkdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import asc from 'assemblyscript/asc';
import { runTool } from './runTool';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const outDir = path.join(root, 'src/engine/simd/wasm');
// Node 20 has relaxed SIMD behind a flag; browsers do not.
setFlagsFromString('--experimental-wasm-relaxed-simd');

type Simd = 'relaxed' | 'plain';
type Threading = 'threads' | 'single';
const modules: readonly (readonly [Simd, Threading])[] = [
  ['relaxed', 'threads'],
  ['relaxed', 'single'],
  ['plain', 'threads'],
  ['plain', 'single'],
];

const common = [
  'kernels/index.ts',
  '--baseDir',
  root,
  '--runtime',
  'stub',
  '--importMemory',
  '--noExportMemory',
  '--memoryBase',
  '8192',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
  '--optimizeLevel',
  '3',
  '--shrinkLevel',
  '0',
  '--disableWarning',
  '112',
  '--noAssert',
  '--uncheckedBehavior',
  'always',
  '--enable',
  'simd',
  '--enable',
  'bulk-memory',
];

/** Compiles one module and returns its size in bytes. */
async function build(simd: Simd, threading: Threading): Promise<number> {
  const outFile = path.join(outDir, `${simd}-${threading}.wasm`);
  const flags = [...common, '--outFile', outFile];
  if (simd === 'relaxed') flags.push('--enable', 'relaxed-simd');
  if (threading === 'threads') flags.push('--enable', 'threads', '--sharedMemory');
  else flags.push('--disable', 'threads');
  const { error, stdout, stderr } = await asc.main(flags);
  if (error) throw new Error(`asc failed for ${simd}-${threading}: ${error.message}\n${stderr.toString()}`);
  process.stdout.write(stdout.toString() + stderr.toString());
  const bytes = await readFile(outFile);
  const module = new WebAssembly.Module(bytes);
  const strange = WebAssembly.Module.imports(module).filter((one) => one.name !== 'memory');
  if (strange.length > 0) throw new Error(`unexpected imports: ${strange.map((one) => one.name).join(', ')}`);
  return bytes.length;
}

async function buildTimed(simd: Simd, threading: Threading): Promise<void> {
  const start = performance.now();
  const size = await build(simd, threading);
  console.log(`${simd}-${threading}.wasm  ${size} bytes  ${Math.round(performance.now() - start)} ms`);
}

/** The modules side by side, each in a process of its own: the compiler takes one core. Resolves to whether all are built. */
async function buildAll(): Promise<boolean> {
  const left = modules.map(([simd, threading]) => `${simd}-${threading}`);
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift())
      if ((await runTool(`tsx scripts/buildKernels.ts ${name}`)) !== 0) failed.push(name);
  };
  await Promise.all(Array.from({ length: Math.min(left.length, availableParallelism()) }, work));
  return failed.length === 0;
}

// Names on the command line build only those (`relaxed-threads plain-single`).
const only = process.argv.slice(2);
await mkdir(outDir, { recursive: true });
if (only.length === 0) process.exitCode = (await buildAll()) ? 0 : 1;
for (const [simd, threading] of modules)
  if (only.includes(`${simd}-${threading}`)) await buildTimed(simd, threading);
