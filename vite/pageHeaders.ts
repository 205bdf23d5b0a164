// What every server says about the page, in one place: who may run in it, where it may connect, what it may ask for.
// The development server and `npm start` send these; the built pages hold the policy themselves, so that they are as safe
// on a server that sends nothing; the servers of board/ are held to them by their tests. https://www.w3.org/TR/CSP3/
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import { SCRIPT_POLICY } from '../src/core/scriptUrls';

/** Isolation from other origins, which browsers ask for before they allow threads. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** What the page has no use for, and nothing in it may ask for. */
const NEVER_ASKED = [
  'accelerometer',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * The camera is the page's own alone: a person may give its pictures to a network. A page that shows this one in a frame
 * has to allow it there, too. https://www.w3.org/TR/permissions-policy/
 */
const PERMISSIONS = [...NEVER_ASKED.map((feature) => [feature, '()'] as const), ['camera', '(self)'] as const]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([feature, allowed]) => `${feature}=${allowed}`)
  .join(', ');

/** The one script that stands inside the pages. */
const GUARD_TAG = '<script data-inline="vite/startGuard.js"></script>';
const GUARD = readFileSync(fileURLToPath(new URL('./startGuard.js', import.meta.url)), 'utf8');

/** Its hash, as a source of the policy. */
const GUARD_HASH = `'sha256-${createHash('sha256').update(GUARD).digest('base64')}'`;

/**
 * The policy as directives. `connect-src` names any HTTPS server beside the page's own: a person may send a model to a
 * board of any name, and data sets that are not beside the page come from public mirrors; nothing else is ever sent.
 * The kiosk shows cameras, and says of itself that it connects to where it came from and to nowhere else.
 * @param nonce of the development server, which puts styles into the page as it goes
 * @param others whether it may connect to other servers
 */
export function contentPolicy(nonce?: string, others = true): string {
  const own = nonce === undefined ? [`'self'`] : [`'self'`, `'nonce-${nonce}'`];
  const directives: readonly (readonly string[])[] = [
    ['default-src', `'self'`],
    ['script-src', ...own, `'wasm-unsafe-eval'`, GUARD_HASH],
    ['style-src', ...own],
    ['img-src', `'self'`, 'blob:'],
    ['connect-src', `'self'`, ...(others ? ['https:'] : [])],
    ['object-src', `'none'`],
    ['base-uri', `'none'`],
    ['form-action', `'none'`],
    ['require-trusted-types-for', `'script'`],
    ['trusted-types', SCRIPT_POLICY, 'vue'],
  ];
  return directives.map((words) => words.join(' ')).join('; ');
}

/** @param embedIn origins whose pages may show this one in a frame, beside the page's own */
export const framePolicy = (embedIn = ''): string =>
  `frame-ancestors ${[`'self'`, ...embedIn.split(/[\s,]+/).filter((origin) => origin !== '')].join(' ')}`;

/**
 * Headers of every answer, found or not. Frames are a header's matter alone: a page cannot say it of itself. Isolated pages
 * of other origins may show only what says so in its resource policy, too.
 */
export const pageHeaders = (embedIn = '', nonce?: string): Readonly<Record<string, string>> => ({
  ...ISOLATION,
  ...(embedIn.trim() !== '' && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  'Content-Security-Policy': `${contentPolicy(nonce)}; ${framePolicy(embedIn)}`,
  'Permissions-Policy': PERMISSIONS,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
});

/** A page with its guard inside and, where it is built, its policy before anything that the policy is about. */
export function finishedPage(html: string, built: boolean): string {
  const start = '<meta charset="utf-8" />';
  if (!html.includes(start) || !html.includes(GUARD_TAG)) {
    throw new Error(`A page needs ${start} and ${GUARD_TAG}, to take its policy and its guard.`);
  }
  const isKiosk = /<html[^>]* data-kiosk/.test(html);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(undefined, !isKiosk)}" />`;
  return html
    .replace(GUARD_TAG, () => `<script>${GUARD}</script>`)
    .replace(start, () => (built ? `${start}\n    ${policy}` : start));
}

/**
 * Sends the headers, and finishes the pages. The test runner serves pages of its own, which get none of it.
 * @param embedIn see `framePolicy`
 */
export function securePages(embedIn: string | undefined): Plugin {
  const nonce = randomUUID();
  const sender =
    (headers: Readonly<Record<string, string>>): Connect.NextHandleFunction =>
    (_request, response, next) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      next();
    };
  return {
    name: 'secure-pages',
    config: (_config, { command, isPreview }) =>
      command === 'serve' && isPreview !== true ? { html: { cspNonce: nonce } } : undefined,
    configureServer(server) {
      if (!process.env.VITEST) server.middlewares.use(sender(pageHeaders(embedIn, nonce)));
    },
    configurePreviewServer(server) {
      server.middlewares.use(sender(pageHeaders(embedIn)));
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { server }) => (process.env.VITEST ? html : finishedPage(html, server === undefined)),
    },
  };
}
