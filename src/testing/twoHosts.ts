// Test support: two hosts on one machine, each a network namespace with a name and an address of its own and a cable between them
// (Linux, as root). What runs there meets nothing but the other.
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { commandMisses } from './tools';

export interface Host {
  readonly name: string;
  /** The program and its arguments as this host runs them. */
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
}

/** What to add to a test's name where there can be no such hosts; else undefined. */
export function hostsMiss(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return '(needs root on Linux)';
  const missing =
    commandMisses('ip', 'iproute2', '-Version') ?? commandMisses('unshare', 'util-linux', '--uts', 'true');
  if (missing) return missing;
  const probe = `ganvas-probe-${process.pid}`;
  const refused = commandMisses('ip', 'iproute2', 'netns', 'add', probe);
  if (refused) return '(needs network namespaces, which this machine refuses)';
  execFileSync('ip', ['netns', 'delete', probe]);
  return undefined;
}

const hostNamed = (name: string): Host => ({
  name,
  command: (program, args) => [
    'ip',
    [
      ...['netns', 'exec', name, 'unshare', '--uts', 'sh', '-c', 'hostname "$0"; exec "$@"', name],
      ...[program, ...args],
    ],
  ],
});

/** Runs a task with two hosts, which are gone afterwards. */
export async function withTwoHosts<T>(task: (first: Host, second: Host) => Promise<T>): Promise<T> {
  const names = ['a', 'b'].map((letter) => `ganvas-${process.pid}-${letter}`);
  const addresses = ['10.73.0.1', '10.73.0.2'];
  const ip = (...args: readonly string[]): Buffer => execFileSync('ip', args);
  const settings = (name: string): string => `/etc/netns/${name}`;
  const hosts = ['127.0.0.1 localhost', ...names.map((name, i) => `${addresses[i]} ${name}`), ''].join('\n');
  try {
    for (const name of names) {
      ip('netns', 'add', name);
      // What `ip netns exec` lays over /etc.
      await mkdir(settings(name), { recursive: true });
      await writeFile(`${settings(name)}/hosts`, hosts);
    }
    const [a, b] = names;
    ip('link', 'add', 'cable', 'netns', a, 'type', 'veth', 'peer', 'name', 'cable', 'netns', b);
    for (const [i, name] of names.entries()) {
      ip('-n', name, 'address', 'add', `${addresses[i]}/24`, 'dev', 'cable');
      for (const device of ['lo', 'cable']) ip('-n', name, 'link', 'set', device, 'up');
    }
    return await task(hostNamed(a), hostNamed(b));
  } finally {
    for (const name of names) {
      if (commandMisses('ip', 'iproute2', 'netns', 'exec', name, 'true') === undefined)
        ip('netns', 'delete', name);
      await rm(settings(name), { recursive: true, force: true });
    }
  }
}
