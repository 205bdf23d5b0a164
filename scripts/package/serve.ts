// Serves the page to a person: prints where, says what to know of that address, and ends when it is told to. What is answered
// to which path, server.ts and pageAnswers.ts say.
import { networkInterfaces } from 'node:os';
import { openBrowser } from './openBrowser';
import { isLoopback, type ServeOptions } from './options';
import { servePackedPage } from './server';

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

/**
 * Serves the built page that lies in a folder, with the data sets of DATASETS_DIR, in frames of EMBED_IN's pages, until it is told to end.
 * @throws ServeError when the folder holds no page, or no port can be used
 */
export async function serveUntilEnded(folder: string, options: ServeOptions): Promise<void> {
  const { host, port, isPortGiven, opens } = options;
  const ports = isPortGiven ? [port] : Array.from({ length: PORTS_TRIED }, (_, i) => port + i);
  const { DATASETS_DIR: datasets, EMBED_IN: embedIn } = process.env;
  const server = await servePackedPage({ folder, host, ports, datasets, embedIn });
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
