import { inputShape } from '../../core/network';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../graph/buildGraph';
import { runFloatGraph } from '../../graph/floatReference';
import { difference } from '../../testing/exportEngine';
import {
  AN12954_SMALL_DISCRIMINATOR,
  AN12954_SMALL_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../../testing/exportModels';
import { drawnByTorch } from '../../testing/pythonDraws';
import { pythonMisses } from '../../testing/tools';
import { torchScript, torchWeights } from './script';

const missing = pythonMisses('torch', 'python3-torch') ?? pythonMisses('numpy', 'python3-numpy');

describe.skipIf(missing).each([
  ['tiny generator', TINY_GENERATOR],
  ['tiny discriminator', TINY_DISCRIMINATOR],
  ['dcgan-light', LIGHT_GENERATOR],
  ['depthwise', DEPTHWISE_GENERATOR],
  ['lw-gan', LW_GENERATOR],
  ['dcgan-an12954 of 12 pixels', AN12954_SMALL_GENERATOR],
  ['dcgan-an12954 discriminator of 12 pixels', AN12954_SMALL_DISCRIMINATOR],
] as const)(`%s, run by PyTorch ${missing ?? ''}`, (_, spec) => {
  it('gives the same outputs', async () => {
    const weights = seededWeights(spec, 3);
    const inputs = seededInputs(spec, 2);
    const expected = runFloatGraph(buildGraph(spec, weights), inputs, 2);
    const files = {
      'network.py': torchScript(spec, weights, 'network.npz'),
      'network.npz': torchWeights(spec, weights),
    };
    const drawn = await drawnByTorch({ files, inputs, shape: inputShape(spec) });
    const size = Math.max(1, ...expected.map(Math.abs));
    expect(difference(drawn, expected).max / size).toBeLessThan(2e-5);
  });
});

it('names every weight as the script does', () => {
  const script = torchScript(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 1), 'generator.npz');
  expect(script).toContain('self.dense_1 = nn.Linear(16, 108, bias=False)');
  expect(script).toContain("'generator.npz'");
});
