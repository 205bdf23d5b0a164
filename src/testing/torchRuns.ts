// Test support: exported runs unpacked into folders and trained on by their own train.py, many in one Python process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
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
for folder, arguments, port in json.load(open(sys.argv[1])):
    os.environ['MASTER_PORT'] = str(port)
    sys.argv = [os.path.join(folder, 'train.py'), *arguments]
    try:
        spec = importlib.util.spec_from_file_location('train', sys.argv[0])
        module = importlib.util.module_from_spec(spec)
        sys.modules['train'] = module # what processes hand each other is found by this name
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
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const place = join(folder, path.slice(path.indexOf('/') + 1));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
}

/** Ports of this machine that were free a moment ago. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : 0;
    }),
  );
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Runs a program of Python in so many processes that find each other; @returns what each printed, the first's first */
export async function runTogether(
  processes: number,
  args: readonly string[],
  at: string,
  patienceMs = PROGRAM_PATIENCE_MS,
): Promise<readonly string[]> {
  const [port] = await freePorts(1);
  const world = {
    ...{ MASTER_ADDR: '127.0.0.1', MASTER_PORT: String(port) },
    WORLD_SIZE: String(processes),
  };
  return Promise.all(
    Array.from({ length: processes }, (_, rank) =>
      runProgram(PYTHON, args, at, patienceMs, { ...world, RANK: String(rank) }),
    ),
  );
}

/**
 * Trains unpacked folders one after the other, each over so many processes.
 * @returns what all of them printed, process after process
 */
export async function trainFolders(
  runs: readonly (readonly [folder: string, options: readonly string[]])[],
  at: string,
  processes = 1,
): Promise<string> {
  const [list, driver] = [join(at, 'runs.json'), join(at, 'driver.py')];
  const ports = processes === 1 ? [] : await freePorts(runs.length);
  await writeFile(list, JSON.stringify(runs.map((run, i) => [...run, ports[i] ?? 0])));
  await writeFile(driver, DRIVER);
  const patience = PROGRAM_PATIENCE_MS + runs.length * 10_000;
  return (await runTogether(processes, [driver, list], at, patience)).join('\n');
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
