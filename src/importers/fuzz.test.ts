import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/buildGraph';
import { calibrate } from '../graph/calibration';
import { runFloatGraph } from '../graph/floatReference';
import { quantizeGraph } from '../graph/int8Graph';
import { encodeSnapshot, decodeSnapshot } from '../checkpoints/format';
import { GanvasError } from '../core/errors';
import { chain, resolveNetwork, type NetworkSpec } from '../core/network';
import { crc32 } from '../core/crc32';
import { createRandom } from '../core/random';
import { findModelExporter } from '../exporters/models';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { fixtureSnapshot, fixtureVocabulary } from '../testing/runFixture';
import type { GivenFile } from './define';
import { openModel } from './index';
import { processorMs } from '../testing/processorTime';

/** Small enough to be damaged at every few bytes. */
const SPEC: NetworkSpec = chain(
  'generator',
  [5],
  [
    { kind: 'dense', units: 8 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 },
    { kind: 'reshape', shape: [2, 2, 2] },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 2, kernel: 3 },
    { kind: 'conv2dTranspose', filters: 1, kernel: 3, stride: 2 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

const none: NetworkSpec = chain('discriminator', [8, 8, 1], []);

async function exported(exporter: string, variant: string): Promise<GivenFile[]> {
  const weights = seededWeights(SPEC, 2);
  const graph = buildGraph(SPEC, weights);
  const ranges = () => calibrate(graph, seededInputs(SPEC, 8), 8, 'min-max', runFloatGraph);
  const { files } = await findModelExporter(exporter).write(
    {
      name: 'mine',
      generator: { spec: SPEC, weights },
      discriminator: { spec: none, weights: new Map() },
      graph,
      int8: async (bits) => quantizeGraph(graph, await ranges(), bits),
    },
    variant,
  );
  return Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }));
}

const asZip = (files: readonly GivenFile[]): GivenFile => ({
  name: 'model.zip',
  bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))),
});

/** Processor time for the worst of them: sizes are checked before memory is taken or bytes are unpacked. */
const MOST_MS = 2000;

/** Opens what may be broken: a named error or a network that holds together, and neither after much work nor by accident. */
async function survives(files: readonly GivenFile[]): Promise<string> {
  const start = processorMs();
  let outcome: string;
  try {
    const { imported, weights } = await openModel(files);
    for (const layer of resolveNetwork(imported.network)) {
      for (const { role, shape } of layer.weights) {
        const values = weights.get(`${layer.name}/${role}`)?.values;
        expect(values?.length).toBe(shape.reduce((product, side) => product * side, 1));
      }
    }
    outcome = 'opened';
  } catch (error) {
    if (!(error instanceof GanvasError)) throw error;
    expect(error.hint).not.toBe('');
    outcome = error.name;
  }
  expect(processorMs() - start).toBeLessThan(MOST_MS);
  return outcome;
}

const flipped = (bytes: Uint8Array, at: number, bits: number): Uint8Array => {
  const changed = bytes.slice();
  changed[at] ^= bits;
  return changed;
};

describe.each([
  ['tfjs', 'tfjs', 'uint8', (files: GivenFile[]) => files],
  ['tfjs in a zip', 'tfjs', 'float32', (files: GivenFile[]) => [asZip(files)]],
  ['.h5', 'keras', 'h5', ([h5]: GivenFile[]) => [h5]],
  ['.keras', 'keras', 'keras', ([keras]: GivenFile[]) => [keras]],
  ['.tflite', 'tflite', 'float32', (files: GivenFile[]) => files],
  ['.tflite, 4 bits', 'tflite', 'int4', (files: GivenFile[]) => files],
  ['.tflite, integers', 'tflite', 'int8', (files: GivenFile[]) => files],
  ['.onnx', 'onnx', 'float32', (files: GivenFile[]) => files],
  ['.onnx, integers', 'onnx', 'int8', (files: GivenFile[]) => files],
  ['model.bin', 'native', 'int8', (files: GivenFile[]) => files],
  ['.npz', 'pytorch', 'npz', (files: GivenFile[]) => files.filter(({ name }) => name === 'generator.npz')],
] as const)('%s', (_, exporter, variant, pick) => {
  it('is refused by name when it is cut off anywhere', async () => {
    const files = pick(await exported(exporter, variant));
    expect(await survives(files)).toBe('opened');
    const [first, ...others] = files;
    const step = Math.max(1, Math.floor(first.bytes.length / 120));
    for (let length = 0; length < first.bytes.length; length += step) {
      const outcome = await survives([{ ...first, bytes: first.bytes.subarray(0, length) }, ...others]);
      expect(`${length}: ${outcome}`).not.toBe(`${length}: opened`);
    }
    for (const [i, other] of others.entries()) {
      const cut = others.with(i, { ...other, bytes: other.bytes.subarray(0, other.bytes.length - 1) });
      expect(await survives([first, ...cut])).not.toBe('opened');
    }
  });

  it('never crashes or hangs on changed bytes', async () => {
    const [first, ...others] = pick(await exported(exporter, variant));
    const random = createRandom(9, first.bytes.length);
    const outcomes = new Set<string>();
    for (let i = 0; i < 400; i++) {
      // Tables stand at the ends of these formats as often as at their starts.
      const at = random.int(first.bytes.length);
      const bits = [1, 0x80, 0xff, 1 << random.int(8)][i % 4];
      outcomes.add(await survives([{ ...first, bytes: flipped(first.bytes, at, bits) }, ...others]));
    }
    expect(outcomes.size).toBeGreaterThan(1);
  });
});

