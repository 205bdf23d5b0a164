// Opens changed files of every format that the Runs page imports: whatever they hold, a network that holds together comes of
// them, or a named error, in little time and memory. Run by scripts/fuzzImports.ts.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { decodeSnapshot } from '../checkpoints/format';
import { GanvasError } from '../core/errors';
import { resolveNetwork, volume } from '../core/network';
import { createRandom } from '../core/random';
import { modelExporters } from '../exporters/models';
import { openModel } from '../importers';
import { isRunZip } from '../importers/runZip';
import { catalogue } from '../worker/catalogue';
import { checkRunFits } from '../worker/runFits';
import { branchedGenerator } from './branchedModels';
import { exportJobOf } from './exportJob';
import { TINY_GENERATOR } from './exportModels';
import { mutated } from './mutations';

interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Longest time of one file, in milliseconds, while other programs run too. */
const MOST_MS = 10_000;
/** What JavaScript says of a fault of the program, which a reader may have passed on as one of the file. */
const BY_ACCIDENT =
  /undefined|\[object|is not (a function|iterable|a constructor)|Cannot (read|mix|convert)|Invalid (typed )?(array|string|count)|out(side| of) (the )?bounds|Maximum call|asks for more than this page can hold|gave no memory|BigInt/i;
const MOST_BYTES = 2 ** 18;

async function seedFiles(): Promise<readonly Seed[]> {
  const seeds: Seed[] = [];
  for (const spec of [TINY_GENERATOR, branchedGenerator()]) {
    const job = { ...exportJobOf(spec, 4), input: null };
    for (const exporter of modelExporters) {
      for (const { id } of exporter.variants) {
        const files = await exporter.write(job, id).then(
          ({ files: made }) => made,
          () => ({}),
        );
        const parts = Object.entries(files).map(([name, content]): Seed => {
          const bytes = typeof content === 'string' ? strToU8(content) : content;
          return { name, bytes };
        });
        seeds.push(
          ...parts.filter(
            ({ name }) => /\.(tflite|onnx|h5|keras|npz|bin)$/.test(name) && name !== 'weights.bin',
          ),
        );
        if (exporter.id === 'tfjs')
          seeds.push({
            name: 'model.zip',
            bytes: zipSync(Object.fromEntries(parts.map((p) => [p.name, p.bytes]))),
          });
      }
    }
  }
  for (const folder of ['src/checkpoints/fixtures', 'src/importers/fixtures']) {
    const names = readdirSync(folder).filter((name) => /\.(zip|keras|tflite)$/.test(name));
    seeds.push(...names.map((name) => ({ name, bytes: Uint8Array.from(readFileSync(join(folder, name))) })));
  }
  return seeds.filter(({ bytes }) => bytes.length > 0 && bytes.length < MOST_BYTES);
}

async function openAny(file: Seed): Promise<string> {
  if (isRunZip(file)) {
    checkRunFits(decodeSnapshot(file.bytes, catalogue));
    return 'a run';
  }
  const { imported, weights } = await openModel([file]);
  for (const { name, weights: needed } of resolveNetwork(imported.network))
    for (const { role, shape } of needed) {
      const found = weights.get(`${name}/${role}`)?.values.length;
      if (found !== volume(shape)) throw new TypeError(`${name}/${role} has ${found} values`);
    }
  return 'a model';
}

/** @throws Error where a file brought something else than a network or a named error, or took too long */
export async function fuzzImports(count: number, seed: number, folder: string): Promise<void> {
  const seeds = await seedFiles();
  const random = createRandom(seed, 0xf022);
  const outcomes = new Map<string, number>();
  const broken: string[] = [];
  let [slowest, mostBytes] = [0, 0];
  for (let i = 0; i < count; i++) {
    const { name, bytes } = seeds[random.int(seeds.length)];
    const file = { name, bytes: mutated(bytes, random, seeds[random.int(seeds.length)].bytes) };
    const start = performance.now();
    let outcome: string;
    try {
      outcome = await openAny(file);
    } catch (error) {
      outcome = error instanceof Error ? error.constructor.name : typeof error;
      const isNamed = error instanceof GanvasError && error.hint !== '' && error.cause === undefined;
      if (!isNamed || BY_ACCIDENT.test(error.message)) {
        broken.push(
          `${i}-${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, `${seed}-${i}-${name}`), file.bytes);
      }
    }
    const took = performance.now() - start;
    if (took > MOST_MS) {
      broken.push(`${i}-${name}: took ${Math.round(took)} ms`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${seed}-${i}-${name}`), file.bytes);
    }
    [slowest, mostBytes] = [Math.max(slowest, took), Math.max(mostBytes, process.memoryUsage.rss())];
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const counted = [...outcomes].toSorted(([, a], [, b]) => b - a).map(([what, n]) => `${n} ${what}`);
  console.log(`${count} files of ${seeds.length} (seed ${seed}): ${counted.join(', ')}`);
  console.log(`slowest ${Math.round(slowest)} ms, most memory ${Math.round(mostBytes / 2 ** 20)} MB`);
  if (broken.length > 0) throw new Error(`${broken.length} broke:\n${broken.slice(0, 20).join('\n')}`);
}
