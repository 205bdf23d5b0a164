// Serves the built page to a program on this machine, as `npm start` serves it to a person: with the headers that threads need
// (cross-origin isolation), and the folder DATASETS_DIR under datasets/. Any static web server can serve dist/ instead.
import { join } from 'node:path';
import { ensurePage } from './ensureBuilt';
import { servePackedPage, type PackedServer } from './package/server';
import { repositoryRoot } from './runTool';

/** Where the build puts the page. */
export const builtPage = join(repositoryRoot, 'dist');

/** Builds the page if its sources are newer, and serves it on loopback, at any free port, until closed. */
export async function servePage(): Promise<PackedServer> {
  await ensurePage();
  const { DATASETS_DIR: datasets, EMBED_IN: embedIn } = process.env;
  return servePackedPage({ folder: builtPage, host: '127.0.0.1', ports: [0], datasets, embedIn });
}
