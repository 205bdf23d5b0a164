// Keeps one whole version of the playground in the browser, adds to it what is used later, and isolates the page where the
// host sends no headers for it (threads need that). A version counts as installed once all of it was fetched that the page
// needs and that the version before had kept. The kiosk has a worker of its own and is never answered here.
// The build puts version, files and page's script in place of the words below (vite/pageOffline.ts).
import type { KeptFile, KeptState, PageQuestion } from '../core/keptPage';

interface LongEvent extends Event {
  waitUntil(task: Promise<unknown>): void;
}
interface FetchEvent extends LongEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface AskEvent extends LongEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

declare const PAGE_VERSION: string;
declare const PAGE_FILES: readonly KeptFile[];
/** Name of the page's script: a page without it is of another version, or none. */
declare const PAGE_SCRIPT: string;

const PAGE = 'index.html';
/** While a question is answered; stores/askKeeper takes four beats that do not come for its end. */
const ALIVE_EVERY_MS = 5000;
const base = new URL('./', location.href).href;
const PREFIX = `ganvas-page ${new URL(base).pathname} `;
const NAME = PREFIX + PAGE_VERSION;

const urlOf = (path: string): string => (path === PAGE ? base : base + path);
const filesByUrl = new Map(PAGE_FILES.map((file) => [urlOf(file.path), file]));
/** What another version calls by another name: `assets/page.js` of `assets/page-Cnr8oVS9.js`. */
const stem = (path: string): string => path.replace(/-[\w-]{8}(\.\w+)$/, '$1');

const isLong = (event: Event): event is LongEvent => 'waitUntil' in event;
const isFetch = (event: Event): event is FetchEvent => 'respondWith' in event;
const isAsk = (event: Event): event is AskEvent => 'ports' in event && 'data' in event;
const isScope = (value: unknown): value is WorkerScope =>
  typeof value === 'object' && value !== null && 'skipWaiting' in value && 'clients' in value;
const scope: unknown = globalThis;

class WrongFileError extends Error {}

/** @throws WrongFileError for what a login page, a half-copied server or another version answers */
async function check(file: KeptFile, response: Response): Promise<void> {
  const type = response.headers.get('Content-Type') ?? '';
  let right = response.ok && (file.path === PAGE || !type.startsWith('text/html'));
  if (right && file.path === PAGE) right = (await response.clone().text()).includes(PAGE_SCRIPT);
  else if (right && file.sha256 !== null) {
    const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    right = hex === file.sha256;
  }
  if (!right) throw new WrongFileError(`${file.path} is not the file of this version.`);
}

/** Names of assets change with their content, so what the page just loaded need not travel again. */
async function fetchInto(cache: Cache, file: KeptFile): Promise<void> {
  const mode = file.path.startsWith('assets/') ? 'default' : 'no-cache';
  const response = await fetch(new Request(urlOf(file.path), { cache: mode }));
  await check(file, response);
  await cache.put(urlOf(file.path), response);
}

const ownCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX));

async function keptUrls(name: string): Promise<string[]> {
  return (await (await caches.open(name)).keys()).map(({ url }) => url);
}

async function install(): Promise<void> {
  const others = (await ownCaches()).filter((name) => name !== NAME);
  const had = new Set((await Promise.all(others.map(keptUrls))).flat().map((url) => stem(url)));
  const wanted = PAGE_FILES.filter((file) => file.core || had.has(stem(urlOf(file.path))));
  try {
    const cache = await caches.open(NAME);
    await Promise.all(wanted.map((file) => fetchInto(cache, file)));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function takeOver(): Promise<void> {
  const others = (await ownCaches()).filter((name) => name !== NAME);
  await Promise.all(others.map((name) => caches.delete(name)));
  // Not waited for: Firefox claims a worker that is being loaded once it is loaded, and answers it once this has ended.
  if (isScope(scope)) void scope.clients.claim();
}

/** With what isolates a page, where the server did not say it. Scripts of workers need it as the page does. */
function isolated(response: Response): Response {
  if (response.type === 'opaque' || response.type === 'error') return response;
  const headers = new Headers(response.headers);
  const wanted = [
    ['Cross-Origin-Embedder-Policy', 'require-corp'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ] as const;
  for (const [name, value] of wanted) if (!headers.has(name)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

async function answer(event: FetchEvent, file: KeptFile): Promise<Response> {
  // A page that was just taken off the device is answered until it closes, and nothing of it is kept anew.
  const isKept = await caches.has(NAME);
  const cache = isKept ? await caches.open(NAME) : null;
  const kept = await cache?.match(urlOf(file.path));
  if (kept) return isolated(kept);
  const response = await fetch(event.request);
  if (cache) {
    const copy = response.clone();
    const keep = check(file, copy.clone()).then(() => cache.put(urlOf(file.path), copy));
    event.waitUntil(keep.catch(() => undefined)); // it is answered all the same, and kept another time
  }
  return isolated(response);
}

async function state(): Promise<KeptState> {
  const kept = new Set(await keptUrls(NAME));
  const sum = (files: readonly KeptFile[]): number => files.reduce((bytes, file) => bytes + file.bytes, 0);
  const here = PAGE_FILES.filter((file) => kept.has(urlOf(file.path)));
  return { keptBytes: sum(here), allBytes: sum(PAGE_FILES) };
}

async function fetchAll(tell: (now: KeptState) => void): Promise<void> {
  const cache = await caches.open(NAME);
  const kept = new Set(await keptUrls(NAME));
  for (const file of PAGE_FILES) {
    if (kept.has(urlOf(file.path))) continue;
    await fetchInto(cache, file);
    tell(await state());
  }
}

async function reply(question: PageQuestion, port: MessagePort): Promise<void> {
  const pulse = setInterval(() => port.postMessage({ alive: true }), ALIVE_EVERY_MS);
  try {
    if (question === 'fetch all') await fetchAll((now) => port.postMessage({ now }));
    port.postMessage({ done: await state() });
  } catch (error) {
    port.postMessage({ failed: String(error) });
  } finally {
    clearInterval(pulse);
  }
}

addEventListener('install', (event) => isLong(event) && event.waitUntil(install()));
addEventListener('activate', (event) => isLong(event) && event.waitUntil(takeOver()));
addEventListener('message', (event) => {
  if (!isAsk(event)) return;
  const { data, ports } = event;
  const [port] = ports;
  if (data === 'activate' && isScope(scope)) event.waitUntil(scope.skipWaiting());
  else if (port && (data === 'state' || data === 'fetch all')) event.waitUntil(reply(data, port));
});
addEventListener('fetch', (event) => {
  if (!isFetch(event) || event.request.method !== 'GET') return;
  const { origin, pathname } = new URL(event.request.url);
  const url = origin + pathname;
  const file = filesByUrl.get(url === base + PAGE ? base : url);
  if (file) event.respondWith(answer(event, file));
});
