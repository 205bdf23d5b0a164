// npm run try:board -- [attacks] [seed]: sends so many hostile requests, byte for byte and put together at random, to lighttpd and to
// nginx as install.sh sets them up. None may be answered as if it were allowed, with a fault of the server or with a secret, no
// file may change, and the page must be answered after each. Ends with 1 where one of these fails.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as connectSecurely } from 'node:tls';
import { CLIMBS, ORIGIN, serverMisses, TOKEN } from './serverFacts';
import { startBoard, type TestBoard } from './serverHarness';

const [attacks, seed] = [Number(process.argv[2] ?? 150), Number(process.argv[3] ?? 1)];

/** Park and Miller 1988. */
let state = (seed * 48271) % 2147483647 || 1;
const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];

const basic = (user: string, token: string): string =>
  `Authorization: Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;

const METHODS = [
  'PUT',
  'PUT',
  'PUT',
  'POST',
  'DELETE',
  'PATCH',
  'MOVE',
  'COPY',
  'MKCOL',
  'LOCK',
  'PROPFIND',
  'GET',
];
const PATHS = [
  ...CLIMBS,
  '/models/new.tflite',
  '/models/kiosk.json',
  '/models/board.json',
  '/models/%00.tflite',
  '/models/a%0d%0aSet-Cookie:%20x.tflite',
  '/models//new.tflite',
  '/models/./new.tflite',
  '/models/new.tflite/',
  '/models/new.tflite?x=/../../index.html',
  '/models/%E2%80%AE.tflite',
  `/models/${'n'.repeat(300)}.tflite`,
  '//models/new.tflite',
  '/MODELS/new.tflite',
  '/models;/new.tflite',
  '/results/result_im_11.png',
  '/results/result_im_1.png%00.html',
  '/results/result_im_01.png',
  '/kiosk/index.html',
  '/index.html',
  '/assets/index-1a2b.js',
  '*',
  'http://elsewhere.example/models/new.tflite',
];
/** None of these may write; the last lines are of nobody's making. */
const HEADERS = [
  [],
  [basic('ganvas', 'wrong')],
  [basic('ganvas', TOKEN.slice(0, -1))],
  [basic('ganvas', `${TOKEN}\0`)],
  [basic('root', TOKEN)],
  [basic('', TOKEN)],
  [`Authorization: Bearer ${TOKEN}`],
  [`Authorization: Basic ${'A'.repeat(6000)}`],
  ['Authorization: Digest username="ganvas", realm="x", nonce="", uri="/", response=""'],
  [`X-Original-URL: /models/new.tflite`, 'X-Rewrite-URL: /models/new.tflite'],
  ['X-HTTP-Method-Override: PUT'],
  ['X-Forwarded-For: 127.0.0.1', 'X-Forwarded-Proto: https', 'X-Real-IP: 127.0.0.1'],
  [`Origin: ${ORIGIN}.evil.example`],
  ['Origin: null'],
  ['Destination: https://127.0.0.1/index.html', 'Overwrite: T', 'Depth: infinity'],
  ['Range: bytes=0-,5-0,-1', 'If-Range: x'],
  ['Expect: 100-continue'],
  ['Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA'],
  [`X-Long: ${'x'.repeat(20_000)}`],
  ['Header without a colon'],
  ['Content-Range: bytes 0-0/1'],
];
const BODIES: readonly (readonly [framing: string, body: string])[] = [
  ...Array<readonly [string, string]>(6).fill(['Content-Length: 4', 'GAN!']),
  ['Content-Length: 0', ''],
  ['Content-Length: -1', 'x'],
  ['Content-Length: 4\r\nContent-Length: 8', 'GANVAS!!'],
  ['Content-Length: 99999999999999999999', 'x'],
  ['Transfer-Encoding: chunked', '4\r\nGAN!\r\n0\r\n\r\n'],
  ['Transfer-Encoding: chunked', 'ffffffffffffffff\r\nx'],
  ['Transfer-Encoding: chunked\r\nContent-Length: 4', '0\r\n\r\nPUT /models/new.tflite HTTP/1.1\r\n\r\n'],
  ['Transfer-Encoding: xchunked', 'x'],
];
const HOSTS = [
  '127.0.0.1',
  '127.0.0.1',
  '127.0.0.1',
  '127.0.0.1',
  '127.0.0.1',
  'rebound.example',
  '',
  'localhost:80@elsewhere.example',
  '127.0.0.1\r\nHost: elsewhere.example',
];
const READS = ['GET', 'PROPFIND'];

interface Attack {
  readonly method: string;
  readonly secure: boolean;
  readonly text: string;
}

function attack(): Attack {
  const [method, [framing, body]] = [one(METHODS), one(BODIES)];
  const lines = [`${method} ${one(PATHS)} HTTP/1.1`, `Host: ${one(HOSTS)}`, ...one(HEADERS), framing];
  return { method, secure: random() < 0.5, text: [...lines, 'Connection: close', '', body].join('\r\n') };
}

/** Everything that the server says until it ends, or falls silent for a second. */
function send(board: TestBoard, { secure, text }: Attack): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket: Socket = secure
      ? connectSecurely({ host: '127.0.0.1', port: board.httpsPort, rejectUnauthorized: false })
      : connect(board.httpPort, '127.0.0.1');
    const end = (): void => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (part) => (heard += part.toString('latin1')));
    socket.on('error', end);
    socket.on('close', end);
    socket.setTimeout(1000, end); // half a request may stay open; what it did is seen on the disk
    socket.write(text, 'latin1');
  });
}

/** Contents of all files that the server could change, but for its own notes, by their names. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !OWN_NOTES.test(path.slice(folder.length)));
  const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return new Map(paths.map((path) => [path.slice(folder.length), digest(path)]));
}
const OWN_NOTES = /\/(log|run|tmp|cache)\//;

/** Names of files that came, went, or are not as they were. */
const changes = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));

const faults: string[] = [];
for (const server of ['lighttpd', 'nginx'] as const) {
  if (serverMisses[server]) {
    console.log(`${server} ${serverMisses[server]}`);
    continue;
  }
  const options = ['--token', TOKEN, '--results', '--max-upload-mb', '2', '--allow-origin', ORIGIN];
  const board = await startBoard(server, ...options);
  let files = filesOf(board.folder);
  const credentials = readFileSync(join(board.folder, 'etc/ganvas/credentials'), 'utf8').trim();
  const statuses = new Map<string, number>();
  for (let n = 1; n <= attacks; n++) {
    const sent = attack();
    const heard = await send(board, sent);
    const status =
      /^HTTP\/1\.[01] (\d{3})/.exec(heard.replace(/^HTTP\/1\.1 100[^\n]*\r\n\r\n/, ''))?.[1] ?? 'silence';
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const now = filesOf(board.folder);
    const changed = changes(files, now);
    files = now;
    const isRead = READS.includes(sent.method);
    const fault =
      (!isRead && status.startsWith('2') && 'an answer as if it were allowed') ||
      (/^50[0234]/.test(status) && 'a fault of the server') ||
      ((heard.includes(credentials) || heard.includes('root:x:')) && 'a secret') ||
      ((await board.ask('/')).status !== 200 && 'no page afterwards') ||
      (changed.length > 0 && `changed ${changed.join()}`);
    if (fault) faults.push(`${server}, attack ${n}: ${fault} (${status})\n${sent.text.slice(0, 400)}`);
  }
  console.log(`${server}: ${attacks} attacks;`, Object.fromEntries([...statuses].sort()));
  await board.stop();
}
faults.forEach((fault) => console.error(fault));
console.log(`${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
