// The command `ganvas` of the package: serves the built page that lies beside it, or trains and exports without a page. Bundled
// by scripts/packPackage.ts; the worker is loaded only by the commands that need it.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json';
import { readContinueOptions } from '../headlessContinueOptions';
import { readExportOptions } from '../headlessExportOptions';
import { prepareFolders } from '../headlessFolders';
import { UsageError } from '../commandLine';
import { readSweepOptions } from '../headlessSweepOptions';
import { readServeOptions, readTrainOptions, USAGE } from './options';
import { serveUntilEnded } from './serve';

/** In the package all scripts lie in one folder beside the page. */
const PAGE = fileURLToPath(new URL('../dist/', import.meta.url));

/** The worker under Node. TensorFlow.js asks for Node's modules the old way. */
function nodeRun() {
  Object.assign(globalThis, { require: createRequire(import.meta.url) });
  return import('../nodeRun');
}

const COMMANDS: ReadonlyMap<string, (argv: readonly string[]) => Promise<void>> = new Map([
  [
    'train',
    async (argv) => {
      const options = readTrainOptions(argv);
      const out = await prepareFolders(options);
      await (await nodeRun()).trainInNode({ ...options, out });
    },
  ],
  [
    'export',
    async (argv) => {
      const asked = readExportOptions(argv);
      const out = await prepareFolders({ out: asked.out, images: undefined });
      await (await nodeRun()).exportInNode({ ...asked, out });
    },
  ],
  [
    'continue',
    async (argv) => {
      const asked = readContinueOptions(argv);
      const out = await prepareFolders(asked);
      await (await nodeRun()).continueInNode({ ...asked, out });
    },
  ],
  [
    'sweep',
    async (argv) => {
      const asked = readSweepOptions(argv);
      const out = await prepareFolders({ out: asked.out, images: undefined });
      await (await nodeRun()).sweepInNode({ ...asked, out });
    },
  ],
]);

async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) return console.log(USAGE);
  if (argv.includes('--version')) return console.log(packageJson.version);
  const [first, ...rest] = argv;
  if (first === undefined || first.startsWith('-')) return serveUntilEnded(PAGE, readServeOptions(argv));
  const command = COMMANDS.get(first);
  if (!command)
    throw new UsageError(
      `${first} is no command; there are ${[...COMMANDS.keys()].join(', ')}, and none to serve the page.`,
    );
  await command(rest);
}

main(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    if (error instanceof UsageError) console.error('ganvas --help says what there is.');
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
