// The package ganvas from its tarball, in an empty folder: it serves the page, and trains and exports as the checkout does.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readDockerfile } from '../../scripts/package/dockerfile';
import { pageHeaders } from '../../vite/pageHeaders';
import { expect, test } from '../support/stories';

const run = promisify(execFile);
const QUERY =
  'dataset=synthetic-digits&dataset.size=200&model=dcgan-light&batch=8&measureEvery=0&seed=3&steps=2&threads=2';

/** Starts the command in a folder. @returns the address that it prints, and what ends it */
async function served(folder: string, bin: string) {
  const child = spawn(process.execPath, [bin, '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const end = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Ganvas is served at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(line)?.[1];
    if (url !== undefined) return { url, end };
  }
  throw new Error('The command ended without an address.');
}

test('the package serves, trains and exports from its tarball in an empty folder', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('empty');
  await mkdir(folder, { recursive: true });
  await run(process.execPath, ['--import', 'tsx', 'scripts/packPackage.ts']);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, './build/package']);
  const [{ filename }]: { filename: string }[] = JSON.parse(stdout);
  await writeFile(join(folder, 'package.json'), '{}');
  const quiet = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...quiet, `./${filename}`], { cwd: folder });
  expect(await readdir(join(folder, 'node_modules')), 'nothing but the package').toEqual([
    '.bin',
    '.package-lock.json',
    'ganvas',
  ]);
  const bin = join(folder, 'node_modules', '.bin', 'ganvas');
  const ganvas = (...args: readonly string[]) => run(bin, args, { cwd: folder });

  await test.step('starts from where its Dockerfile puts it', async () => {
    const unpacked = join(folder, 'node_modules', 'ganvas');
    const argsOf = (wanted: string): readonly string[] =>
      instructions.find(({ word }) => word === wanted)?.args ?? [];
    const instructions = readDockerfile(await readFile(join(unpacked, 'Dockerfile'), 'utf8'));
    const [source, place] = argsOf('COPY');
    const copied = testInfo.outputPath('container');
    await cp(join(unpacked, source), copied, { recursive: true });
    const [, script] = argsOf('ENTRYPOINT');
    const { stdout: said } = await run(process.execPath, [script.replace(place, copied), '--version']);
    const { version }: { version: string } = JSON.parse(
      await readFile(join(unpacked, 'package.json'), 'utf8'),
    );
    expect(said.trim()).toBe(version);
  });

  await test.step('serves the page', async () => {
    const { url, end } = await served(folder, bin);
    const answer = await fetch(url);
    for (const [name, value] of Object.entries(pageHeaders()))
      expect(answer.headers.get(name), name).toBe(value);
    const asset = /assets\/page-[\w-]+\.js/.exec(await answer.text())?.[0] ?? '';
    const script = await fetch(`${url}${asset}`);
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('Content-Encoding')).toBe('gzip');
    expect(await script.text()).toBe(await readFile(join('dist', asset), 'utf8'));
    expect((await fetch(`${url}..%2fpackage.json`)).status).toBe(404);
    await page.goto(url);
    await expect(page.getByRole('button', { name: 'Train', exact: true }).first()).toBeVisible();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await end(), 'ends when it is told to').toBe(0);
  });

  await test.step('trains to the bits of the checkout, and exports', async () => {
    const headless = ['--import', 'tsx', 'scripts/headless.ts', QUERY, '--engine', 'node'];
    const ours = join(folder, 'ours');
    const [{ stdout: said }] = await Promise.all([
      ganvas('train', QUERY, '--out', 'run', '--samples', '8'),
      run(process.execPath, [...headless, '--out', ours, '--samples', '8']),
    ]);
    expect(said).toContain('2 steps on WebAssembly relaxed');
    const samples = (of: string): Promise<Buffer> => readFile(join(of, 'samples.idx3-ubyte.gz'));
    expect((await samples(join(folder, 'run'))).equals(await samples(ours))).toBe(true);
    const made = await ganvas(
      'export',
      'run/run.zip',
      '--format',
      'tflite',
      '--variant',
      'int8',
      '--out',
      'files',
    );
    expect(made.stdout).toMatch(/\.tflite \(\d+ bytes\) in .*; run by LiteRT.* on \d+ inputs/);
  });

  await test.step('names what it does not know, with the way out', async () => {
    const refused = (...args: readonly string[]) => expect(ganvas(...args)).rejects;
    await refused('--prot', '1').toMatchObject({
      code: 2,
      stderr: expect.stringContaining("'--prot'. To serve"),
    });
    await refused('serve').toMatchObject({ code: 2, stderr: expect.stringContaining('ganvas --help') });
    await refused('export', 'run/run.zip', '--format', 'x', '--out', 'files').toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--format is x; give .*tflite/),
    });
  });
});
