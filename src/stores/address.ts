// What an address says: the configuration under plain names, and a few words to the page itself. Pure.

/** Words in an address that are for the page and no part of a run. */
export interface PageFlags {
  /** Presses Train once everything is ready. */
  readonly autostart: boolean;
  /** Offers `window.ganvas` to a script that drives the page. */
  readonly headless: boolean;
  /** Saved run of this device to open, null for none. */
  readonly run: string | null;
}

export interface Address {
  /** Name/value pairs for `readRunConfig`, unchecked. */
  readonly pairs: Readonly<Record<string, string>>;
  readonly flags: PageFlags;
}

export const FLAG_NAMES: readonly string[] = ['autostart', 'headless', 'run', 'fake', 'pair'];

const isOn = (value: string | undefined): boolean =>
  value !== undefined && value !== '0' && value !== 'false';

/**
 * Reads both query parts of an address; where they disagree, the one behind the hash counts.
 * @param search the real query, `?dataset=mnist`
 * @param hash the hash route, `#/train?seed=2`
 */
export function readAddress(search: string, hash: string): Address {
  const question = hash.indexOf('?');
  // What a link to the lab says is about the lab's own runs.
  const isLab = /^#\/lab(\?|$)/.test(hash);
  const asked = Object.fromEntries(new URLSearchParams(search));
  const all: Record<string, string> = {
    ...asked,
    ...Object.fromEntries(new URLSearchParams(question < 0 ? '' : hash.slice(question))),
  };
  const pairs = Object.fromEntries(
    Object.entries(isLab ? asked : all).filter(([key]) => !FLAG_NAMES.includes(key)),
  );
  const flags = { autostart: isOn(all.autostart), headless: isOn(all.headless), run: all.run ?? null };
  return { pairs, flags };
}

/** What the page says of itself in its address: settings, and the saved run that is open or asked for. */
export const pageQuery = (settings: string, run: string | null): string =>
  run === null ? settings : `${settings}&run=${encodeURIComponent(run)}`;

/** The link that reproduces a run, on the page that is open at `href`. */
export function runLink(href: string, query: string): string {
  const url = new URL(href);
  url.search = '';
  url.hash = `/train?${query}`;
  return url.href;
}

/** The link that opens the lab on a pair and a seed, on the page that is open at `href`. */
export function labLink(href: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(href);
  url.search = '';
  url.hash = `/lab?${new URLSearchParams(query).toString()}`;
  return url.href;
}
