// Runs without a browser, by the command that a person types: the same bits as the worker's, on any number of threads.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decodeSnapshot } from '../src/checkpoints/format';
import { readRunConfig } from '../src/core/runConfig';
import { TINY_LW } from '../src/testing/everyModelRuns';
import { openNodeWorker } from '../src/testing/nodeWorker';
import { TEST_PATIENCE_MS } from '../src/testing/patience';
import { standingBits, takeSteps } from '../src/testing/runBits';
import { inTemporaryFolder, runProgram } from '../src/testing/tools';
import { catalogue } from '../src/worker/catalogue';
import { repositoryRoot } from './runTool';

const TSX = join(repositoryRoot, 'node_modules', '.bin', 'tsx');
const STEPS = 5;
const SETTINGS = { ...TINY_LW, seed: 3, emaDecay: 0.9, steps: STEPS };

const headless = (...args: readonly string[]): Promise<string> =>
  runProgram(TSX, [join(repositoryRoot, 'scripts', 'headless.ts'), ...args], repositoryRoot);

it('trains, exports and hands over to PyTorch as the worker does', { timeout: TEST_PATIENCE_MS }, () =>
  inTemporaryFolder(async (_, out) => {
    const query = Object.entries({ ...SETTINGS, threads: 1 }).map(([name, value]) => `${name}=${value}`);
    const said = await headless(query.join('&'), '--engine', 'node', '--out', out, '--samples', '16');
    expect(said).toContain(`${STEPS} steps on WebAssembly`);
    const zip = Uint8Array.from(await readFile(join(out, 'run.zip')));
    const worker = await openNodeWorker('relaxed', 2);
    await worker.client.request('run/start', { config: readRunConfig(SETTINGS, catalogue), unsaved: true });
    await takeSteps(worker, STEPS);
    const bits = await standingBits(worker);
    const file = new File([zip], 'run.zip');
    const { id } = await worker.client.request('runs/import', { files: [{ name: file.name, file }] });
    await worker.client.request('run/open', { id });
    expect(await standingBits(worker)).toEqual(bits);
    await worker.close();
    expect(decodeSnapshot(zip, catalogue).history).toHaveLength(STEPS);
    const run = join(out, 'run.zip');
    expect(await headless('export', run, '--format', 'tflite', '--variant', 'int8', '--out', out)).toMatch(
      /\.tflite \(\d+ bytes\) in .*; run by LiteRT.* on 64 inputs/,
    );
    const elsewhere = join(out, 'elsewhere');
    expect(await headless('continue', run, '--out', elsewhere)).toContain('python3 train.py --steps 10');
    const parts = ['images.npy', 'run.json', 'train.py', 'weights.npz'];
    expect(await readdir(elsewhere)).toEqual(expect.arrayContaining(parts));
  }),
);
