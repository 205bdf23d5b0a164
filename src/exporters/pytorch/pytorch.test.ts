import { execFileSync } from 'node:child_process';
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
import { inTemporaryFolder, pythonMisses } from '../../testing/tools';
import { torchScript, torchWeights } from './script';

const missing = pythonMisses('torch', 'python3-torch') ?? pythonMisses('numpy', 'python3-numpy');

const RUN = `
import json, os, sys
sys.path.insert(0, os.path.dirname(sys.argv[1]))
import numpy as np, torch, network
torch.set_num_threads(1)
x = torch.from_numpy(np.fromfile(sys.argv[1], '<f4').reshape((-1, *json.loads(sys.argv[2]))))
with torch.no_grad(): print(network.load()(x).contiguous().numpy().astype('<f4').tobytes().hex())
`;

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
    const drawn = await inTemporaryFolder(async (write) => {
      await write('network.py', torchScript(spec, weights, 'network.npz'));
      await write('network.npz', torchWeights(spec, weights));
      const data = await write('inputs', new Uint8Array(inputs.buffer));
      const args = ['-c', RUN, data, JSON.stringify(inputShape(spec))];
      const hex = execFileSync('/usr/bin/python3', args, { encoding: 'utf8', maxBuffer: 2 ** 24 }).trim();
      return new Float32Array(Uint8Array.from(Buffer.from(hex, 'hex')).buffer);
    });
    const size = Math.max(1, ...expected.map(Math.abs));
    expect(difference(drawn, expected).max / size).toBeLessThan(2e-5);
  });
});

it('names every weight as the script does', () => {
  const script = torchScript(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 1), 'generator.npz');
  expect(script).toContain('self.dense_1 = nn.Linear(16, 108, bias=False)');
  expect(script).toContain("'generator.npz'");
});
