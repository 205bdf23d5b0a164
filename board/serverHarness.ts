// A board for tests: install.sh puts a small page under a temporary folder, the real server runs from there on loopback
// ports of its own, and requests go out byte for byte as written (a browser would tidy up `..`).
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processorMsOf } from '../src/testing/processorTime';
import { until } from '../src/testing/until';

export const BOARD_FOLDER = fileURLToPath(new URL('.', import.meta.url));

export type ServerName = 'lighttpd' | 'nginx' | 'busybox';

/** A page with one file of every kind that a server must name rightly. */
export const PAGE_FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Ganvas</title>',
  'kiosk/index.html': '<!doctype html><title>Kiosk</title>',
  'kiosk/sw.js': 'self.addEventListener("fetch", () => {});',
  'kiosk/kiosk.webmanifest': '{ "name": "Ganvas" }',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/index-1a2b.js': `export const numbers = [${Array.from({ length: 2000 }, (_, i) => i).join(', ')}];`,
  'assets/index-1a2b.css': 'body { color: black; }'.repeat(100),
  'assets/engine-3c4d.wasm': '\0asm'.repeat(500),
  'models/evaluator-mnist.json': '{ "a": 1 }',
};

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Question {
  readonly method?: string;
  readonly secure?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Given as password of the user that uploads. */
  readonly token?: string;
}

export interface TestBoard {
  readonly folder: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  ask(path: string, question?: Question): Promise<Answer>;
  /** Milliseconds of processor time that the server has had; of one that has a single process. */
  processorMs(): number;
  stop(): Promise<void>;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(servers.map((s) => new Promise<void>((done) => s.listen(0, '127.0.0.1', done))));
  const ports = servers.map((s) => {
    const address = s.address();
    if (address === null || typeof address === 'string') throw new Error('A socket has no port');
    return address.port;
  });
  await Promise.all(servers.map((s) => new Promise((done) => s.close(done))));
  return ports;
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

function command(server: ServerName, folder: string, port: number): [string, string[]] {
  const conf = join(folder, 'etc/ganvas');
  switch (server) {
    case 'lighttpd':
      return ['lighttpd', ['-D', '-f', join(conf, 'lighttpd.conf')]];
    case 'nginx':
      return ['nginx', ['-e', 'stderr', '-c', join(conf, 'nginx.conf')]];
    case 'busybox': {
      const page = join(folder, 'usr/share/ganvas/page');
      return [
        'busybox',
        ['httpd', '-f', '-p', `127.0.0.1:${port}`, '-h', page, '-c', join(conf, 'httpd.conf')],
      ];
    }
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

/** Writes a built page and returns its folder. */
export async function writePage(folder: string): Promise<string> {
  for (const [path, text] of Object.entries(PAGE_FILES)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Runs install.sh; what it printed. Throws when it fails. */
export const install = (...options: string[]): string =>
  execFileSync('sh', [join(BOARD_FOLDER, 'install.sh'), ...options], { encoding: 'utf8', stdio: 'pipe' });

/** Installs and starts one server. */
export async function startBoard(server: ServerName, ...options: string[]): Promise<TestBoard> {
  const base = await mkdtemp(join(tmpdir(), 'board-'));
  const folder = join(base, 'root');
  const page = await writePage(join(base, 'page'));
  const [httpPort, httpsPort] = await freePorts(2);
  const places = ['--http-port', String(httpPort), '--https-port', String(httpsPort), '--bind', '127.0.0.1'];
  install('--try', folder, '--server', server, '--page', page, ...places, ...options);

  const [program, args] = command(server, folder, httpPort);
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (text) => (log += String(text)));
  await until(`${server} at port ${httpPort}`, () => {
    if (child.exitCode !== null) throw new Error(`${server} did not start: ${log}`);
    return accepts(httpPort);
  });
  const ca = server === 'busybox' ? undefined : await readFile(join(folder, 'etc/ganvas/tls/board.pem'));

  const ask = (path: string, question: Question = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', secure = false, body, token } = question;
      const headers = {
        ...question.headers,
        ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
        ...(token !== undefined && {
          Authorization: `Basic ${Buffer.from(`ganvas:${token}`).toString('base64')}`,
        }),
      };
      const to = { host: '127.0.0.1', path, method, headers, agent: false };
      const send = secure
        ? httpsRequest({ ...to, port: httpsPort, ca })
        : httpRequest({ ...to, port: httpPort });
      send.on('error', reject);
      send.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          resolve({ status, headers: response.headers, body: Buffer.concat(parts) });
        });
      });
      send.end(body);
    });

  return {
    folder,
    httpPort,
    httpsPort,
    ask,
    processorMs() {
      if (child.pid === undefined) throw new Error(`${server} has no process`);
      return processorMsOf(child.pid);
    },
    async stop() {
      await ended(child);
      await rm(base, { recursive: true });
    },
  };
}
