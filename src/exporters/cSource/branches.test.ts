// Graphs with branches as a C project and as model.bin: both draw, byte for byte, what the integer reference draws, and
// the program refuses files that say something else. Built natively, with sanitizers.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../core/crc32';
import { normalArray } from '../../core/random';
import type { NetworkSpec } from '../../core/network';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { inputShape, outputShape } from '../../graph/edges';
import { runFloatGraph } from '../../graph/floatReference';
import { volume, type ExportGraph } from '../../graph/graph';
import { quantizeGraph, type Int8Graph } from '../../graph/int8Graph';
import { runInt8Graph } from '../../graph/integerReference';
import { resnet } from '../../models/networks/resnet';
import {
  CLASS_GENERATOR,
  COMPOSED_GENERATOR,
  CURVED_GENERATOR,
  UNET_GENERATOR,
} from '../../testing/branchedModels';
import { residualGraph, singleNodeGraphs, unetGraph } from '../../testing/exportGraphs';
import { seededWeights } from '../../testing/exportModels';
import { readPng } from '../../testing/readPng';
import { commandMisses, inTemporaryFolder } from '../../testing/tools';
import { modelBinary } from '../native/binary';
import { nativeLatent } from '../native/latents';
import { cSourceFiles } from './files';

const NATIVE = fileURLToPath(new URL('../../../board/native', import.meta.url));
const SANITIZED = '-O1 -g -Werror -fsanitize=address,undefined -fno-sanitize-recover=all';
const IMAGES = 3;
const SEED = 1;
const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');

const trained = (spec: NetworkSpec): ExportGraph => buildGraph(spec, seededWeights(spec, 3));
const RESNET = { shape: [32, 32, 1], channels: 3, width: 6, depth: 2, blocks: 2 } as const;

async function quantized(graph: ExportGraph): Promise<Int8Graph> {
  const counts = graph.nodes[0].kind === 'embedding';
  const inputs = counts ? Float32Array.of(0, 1, 2, 3) : normalArray(4 * volume(inputShape(graph)), 6);
  return quantizeGraph(graph, await calibrate(graph, inputs, 4, 'min-max', runFloatGraph));
}

const inputOf = ({ graph }: Int8Graph) => ({ latent: volume(inputShape(graph)), classes: 0 });
const make = (folder: string, ...args: string[]): string =>
  execFileSync('make', ['-s', `CFLAGS=${SANITIZED}`, ...args], { cwd: folder, encoding: 'utf8' });

describe.skipIf(noGcc)(`branches, bit for bit as the integer reference ${noGcc ?? ''}`, () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'branches-'));
    make(folder, '-f', join(NATIVE, 'Makefile'), 'all');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const graphs: readonly (readonly [string, ExportGraph])[] = [
    ...Object.entries(singleNodeGraphs()),
    ['U-Net by hand', unetGraph()],
    ['residual network by hand', residualGraph()],
    ['residual network with layer normalization', residualGraph('layer')],
    ['residual network with instance normalization', residualGraph('instance')],
    ['U-Net', trained(UNET_GENERATOR)],
    ['every curve', trained(CURVED_GENERATOR)],
    ['kinds of several operators', trained(COMPOSED_GENERATOR)],
    ['a class', trained(CLASS_GENERATOR)],
    ['residual network', trained(resnet({ ...RESNET, normalization: 'batch' }))],
  ];

  // A project is compiled for each: normalizations are all in the kinds of several operators.
  it.each(graphs.filter(([name]) => !name.includes('normalization')))(
    '%s as a C project',
    async (_, graph) => {
      const q = await quantized(graph);
      await inTemporaryFolder(async (write, place) => {
        for (const [name, text] of Object.entries(cSourceFiles(q))) await write(name, text);
        const said = '10 images drawn, 0 differ from the exporting page, 0 could not be written';
        expect(make(place, 'run')).toContain(said);
      });
    },
  );

  const drawable = graphs.filter(([, graph]) => [1, 3].includes(outputShape(graph)[2]));

  it.each(drawable)('%s as model.bin', async (_, graph) => {
    const q = await quantized(graph);
    await writeFile(join(folder, 'model.bin'), modelBinary(q, inputOf(q)));
    const args = ['model.bin', '--count', String(IMAGES), '--seed', String(SEED)];
    execFileSync(join(folder, 'build/ganvas-infer'), args, { cwd: folder });
    for (let i = 0; i < IMAGES; i++) {
      const input = nativeLatent(inputOf(q), q.input, SEED, i, 0);
      const expected = Uint8Array.from(runInt8Graph(q, input, 1), (v) => v + 128);
      const png = await readFile(join(folder, `result_im_${i + 1}.png`));
      expect(readPng(png, outputShape(graph))).toEqual(expected);
    }
  });

  it.each([
    ['U-Net', unetGraph()],
    ['residual network with instance normalization', residualGraph('instance')],
  ])('%s: a file that is made up reads and writes nothing beside its memory', async (_, graph) => {
    const q = await quantized(graph);
    const whole = modelBinary(q, inputOf(q));
    expect(new TextDecoder().decode(whole.subarray(0, 7))).toBe('GANVAS2');
    const files: Uint8Array[] = [];
    const words = (64 + 108 * new DataView(whole.buffer).getUint32(16, true)) / 4;
    for (let word = 4; word < words; word++) {
      for (const value of [-5, 0, 2, 0x7fffffff]) {
        const made = whole.slice();
        const view = new DataView(made.buffer);
        view.setInt32(4 * word, value, true);
        view.setUint32(12, crc32(made.subarray(16)), true);
        files.push(new Uint8Array(Uint32Array.of(made.length).buffer), made);
      }
    }
    await writeFile(join(folder, 'all.bin'), Buffer.concat(files));
    const parts = ['tests/openAll.c', 'model.c', 'check.c', 'kernels.c'].map((name) => join(NATIVE, name));
    const flags = ['-std=c99', ...SANITIZED.split(' '), '-I', NATIVE, '-o', 'openAll'];
    execFileSync('gcc', [...flags, ...parts], { cwd: folder });
    const said = execFileSync(join(folder, 'openAll'), ['all.bin'], { cwd: folder, encoding: 'utf8' });
    const [refused, opened] = (said.match(/\d+/g) ?? []).map(Number);
    expect(refused + opened).toBe(files.length / 2);
    expect(refused).toBeGreaterThan(files.length / 8);
  });

  it('a version that is not known is refused as such', async () => {
    const q = await quantized(unetGraph());
    const made = modelBinary(q, inputOf(q));
    made.set(new TextEncoder().encode('GANVAS9'));
    await writeFile(join(folder, 'later.bin'), made);
    const open = () =>
      execFileSync(join(folder, 'build/ganvas-infer'), ['later.bin'], { cwd: folder, stdio: 'pipe' });
    expect(open).toThrow(/a version that this program does not know/);
  });
});
