// Tools from outside that tests use when they are there: a test that misses one is skipped, naming Debian's package.
import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROGRAM_PATIENCE_MS } from './patience';

function fails(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}

/** What to add to a test's name when a command is not there, or fails with these arguments; else undefined. */
export const commandMisses = (
  command: string,
  debianPackage: string,
  ...args: readonly string[]
): string | undefined =>
  fails(command, args.length > 0 ? args : ['--version'])
    ? `(needs ${command}: apt-get install ${debianPackage})`
    : undefined;

/** The same for a program that is found by its name alone: one that answers no question about itself. */
export const programMisses = (program: string, debianPackage: string): string | undefined =>
  fails('which', [program]) ? `(needs ${program}: apt-get install ${debianPackage})` : undefined;

export const DEBIAN_PYTHON = '/usr/bin/python3';

/** The same for a module of Python, which is looked for and not loaded: some take seconds. */
export const pythonMisses = (
  module: string,
  debianPackage: string,
  python = DEBIAN_PYTHON,
): string | undefined =>
  fails(python, ['-c', `import importlib.util; assert importlib.util.find_spec('${module}')`])
    ? `(needs ${module} for ${python}: apt-get install ${debianPackage})`
    : undefined;

/** A program that a test ran failed, or did not end; the message says which, and what it printed. */
export class ProgramFailedError extends Error {
  override readonly name = 'ProgramFailedError';
}

/**
 * Runs a program in a folder, with more in its environment; what it printed. The test's thread stays free meanwhile, so that its runner hears from it.
 * @throws ProgramFailedError when it ends with another status than 0, or not at all within `patienceMs`
 */
export const runProgram = (
  program: string,
  args: readonly string[],
  cwd?: string,
  patienceMs = PROGRAM_PATIENCE_MS,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const options = { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 30, timeout: patienceMs } as const;
    execFile(program, args, options, (error, printed, complaints) => {
      if (!error) return resolve(printed);
      const why = error.killed ? `did not end within ${patienceMs / 1000} s` : error.message;
      reject(new ProgramFailedError(`${program} ${args.join(' ')}: ${why}\n${printed}\n${complaints}`));
    });
  });

/** Runs a task in a folder that is gone afterwards; `write` puts a file there and returns its path. */
export async function inTemporaryFolder<T>(
  task: (
    write: (name: string, content: Uint8Array | string) => Promise<string>,
    folder: string,
  ) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  try {
    return await task(async (name, content) => {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return path;
    }, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
