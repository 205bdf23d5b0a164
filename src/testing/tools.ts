// Tools from outside that tests use when they are there: a test that misses one is skipped, naming Debian's package.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

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

/** The same for a module of Debian's Python. */
export const pythonMisses = (module: string, debianPackage: string): string | undefined =>
  fails('/usr/bin/python3', ['-c', `import ${module}`])
    ? `(needs Python's ${module}: apt-get install ${debianPackage})`
    : undefined;

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
