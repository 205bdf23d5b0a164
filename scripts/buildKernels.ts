// Compiles kernels/ with AssemblyScript into the modules of src/engine/simd/wasm: {relaxed, plain} SIMD x {threads, single, and
// draw: what an exported generator takes along, on one thread}. `single` is `threads` upon a memory of its own.
// `npm run build:kernels`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { repositoryRoot, runTool } from './runTool';
import { unsharedMemory } from './unsharedMemory';

const OUT_FOLDER = 'src/engine/simd/wasm';
// Node 20 has relaxed SIMD behind a flag; browsers do not.
setFlagsFromString('--experimental-wasm-relaxed-simd');

type Simd = 'relaxed' | 'plain';
type Purpose = 'threads' | 'draw';
const modules: readonly (readonly [Simd, Purpose])[] = [
  ['relaxed', 'threads'],
  ['plain', 'threads'],
  ['relaxed', 'draw'],
  ['plain', 'draw'],
];

const FLAGS =
  ' --baseDir . --runtime stub --importMemory --noExportMemory --memoryBase 8192 --initialMemory 1' +
  ' --maximumMemory 65536 --optimizeLevel 3 --shrinkLevel 0 --disableWarning 112 --noAssert --uncheckedBehavior always' +
  ' --enable simd --enable bulk-memory';
const FLAGS_OF = {
  relaxed: ' --enable relaxed-simd',
  plain: '',
  threads: 'kernels/index.ts --enable threads --sharedMemory',
  draw: 'kernels/draw.ts --disable threads',
} as const;

/**
 * Compiles one module by the compiler's own command: a third of the time that it takes from within a process of tsx,
 * which rewrites the compiler's ten megabytes first. @throws Error when it fails, or when the module asks for more than memory
 */
async function build(simd: Simd, purpose: Purpose): Promise<void> {
  const start = performance.now();
  const file = `${OUT_FOLDER}/${simd}-${purpose}.wasm`;
  const status = await runTool(`asc ${FLAGS_OF[purpose]}${FLAGS}${FLAGS_OF[simd]} --outFile ${file}`);
  if (status !== 0) throw new Error(`asc ended with ${status} for ${file}.`);
  const bytes = await readFile(`${repositoryRoot}/${file}`);
  accept(file, bytes, start);
  if (purpose !== 'threads') return;
  const single = `${OUT_FOLDER}/${simd}-single.wasm`;
  const unshared = unsharedMemory(bytes);
  await writeFile(`${repositoryRoot}/${single}`, unshared);
  accept(single, unshared, start);
}

/** Says what was made. @throws Error when the module asks for more than memory */
function accept(file: string, bytes: Uint8Array<ArrayBuffer>, start: number): void {
  const strange = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(
    ({ name }) => name !== 'memory',
  );
  if (strange.length > 0) throw new Error(`${file} imports ${strange.map(({ name }) => name).join(', ')}.`);
  console.log(`${file}  ${bytes.length} bytes  ${Math.round(performance.now() - start)} ms`);
}

// Side by side: the compiler takes one core.
await mkdir(`${repositoryRoot}/${OUT_FOLDER}`, { recursive: true });
const left = [...modules];
const work = async (): Promise<void> => {
  for (let next = left.shift(); next; next = left.shift()) await build(...next);
};
await Promise.all(Array.from({ length: Math.min(left.length, availableParallelism()) }, work));
