// Test support: exported runs unpacked into folders and trained on by their own train.py, many in one Python process.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readHistory } from '../checkpoints/historyColumns';
import type { HistoryPoint } from '../core/history';
import { PROGRAM_PATIENCE_MS } from './patience';
import { ProgramFailedError, runProgram } from './tools';

export const PYTHON = '/usr/bin/python3';

/** Loads each folder's script as a module and runs it as the command line would; says which one failed. */
const DRIVER = `import importlib.util, json, os, sys, traceback
import torch
torch.set_num_threads(1)
for folder, arguments in json.load(open(sys.argv[1])):
    sys.argv = [os.path.join(folder, 'train.py'), *arguments]
    try:
        spec = importlib.util.spec_from_file_location('train', sys.argv[0])
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.run(module.read_options())
    except BaseException:
        print('FAILED in', folder, flush=True)
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
`;

/** Unpacks an exported folder at `folder`. */
export async function unpackFolder(zip: Uint8Array, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, bytes] of Object.entries(unzipSync(zip)))
    await writeFile(join(folder, basename(path)), bytes);
}

/** Trains unpacked folders one after the other; @returns what all of them printed */
export async function trainFolders(
  runs: readonly (readonly [folder: string, options: readonly string[]])[],
  at: string,
): Promise<string> {
  const [list, driver] = [join(at, 'runs.json'), join(at, 'driver.py')];
  await writeFile(list, JSON.stringify(runs));
  await writeFile(driver, DRIVER);
  return runProgram(PYTHON, [driver, list], at, PROGRAM_PATIENCE_MS + runs.length * 10_000);
}

/** The run file that a folder's script wrote. */
export const runFileOf = (folder: string): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(join(folder, 'out', 'run.zip')).then((bytes) => Uint8Array.from(bytes));

/** A program that goes on while the test does; `printed` rejects when it fails. */
export function startProgram(program: string, args: readonly string[]) {
  const child = spawn(program, args, { env: { ...process.env, OMP_NUM_THREADS: '1' } });
  let text = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const printed = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(text);
      else reject(new ProgramFailedError(`${program} ended with ${status}\n${text}\n${complaints}`));
    });
  });
  if (child.pid === undefined) throw new ProgramFailedError(`${program} could not be started`);
  return { pid: child.pid, printed };
}

/** The processes that a process has started and that live (Linux). */
export function childrenOf(pid: number): readonly number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return listed
    .split(' ')
    .filter((text) => text.trim() !== '')
    .map(Number);
}

/** What a folder's script reported of each step. */
export async function historyOf(folder: string): Promise<readonly HistoryPoint[]> {
  const parts = unzipSync(await runFileOf(folder));
  const { history } = JSON.parse(strFromU8(parts['run.json']));
  return readHistory(history.points, history.columns, () => parts['history.bin']);
}
