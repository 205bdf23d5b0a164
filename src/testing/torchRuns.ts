// Test support: exported runs unpacked into folders and trained on by their own train.py, many by one process (torchRuns.py).
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
import { ProgramFailedError, pythonMisses, runProgram } from './tools';
import { PYTHON, runTorchPrograms } from './torchPrograms';

/** What to add to a test's name where that Python has no PyTorch; else undefined. */
export const torchMisses = (): string | undefined => pythonMisses('torch', 'python3-torch', PYTHON);

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

type FolderRun = readonly [folder: string, options: readonly string[]];

/** Where double precision writes. */
const EXACT = 'exact';

const TRAINER = join(import.meta.dirname, 'torchRuns.py');

/**
 * Trains unpacked folders one after the other, each over so many processes.
 * @returns what each process printed, the first's first
 * @throws ProgramFailedError when a script fails, warns or does not end
 */
export async function trainFolders(runs: readonly FolderRun[], processes = 1): Promise<readonly string[]> {
  const ports = processes === 1 ? [] : await freePorts(runs.length);
  const args = [TRAINER, JSON.stringify(runs.map((run, i) => [...run, ports[i] ?? 0]))];
  const world = (rank: number): Record<string, string> =>
    processes === 1 ? {} : { WORLD_SIZE: String(processes), RANK: String(rank) };
  const programs = Array.from({ length: processes }, (_, rank) => ({ args, env: world(rank) }));
  return runTorchPrograms(programs, PYTHON, PROGRAM_PATIENCE_MS + runs.length * 10_000);
}

/** The run file that a folder's script wrote. */
export const runFileOf = (folder: string, out = 'out'): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(join(folder, out, 'run.zip')).then((bytes) => Uint8Array.from(bytes));

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
export async function historyOf(folder: string, out?: string): Promise<readonly HistoryPoint[]> {
  const parts = unzipSync(await runFileOf(folder, out), {
    filter: ({ name }) => name === 'run.json' || name === 'history.bin',
  });
  const { history } = JSON.parse(strFromU8(parts['run.json']));
  return readHistory(history.points, history.columns, () => parts['history.bin']);
}

/** What is wrong with what a folder's script reported; of this many steps, or of all. */
type Complaints = (history: readonly HistoryPoint[], steps?: number) => Promise<readonly string[]>;

/**
 * Trains folders as a person would, and in double precision those whose numbers are not as expected: where an element lies within
 * rounding of a kink (zero, for a ReLU), float32 goes another way on some processors. A fault stays in double precision, and shows in
 * the first step of either.
 * @param folders each with what is wrong with its history
 * @returns what is wrong with them
 */
export async function wronglyTrained(
  folders: readonly (readonly [folder: string, complaints: Complaints])[],
  options: readonly string[],
  processes = 1,
): Promise<readonly string[]> {
  await trainFolders(
    folders.map(([folder]) => [folder, options]),
    processes,
  );
  const wrong: string[] = [];
  const apart: (typeof folders)[number][] = [];
  for (const [folder, complaints] of folders) {
    const history = await historyOf(folder);
    wrong.push(...(await complaints(history, 1)));
    if ((await complaints(history)).length > 0) apart.push([folder, complaints]);
  }
  const exactly = (folder: string): FolderRun => [
    folder,
    [...options, '--precision', 'float64', '--out', join(folder, EXACT)],
  ];
  if (apart.length > 0) {
    await trainFolders(
      apart.map(([folder]) => exactly(folder)),
      processes,
    );
  }
  for (const [folder, complaints] of apart) wrong.push(...(await complaints(await historyOf(folder, EXACT))));
  return wrong;
}
