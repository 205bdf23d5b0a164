// What an instructor decided about the page that a link opens: which settings may be changed, which parts show, when a run
// pauses by itself, and a note. It stands in the address and nowhere else: no server, no account, no secret. Pure data.

/** What may be done with a setting, the loosest first: change it, see it, neither. */
export const CONTROL_RIGHTS = ['allow', 'fix', 'hide'] as const;
export type ControlRight = (typeof CONTROL_RIGHTS)[number];

/** Parts of the page that a link can leave out, by their names in the address. */
export const PANELS = [
  'settings',
  'timeline',
  'charts',
  'quality',
  'log',
  'networks',
  'health',
  'places',
] as const;
export type PanelId = (typeof PANELS)[number];

/** A run pauses whenever it has taken so many steps, or trained so many minutes, more. */
export type PauseEvery = { readonly steps: number } | { readonly minutes: number };

export interface PageLock {
  /** For every setting that `rights` does not name. */
  readonly others: ControlRight;
  /** By the plain names of links: `batch`, `task.width`. */
  readonly rights: Readonly<Record<string, ControlRight>>;
  readonly panels: readonly PanelId[];
  readonly pauseEvery: PauseEvery | null;
  /** Plain text, shown above every place; empty for none. */
  readonly note: string;
}

export const MOST_PAUSE_STEPS = 1_000_000;
export const MOST_PAUSE_MINUTES = 600;
/** Characters. */
export const LONGEST_NOTE = 600;

/** Nothing is decided: where a form begins. */
export const OPEN_LOCK: PageLock = {
  others: 'allow',
  rights: {},
  panels: PANELS,
  pauseEvery: null,
  note: '',
};

export const rightOf = (lock: PageLock, key: string): ControlRight =>
  Object.hasOwn(lock.rights, key) ? lock.rights[key] : lock.others;

/** The one that allows less. */
export const stricter = (a: ControlRight, b: ControlRight): ControlRight =>
  CONTROL_RIGHTS.indexOf(a) < CONTROL_RIGHTS.indexOf(b) ? b : a;
