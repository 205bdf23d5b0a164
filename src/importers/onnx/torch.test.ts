// Generators as PyTorch's exporter writes them, of old and new sets of operators, open and draw what PyTorch draws.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { networkTotals } from '../../core/network';
import { transpose } from '../../graph/kernelLayouts';
import { difference, engineOutput, startTestEngine } from '../../testing/exportEngine';
import { inTemporaryFolder, pythonMisses } from '../../testing/tools';
import { runTorch } from '../../testing/torchPrograms';
import { onnxImporter } from './importer';

beforeAll(startTestEngine);

const ROWS = 3;
const CASES = ['dcgan', 'mlp', 'upsampling', 'odd', 'block', 'chunk'];
const missing = pythonMisses('torch', 'python3-torch');

it.skipIf(missing)(`opens what PyTorch exports ${missing ?? ''}`, async () => {
  await inTemporaryFolder(async (write) => {
    const folder = dirname(await write('begun', ''));
    const script = join(import.meta.dirname, 'writeTorch.py');
    await runTorch([script, folder]);
    const floats = async (name: string) =>
      new Float32Array((await readFile(join(folder, name))).slice().buffer);
    for (const name of CASES) {
      const [inputs, drawn] = await Promise.all([floats(`${name}.in`), floats(`${name}.out`)]);
      for (const set of [9, 13, 16]) {
        const bytes = new Uint8Array(await readFile(join(folder, `${name}.${set}.onnx`)));
        const read = async () => onnxImporter.read({ name: `${name}.onnx`, bytes }, []);
        // Before set 11 bilinear resizing took corners; PyTorch warns that it does not mean what it writes there.
        if (name === 'upsampling' && set === 9) {
          await expect(read()).rejects.toThrow(
            /\(Upsample\) cannot be opened: it interpolates by linear and asymmetric/,
          );
          continue;
        }
        const { network, weights } = await read();
        const [height, width, channels] = networkTotals(network).output;
        const expected = transpose(drawn, [ROWS, channels, height, width], [0, 2, 3, 1]);
        const found = engineOutput(network, weights, inputs, ROWS);
        expect(found).toHaveLength(expected.length);
        expect(difference(found, expected).max, `${name}, set ${set}`).toBeLessThan(5e-6);
      }
    }
  });
});
