// Keeps one whole version of the kiosk page in the browser. Everything is fetched before a version counts as installed,
// answers come from that version alone, and older ones go when it takes over. Models and results are never answered here.
// The build puts version and files in place of the two words below (vite/kioskOffline.ts).
interface LongEvent extends Event {
  waitUntil(task: Promise<unknown>): void;
}
interface FetchEvent extends LongEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

declare const KIOSK_VERSION: string;
/** Addresses relative to this script; the first is the page. */
declare const KIOSK_FILES: readonly string[];

const PREFIX = 'ganvas-kiosk-page-';
const NAME = PREFIX + KIOSK_VERSION;
const base = new URL('./', location.href).href;
const kept = new Set(KIOSK_FILES.map((file) => new URL(file, base).href));

const isLong = (event: Event): event is LongEvent => 'waitUntil' in event;
const isFetch = (event: Event): event is FetchEvent => 'respondWith' in event;
const isScope = (value: unknown): value is WorkerScope =>
  typeof value === 'object' && value !== null && 'skipWaiting' in value && 'clients' in value;
const scope: unknown = globalThis;

/** Names of assets change with their content, so what the page just loaded need not travel again. */
const asRequest = (url: string): Request =>
  new Request(url, { cache: url.includes('/assets/') ? 'default' : 'reload' });

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll([...kept].map(asRequest));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((n) => n.startsWith(PREFIX) && n !== NAME).map((n) => caches.delete(n)));
  // Not waited for: Firefox claims a worker that is being loaded once it is loaded, and answers it once this has ended.
  if (isScope(scope)) void scope.clients.claim();
}

async function answer(request: Request, url: string): Promise<Response> {
  const cache = await caches.open(NAME);
  return (await cache.match(url)) ?? fetch(request);
}

addEventListener('install', (event) => isLong(event) && event.waitUntil(install()));
addEventListener('activate', (event) => isLong(event) && event.waitUntil(takeOver()));
addEventListener('message', (event) => {
  if (event.data === 'activate' && isScope(scope)) void scope.skipWaiting();
});
addEventListener('fetch', (event) => {
  if (!isFetch(event) || event.request.method !== 'GET') return;
  const { origin, pathname } = new URL(event.request.url);
  const url = event.request.mode === 'navigate' ? base : origin + pathname;
  if (kept.has(url)) event.respondWith(answer(event.request, url));
});
