// Four web servers as a teacher finds them: each serves a folder as it comes, without a header for this page, with the built
// page in a folder of that folder. Their settings are the shortest that they start with; types of files are their own.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandMisses } from '../../src/testing/tools';
import { until } from '../../src/testing/until';
import { freePort, startProgram } from '../others/programs';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

interface PlainServer {
  readonly name: string;
  /** What to add to a story's name when it is not here. */
  readonly missing: string | undefined;
  /** Program and arguments. */
  command(root: string, port: number): readonly [string, readonly string[]];
  /** Text of its settings, for those that start with none. */
  settings?(root: string, port: number): string;
}

/** Where settings lie, beside the folder that is served. */
const settingsOf = (root: string): string => `${root}.conf`;

export const PLAIN_SERVERS: readonly PlainServer[] = [
  {
    name: 'Python',
    missing: commandMisses('python3', 'python3', '--version'),
    command: (root, port) => [
      'python3',
      ['-m', 'http.server', `${port}`, '--bind', '127.0.0.1', '--directory', root],
    ],
  },
  {
    name: 'busybox',
    missing: commandMisses('busybox', 'busybox', 'httpd', '--help'),
    command: (root, port) => ['busybox', ['httpd', '-f', '-p', `127.0.0.1:${port}`, '-h', root]],
  },
  {
    name: 'nginx',
    missing: commandMisses('nginx', 'nginx-light', '-v'),
    command: (root) => ['nginx', ['-e', 'stderr', '-c', settingsOf(root)]],
    // One process, so that it reads what whoever runs the tests may read.
    settings: (root, port) => `daemon off;
      master_process off;
      pid ${root}.pid;
      events {}
      http {
        include /etc/nginx/mime.types;
        access_log off;
        server { listen 127.0.0.1:${port}; root "${root}"; }
      }`,
  },
  {
    name: 'lighttpd',
    missing: commandMisses('lighttpd', 'lighttpd', '-v'),
    command: (root) => ['lighttpd', ['-D', '-f', settingsOf(root)]],
    settings: (root, port) => `server.document-root = "${root}"
      server.bind = "127.0.0.1"
      server.port = ${port}
      index-file.names = ( "index.html" )
      include_shell "/usr/share/lighttpd/create-mime.conf.pl"`,
  },
];

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

export interface RunningServer {
  /** Address of the page, with a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** @param folder of the server, which the page lies in: without slashes around it */
export async function startPlainServer(server: PlainServer, folder: string): Promise<RunningServer> {
  const base = await mkdtemp(join(tmpdir(), 'plain-server-'));
  const root = join(base, 'www');
  await mkdir(dirname(join(root, folder)), { recursive: true });
  await symlink(DIST, join(root, folder));
  const port = await freePort();
  if (server.settings) await writeFile(settingsOf(root), server.settings(root, port));
  const program = startProgram(...server.command(root, port));
  await until(`${server.name} at port ${port}`, () => accepts(port));
  return {
    url: `http://127.0.0.1:${port}/${encodeURI(folder)}/`,
    async stop() {
      await program.end();
      await rm(base, { recursive: true });
    },
  };
}
