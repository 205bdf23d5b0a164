// What the packed command `ganvas` was asked for: reads and checks its command line. Runs nothing.
import { parseArgs } from 'node:util';
import { UsageError } from '../commandLine';
import { readHeadlessOptions, type HeadlessOptions } from '../headlessOptions';

export const USAGE = `ganvas [--port N] [--host NAME] [--open]
ganvas train '<the query part of a run link>' --out DIR [--samples N] [--sample-at N,N,...] [--images FOLDER]
ganvas export RUN.zip --format tflite --out DIR [--variant int8] [--calibration percentile] [--option name=value ...]
ganvas continue RUN.zip --out DIR [--no-images] [--images FOLDER]
ganvas sweep '<query>' --vary loss=hinge,wgan-gp --seeds 1-5 --out DIR [--name NAME] [--no-images]

Without a command it serves the page, with the headers that threads need, to this machine alone.
--port is 4173, or the next that is free; 0 takes any. Browsers keep runs by address: another port has other runs.
--host names another address to serve at (0.0.0.0 is all of this machine's). Browsers give threads to pages of other machines
only over HTTPS.
--open opens the page in the browser of this machine.
DATASETS_DIR names a folder with mnist/ and fashion-mnist/; EMBED_IN the origins whose pages may show this one in a frame.

train takes a run to its step budget on the processor, on threads=N threads of the query (all cores without), to the same bits
as the page, and writes run.zip, run.json and samples into DIR. --images are read by Python's Pillow.
export writes the generator of a run file in a format, as the page's Export does, proved by running it, with a model card.
continue writes a run file as a folder for PyTorch, as the page's Continue elsewhere does.
sweep writes a folder of runs that have not begun, for PyTorch.

ganvas --help says this, ganvas --version the version.`;

export interface ServeOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether the person named the port: another one would then be none. */
  readonly isPortGiven: boolean;
  readonly opens: boolean;
}

const DEFAULT_PORT = 4173;

/** Whether only this machine reaches a server at the host. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** What Node says of an unknown option, without its advice on arguments that begin with a dash. */
const problemOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('. ')[0].replace(/\.?$/, '.');

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string' },
        open: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${problemOf(error)} To serve the page there are --port N, --host NAME and --open.`);
  }
}

/** @throws UsageError when an option is unknown or out of range */
export function readServeOptions(argv: readonly string[]): ServeOptions {
  const { host, port: asked, open: opens } = parse(argv);
  const port = asked === undefined ? DEFAULT_PORT : Number(asked);
  if (asked === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(
      `--port is ${JSON.stringify(asked)}; give a whole number from 0 (any free port) to 65535.`,
    );
  if (host === '') throw new UsageError('--host is empty; give a name or an address, for example 0.0.0.0.');
  return { host, port, isPortGiven: asked !== undefined, opens };
}

/** As `npm run headless` reads them, without what only a browser has. @throws UsageError */
export function readTrainOptions(argv: readonly string[]): HeadlessOptions {
  const ofBrowsers = argv.find((word) => /^--(engine|chromium-arg)(=|$)/.test(word));
  if (ofBrowsers !== undefined)
    throw new UsageError(`ganvas train has no browser to choose: leave ${ofBrowsers} out.`);
  return readHeadlessOptions(['--engine', 'node', ...argv]);
}
