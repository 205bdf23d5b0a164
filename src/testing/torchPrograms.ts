// Test support: programs of Python that need PyTorch, each as a fork of a process that has loaded it (torchServer.py), because
// loading it takes longer than most of them run. One such process for all test files of a thread; it ends with the thread.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROGRAM_PATIENCE_MS } from './patience';
import { DEBIAN_PYTHON, ProgramFailedError } from './tools';

/** The Python whose PyTorch exported runs are trained by: Debian's, unless PYTHON names another. */
export const PYTHON = process.env.PYTHON ?? DEBIAN_PYTHON;

/** A program as the command line would start it. */
export interface TorchProgram {
  /** A script and its arguments, or `-c`, a text and its arguments. */
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly words: readonly (readonly [printed: string, complaints: string])[];
  readonly status: number;
}

type Ask = (programs: readonly TorchProgram[], patienceMs: number) => Promise<Answer>;

const SERVER = join(import.meta.dirname, 'torchServer.py');

function startServer(python: string): Ask {
  const server = spawn(python, [SERVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface(server.stdout)[Symbol.asyncIterator]();
  const ended = once(server, 'close').finally(() => servers.delete(python));
  let turn: Promise<unknown> = Promise.resolve();
  async function ask(programs: readonly TorchProgram[], patienceMs: number): Promise<Answer> {
    const jobs = programs.map(({ args, cwd = process.cwd(), env = {} }) => ({ args, cwd, env }));
    server.stdin.write(`${JSON.stringify(jobs)}\n`);
    const timer = setTimeout(() => server.kill(), patienceMs);
    try {
      const { value } = await answers.next();
      if (value !== undefined) return JSON.parse(value);
      const [status, ending] = await ended;
      throw new ProgramFailedError(`${python} ${SERVER} ended with ${status ?? ending}`);
    } finally {
      clearTimeout(timer);
    }
  }
  return (programs, patienceMs) => {
    const answer = turn.then(() => ask(programs, patienceMs));
    turn = answer.catch(() => undefined);
    return answer;
  };
}

const servers = new Map<string, Ask>();

function serverOf(python: string): Ask {
  const found = servers.get(python);
  if (found) return found;
  const server = startServer(python);
  servers.set(python, server);
  return server;
}

/**
 * Runs programs at once; @returns what each printed
 * @throws ProgramFailedError when one ends with another status than 0, or not within `patienceMs`
 */
export async function runTorchPrograms(
  programs: readonly TorchProgram[],
  python = DEBIAN_PYTHON,
  patienceMs = PROGRAM_PATIENCE_MS,
): Promise<readonly string[]> {
  const { words, status } = await serverOf(python)(programs, patienceMs);
  if (status !== 0) {
    const said = words.map(([printed, complaints]) => `${printed}\n${complaints}`);
    throw new ProgramFailedError([`${python} ${programs[0].args[0]} failed`, ...said].join('\n'));
  }
  return words.map(([printed]) => printed);
}

/** The same with one, of Debian's Python. */
export const runTorch = async (
  args: readonly string[],
  cwd?: string,
  patienceMs = PROGRAM_PATIENCE_MS,
): Promise<string> => (await runTorchPrograms([{ args, cwd }], DEBIAN_PYTHON, patienceMs))[0];
