// What a tab remembers over a reload, wherever on the page it happens: the settings of the form and the open run. Each tab
// has its own (sessionStorage), and a link that says otherwise counts more. Holds no run itself: those are saved.
import { linkPairs, type LinkPair } from '../core/linkPairs';
import type { Address } from './address';

export interface Remembered {
  /** The settings, as a link has them. */
  readonly query: string;
  /** Id of the open run, or of the one that was asked for; null for none. */
  readonly run: string | null;
}

const KEY = 'ganvas/page';

/** Some browsers refuse the whole storage to a page in a frame: then nothing is remembered. */
function storage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

export function remember(page: Remembered): void {
  try {
    storage()?.setItem(KEY, JSON.stringify(page));
  } catch {
    // full or denied: the address still holds it where the person trains
  }
}

/** Null where nothing was remembered, or nothing that can be read. */
export function recall(): Remembered | null {
  try {
    const found: unknown = JSON.parse(storage()?.getItem(KEY) ?? 'null');
    if (typeof found !== 'object' || found === null || !('query' in found) || !('run' in found)) return null;
    const { query, run } = found;
    if (typeof query !== 'string' || (run !== null && typeof run !== 'string')) return null;
    return { query, run };
  } catch {
    return null;
  }
}

/** What the page begins with. */
export interface PageStart {
  /** For `readLink`, unchecked. */
  readonly pairs: readonly LinkPair[];
  readonly run: string | null;
}

const sorted = (pairs: readonly LinkPair[]): string =>
  JSON.stringify(pairs.map(({ key, value }) => [key, value]).sort(([a], [b]) => (a < b ? -1 : 1)));

/** How the page was come to. */
export interface Arrival {
  /** The address is of a place whose words are settings of the form. */
  readonly speaks: boolean;
  /** By loading it again, or back from elsewhere; not by a link. */
  readonly again: boolean;
}

/**
 * A link counts, and begins anew; where the address says nothing of settings, what the tab remembers does, and where it says
 * the same as was remembered when the page is loaded again, the run that was open comes with it.
 */
export function pageStart(
  { pairs, flags }: Pick<Address, 'pairs' | 'flags'>,
  { speaks, again }: Arrival,
  remembered: Remembered | null,
): PageStart {
  if (!remembered || flags.headless || flags.autostart) return { pairs, run: flags.run };
  const before = linkPairs(remembered.query);
  const silent = !speaks || (pairs.length === 0 && flags.run === null);
  if (silent) return { pairs: before, run: remembered.run };
  const isSame = again && sorted(pairs) === sorted(before);
  return { pairs, run: flags.run ?? (isSame ? remembered.run : null) };
}
