import { afterEach, describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/buildGraph';
import { runFloatGraph } from '../graph/floatReference';
import type { SimdModule } from '../engine/simd/module';
import {
  AN12954_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../testing/exportModels';
import { loadTestModule } from '../testing/simdModule';
import { GraphRunner } from './graphRunner';

let module: SimdModule | undefined;
afterEach(() => module?.dispose());

const graphs = {
  'tiny generator': TINY_GENERATOR,
  'tiny discriminator': TINY_DISCRIMINATOR,
  'dcgan-light': LIGHT_GENERATOR,
  depthwise: DEPTHWISE_GENERATOR,
  'lw-gan': LW_GENERATOR,
  'dcgan-an12954': AN12954_GENERATOR,
};

describe.each([
  ['relaxed', 1],
  ['relaxed', 2],
  ['plain', 1],
] as const)('%s, %i thread(s)', (simd, threads) => {
  it.each(Object.entries(graphs))('%s draws what the reference draws', async (_, spec) => {
    module = await loadTestModule({ threads, relaxed: simd === 'relaxed' ? 'on' : 'off' });
    const graph = buildGraph(spec, seededWeights(spec, 5));
    const runner = new GraphRunner(module, graph);
    for (const rows of [1, 3, 1]) {
      const inputs = seededInputs(spec, rows, 20 + rows);
      const drawn = runner.run(inputs, rows);
      const expected = runFloatGraph(graph, inputs, rows);
      const size = Math.max(1, ...expected.map(Math.abs));
      const worst = Math.max(...drawn.map((v, i) => Math.abs(v - expected[i])));
      expect(worst / size).toBeLessThan(2e-5);
    }
    runner.dispose();
    expect(module.heap.used).toBe(0);
  });
});

it('draws each row by itself: ten at once are the ten one by one, and memory stays flat', async () => {
  module = await loadTestModule();
  const graph = buildGraph(LIGHT_GENERATOR, seededWeights(LIGHT_GENERATOR, 5));
  const runner = new GraphRunner(module, graph);
  const inputs = seededInputs(LIGHT_GENERATOR, 10);
  const together = runner.run(inputs, 10);
  runner.run(inputs, 1);
  const { used } = module.heap;
  for (let row = 0; row < 10; row++) {
    const alone = runner.run(inputs.subarray(row * 64), 1);
    for (let i = 0; i < 784; i++) expect(Math.abs(alone[i] - together[row * 784 + i])).toBeLessThan(1e-5);
  }
  for (let i = 0; i < 200; i++) runner.run(inputs, i % 2 ? 10 : 1);
  expect(module.heap.used).toBe(used);
  for (const rows of [2, 3, 4, 5, 6, 7, 10, 1]) runner.run(seededInputs(LIGHT_GENERATOR, rows), rows);
  expect(runner.memoryBytes).toBeLessThan(8 * 2 ** 20);
});
