// Whatever Export writes of any model opens again and draws the same, or says why its format cannot come back.
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { withWidths, widthSlots } from '../core/layerWidths';
import { chain, type NetworkSpec } from '../core/network';
import { defaultParams } from '../core/paramSpec';
import { modelExporters } from '../exporters/models';
import { models } from '../models';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { exportedWeights, exportJobOf } from '../testing/exportJob';
import { seededInputs, TINY_GENERATOR } from '../testing/exportModels';
import type { GivenFile } from './define';
import { openModel } from './index';

const ROWS = 8;
const COMES_BACK = ['tflite', 'tfjs', 'keras', 'onnx'];
const ONE_WAY: Readonly<Record<string, RegExp>> = {
  'tflite-array': /is C source, which only a compiler reads/,
  c: /is C source, which only a compiler reads/,
  native: /a model for the native runner/,
  pytorch: /is PyTorch: a program with its numbers/,
};

beforeAll(startTestEngine);

const jobOf = (spec: NetworkSpec) => exportJobOf(spec, 32);

const given = (files: Readonly<Record<string, Uint8Array | string>>): GivenFile[] =>
  Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }));

/** The generator of a model with four channels a layer. */
function tiny(model: (typeof models)[number]): NetworkSpec {
  const spec = model.buildGenerator([28, 28, 1], defaultParams(model.params), 10);
  const slots = widthSlots(spec);
  const last = slots.length - 1;
  return withWidths(
    spec,
    slots.map(({ channels }, i) => (i === last ? channels : Math.min(4, channels))),
  );
}

/** Noise to an image over a normalization of each example by itself. */
const normalized = (kind: 'layerNorm' | 'instanceNorm'): NetworkSpec =>
  chain(
    'generator',
    [6],
    [
      { kind: 'dense', units: 64 },
      { kind: 'reshape', shape: [4, 4, 4] },
      { kind },
      { kind: 'activation', fn: 'relu' },
      { kind: 'conv2dTranspose', filters: 3, kernel: 4, stride: 2 },
      { kind: 'activation', fn: 'tanh' },
    ],
  );

const variantsOf = (id: string) =>
  modelExporters
    .filter((exporter) => exporter.id === id)
    .flatMap((exporter) => exporter.variants.map((variant) => ({ exporter, variant })));

const comingBack = COMES_BACK.flatMap(variantsOf);

it('knows of every format whether it comes back', () => {
  const known = [...COMES_BACK, ...Object.keys(ONE_WAY)];
  expect(known.toSorted()).toEqual(modelExporters.map(({ id }) => id).toSorted());
});

async function expectSame(spec: NetworkSpec, files: readonly GivenFile[], bound: number): Promise<void> {
  const { imported, weights } = await openModel(files);
  const inputs = seededInputs(spec, ROWS);
  const expected = engineOutput(spec, exportedWeights(spec), inputs, ROWS);
  expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.05);
  const drawn = engineOutput(imported.network, weights, inputs, ROWS);
  expect(drawn).toHaveLength(expected.length);
  expect(difference(drawn, expected).mean).toBeLessThan(bound);
}

describe.each(models.map((model) => [model.id, tiny(model)] as const))('%s', (_, spec) => {
  it.each(comingBack.map(({ exporter, variant }) => [exporter.id, variant.id, exporter, variant] as const))(
    '%s, %s',
    async (_format, _variant, exporter, variant) => {
      const { files } = await exporter.write(jobOf(spec), variant.id);
      await expectSame(spec, given(files), variant.meanBound);
    },
  );
});

describe.each([
  ['layer normalization', normalized('layerNorm'), 1e-5],
  ['instance normalization', normalized('instanceNorm'), 1e-5],
] as const)('%s', (_, spec, bound) => {
  it.each(['float32', 'float16', 'dynamic-int8', 'int4'])('tflite, %s', async (id) => {
    const [found] = variantsOf('tflite').filter(({ variant }) => variant.id === id);
    const { files } = await found.exporter.write(jobOf(spec), id);
    await expectSame(spec, given(files), id === 'float32' ? bound : found.variant.meanBound);
  });
});

describe.each(Object.entries(ONE_WAY))('%s does not come back', (id, reason) => {
  it.each(variantsOf(id).map(({ exporter, variant }) => [variant.id, exporter] as const))(
    '%s, and says why',
    async (variant, exporter) => {
      const { files } = await exporter.write(jobOf(TINY_GENERATOR), variant);
      await expect(openModel(given(files))).rejects.toThrow(reason);
      const parts = Object.fromEntries(given(files).map(({ name, bytes }) => [name, bytes]));
      const zip = { name: 'export.zip', bytes: zipSync({ ...parts, 'model-card.md': strToU8('# card') }) };
      await expect(openModel([zip])).rejects.toThrow(reason);
    },
  );
});