it('a damaged .h5 inside a sound .keras is refused by name', async () => {
  const [keras] = await exported('keras', 'keras');
  const parts = unzipSync(keras.bytes);
  const h5 = parts['model.weights.h5'];
  const outcomes = new Set<string>();
  for (let at = 0; at < h5.length; at += 37) {
    const bytes = zipSync({ ...parts, 'model.weights.h5': flipped(h5, at, 0xff) }, { level: 0 });
    outcomes.add(await survives([{ name: 'x.keras', bytes }]));
  }
  expect(outcomes).toContain('DamagedModelError');
});

it('a model.bin that was changed with its checksum is refused by name, or opens whole', async () => {
  const [file] = await exported('native', 'int8');
  const random = createRandom(11, file.bytes.length);
  const outcomes = new Set<string>();
  for (let i = 0; i < 1500; i++) {
    const bytes = flipped(file.bytes, 16 + random.int(file.bytes.length - 16), [1, 0x80, 0xff, 4][i % 4]);
    new DataView(bytes.buffer).setUint32(12, crc32(bytes.subarray(16)), true);
    outcomes.add(await survives([{ ...file, bytes }]));
  }
  expect(outcomes).toContain('opened');
  expect(outcomes).toContain('DamagedModelError');
});

it.each([
  ['a description of another version', { version: 2 }, /version 2; version 1 of ganvas-network is known/],
  [
    'a network of two inputs',
    { network: { inputs: [1, 2].map((i) => ({ name: `i${i}`, shape: [2] })), nodes: [], outputs: ['i1'] } },
    /2 inputs and 1 outputs/,
  ],
  [
    'a layer that there is none of',
    {
      network: {
        inputs: [{ name: 'z', shape: [2] }],
        nodes: [{ id: 'a', kind: 'fold', from: ['z'] }],
        outputs: ['a'],
      },
    },
    /fold/,
  ],
  [
    'a layer without its weights',
    {
      network: {
        inputs: [{ name: 'z', shape: [2] }],
        nodes: [{ id: 'a', kind: 'dense', units: 9e8, from: ['z'] }],
        outputs: ['a'],
      },
    },
    /weight is missing|shape|units/,
  ],
] as const)('an .npz with %s is refused', async (_, changes, message) => {
  const described = { format: 'ganvas-network', version: 1, network: {}, ...changes };
  const bytes = zipSync({
    'a.bias.npy': new Uint8Array(),
    'network.json': strToU8(JSON.stringify(described)),
  });
  await expect(openModel([{ name: 'a.npz', bytes }])).rejects.toThrow(message);
});

it('an .npz without a description names its arrays, and PyTorch’s own file says what it is', async () => {
  const npz = zipSync({ 'fc.weight.npy': new Uint8Array(200), 'fc.bias.npy': new Uint8Array(200) });
  await expect(openModel([{ name: 'a.npz', bytes: npz }])).rejects.toThrow(
    /2 arrays alone \(fc\.weight, fc\.bias\)/,
  );
  const pth = zipSync({ 'archive/data.pkl': new Uint8Array(20), 'archive/data/0': new Uint8Array(20) });
  await expect(openModel([{ name: 'g.pth', bytes: pth }])).rejects.toThrow(/g\.pth is PyTorch’s own file/);
});

it('a zip that would unpack to more than memory holds is refused before it is unpacked', async () => {
  const small = zipSync({ 'model.json': new Uint8Array(3_000_000) });
  const view = new DataView(small.buffer);
  const directory = small.length - 22 - (46 + 'model.json'.length);
  view.setUint32(directory + 24, 0xf0000000, true); // claims 4 GB
  await expect(openModel([{ name: 'bomb.zip', bytes: small }])).rejects.toThrow(/unpacks to more than/);
});

it.each([
  ['nothing', new Uint8Array(), /There is no model/],
  ['a letter', strToU8('Dear reader, this is no model.'), /44 65 61 72/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /89 50 4e 47/],
  ['other JSON', strToU8('{"name": "package"}'), /no TensorFlow.js model/],
  ['a graph model', strToU8('{"format": "graph-model"}'), /graph model/],
] as const)('%s is refused with what it is', async (_, bytes, message) => {
  await expect(openModel([{ name: 'strange', bytes }])).rejects.toThrow(message);
});

it('a run whose imported network is tampered with is refused', () => {
  const network = SPEC;
  const tensors = [...seededWeights(SPEC, 2)].map(([name, w]) => ({ name: `generator/${name}`, ...w }));
  const imported = { fileName: 'a.h5', format: 'Keras .h5', notes: ['a note'], network };
  const run = fixtureSnapshot({ tensors, imported });
  const zip = encodeSnapshot(run);
  expect(decodeSnapshot(zip, fixtureVocabulary).imported).toMatchObject({
    fileName: 'a.h5',
    notes: ['a note'],
  });
  const parts = unzipSync(zip);
  const header = new TextDecoder().decode(parts['run.json']);
  for (const [from, to] of [
    ['"units": 8', '"units": 800000000'],
    ['"kind": "upsample"', '"kind": "explode"'],
    ['"name": "input"', '"name": "other"'],
    ['"id": "upsample_1"', '"id": "dense_1"'],
    ['"outputs": [', '"outputs": ["nothing", '],
    ['"stride": 2', '"stride": 2, "dilation": 2'],
  ]) {
    expect(header).toContain(from);
    const changed = zipSync({ ...parts, 'run.json': strToU8(header.replace(from, to)) }, { level: 0 });
    expect(() => decodeSnapshot(changed, fixtureVocabulary)).toThrow(/damaged/);
  }
});
