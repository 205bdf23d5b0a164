// ganvas-player for the kiosk benchmark: the module as its package has it, built here.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot, runTool } from '../../scripts/runTool';

/** @throws Error when it cannot be built */
export async function buildPlayer(): Promise<string> {
  if ((await runTool('npm run --silent build:player')) !== 0)
    throw new Error('ganvas-player could not be built: see above.');
  return readFile(join(repositoryRoot, 'build', 'player', 'index.js'), 'utf8');
}
