// `npm run check:lengths`: no source file is longer than 300 lines. Shell scripts are left out: a board's install.sh is one
// file because it is copied alone.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './runTool';
import { tooLong } from './sourceLengths';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: repositoryRoot,
  encoding: 'utf8',
}).split('\n');
const files = listed.filter((path) => path !== '' && existsSync(join(repositoryRoot, path)));
const faults = tooLong(files, (path) => readFileSync(join(repositoryRoot, path), 'utf8'));
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
