// Runs one command-line tool of the project (vite, vitest, playwright, npm scripts) from the repository root.
// It shows what the tool prints, reports the exit status, and judges nothing.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));

// Vite warns at every start that a later major version wants file extensions in the imports of its configuration.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING ??= 'true';

/**
 * Runs `command` (a shell line; tools of node_modules come first on its path) and waits for its end.
 * Resolves to the exit status, 1 when a signal ended it or it could not be started.
 * @param file takes what the tool prints, in place of the screen
 */
export function runTool(
  command: string,
  env: Readonly<Record<string, string>> = {},
  file?: string,
): Promise<number> {
  const output = file === undefined ? 'inherit' : openSync(file, 'w');
  const PATH = [join(repositoryRoot, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: repositoryRoot,
      shell: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, PATH, ...env },
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (status) => {
      if (typeof output === 'number') closeSync(output);
      resolve(status ?? 1);
    });
  });
}
