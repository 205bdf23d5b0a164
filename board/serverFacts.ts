// What the tests of the servers share: which server is missing here, and addresses that lead out of the page.
import { createHash } from 'node:crypto';
import { commandMisses } from '../src/testing/tools';
import type { ServerName } from './serverHarness';

export const TOKEN = 'a-token-of-this-test';
export const ORIGIN = 'https://playground.example';

const noOpenssl = commandMisses('openssl', 'openssl', 'version');

/** What to add to a test's name when a server is not there. */
export const serverMisses: Readonly<Record<ServerName, string | undefined>> = {
  lighttpd:
    noOpenssl ??
    commandMisses('lighttpd', 'lighttpd lighttpd-mod-webdav lighttpd-mod-openssl', '-v') ??
    commandMisses(
      'sh',
      'lighttpd-mod-webdav lighttpd-mod-openssl',
      '-c',
      'ls /usr/lib/*/lighttpd/mod_webdav.so || ls /usr/lib/lighttpd/mod_webdav.so',
    ),
  nginx: noOpenssl ?? commandMisses('nginx', 'nginx-light', '-v'),
  busybox: commandMisses('busybox', 'busybox', 'httpd', '--help'),
};

/** None of these may be answered with anything but a refusal. */
export const CLIMBS = [
  '/../../../etc/ganvas/credentials',
  '/models/../../../../../etc/ganvas/credentials',
  '/models/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/ganvas/credentials',
  '/models/..%2f..%2f..%2f..%2fetc%2fganvas%2fcredentials',
  '/results/../../../../etc/ganvas/credentials',
  '/results/..%5c..%5c..%5cetc/ganvas/credentials',
  '/assets/../../../../../etc/passwd',
  '/models/credentials',
  '/models/tls/board.pem',
  '/board.pem',
] as const;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
