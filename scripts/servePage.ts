// Serves the built page with the headers that threads need (cross-origin isolation) and the folder DATASETS_DIR under
// datasets/; both are declared in vite.config.ts. Any static web server can serve dist/ instead.
import { preview } from 'vite';
import { ensurePage } from './ensureBuilt';
import { repositoryRoot } from './runTool';

export interface PageServer {
  /** Address of the page, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Refuse, rather than take the next port, when the port is in use. */
  readonly strictPort: boolean;
}

/** Builds the page if its sources are newer, and serves it until closed. @throws Error when the port is taken */
export async function servePage(options: ServeOptions): Promise<PageServer> {
  await ensurePage();
  const server = await preview({ root: repositoryRoot, preview: { ...options, open: false } });
  const url = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
  if (!url) throw new Error(`The server at ${options.host}:${options.port} has no address.`);
  return { url, close: () => server.close() };
}
