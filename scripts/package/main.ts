// The command `ganvas` of the package: serves the built page that lies beside it, or trains and exports without a page. Bundled
// by scripts/packPackage.ts; the worker is loaded only by the commands that need it.
import { createRequire } from 'node:module';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json';
import { readExportOptions } from '../headlessExportOptions';
import { prepareFolders } from '../headlessFolders';
import { UsageError } from '../headlessOptions';
import { readSweepOptions } from '../headlessSweepOptions';
import { openBrowser } from './openBrowser';
import { isLoopback, readServeOptions, readTrainOptions, USAGE } from './options';
import { servePackedPage } from './server';

/** In the package all scripts lie in one folder beside the page. */
const PAGE = fileURLToPath(new URL('../dist/', import.meta.url));
const PORTS_TRIED = 10;

/** Addresses at which other machines reach this one. */
const otherAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((found = []) =>
    found.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );

/** Resolves when the person, or what holds the container, ends it. */
const untilEnded = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

async function serve(argv: readonly string[]): Promise<void> {
  const { host, port, isPortGiven, opens } = readServeOptions(argv);
  const ports = isPortGiven ? [port] : Array.from({ length: PORTS_TRIED }, (_, i) => port + i);
  const { DATASETS_DIR: datasets, EMBED_IN: embedIn } = process.env;
  const server = await servePackedPage({ folder: PAGE, host, ports, datasets, embedIn });
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const here = isEverywhere ? `http://localhost:${server.port}/` : server.url;
  console.log(`Ganvas is served at ${here}  (Ctrl+C ends it)`);
  if (!isPortGiven && server.port !== port)
    console.log(`Port ${port} is in use. Browsers keep runs by address: those of port ${port} are not here.`);
  if (!isLoopback(host)) {
    const there = isEverywhere ? otherAddresses().map((address) => `http://${address}:${server.port}/`) : [];
    console.log(`Everybody on this network can open it${there.length > 0 ? `: ${there.join(', ')}` : ''}.`);
    console.log(
      'Browsers give threads to pages of other machines only over HTTPS; over HTTP they train on one.',
    );
  }
  if (opens) openBrowser(here);
  await untilEnded();
  await server.close();
}

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
  if (first === undefined || first.startsWith('-')) return serve(argv);
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
